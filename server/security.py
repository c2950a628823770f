"""Who a visitor is, and the headers that every answer carries."""

from __future__ import annotations

import secrets

from tornado.web import OutputTransform, RequestHandler

COOKIE = "kit-visitor"

# 'unsafe-inline' and 'unsafe-eval': Voila's page writes inline scripts while it streams, and
# JupyterLab's settings validator compiles its schemas. blob: carries the widgets' modules.
CONTENT_POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)

HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders(OutputTransform):
    """Adds the security headers to every answer, whichever handler wrote it."""

    def __init__(self, request) -> None:
        pass

    def transform_first_chunk(self, status_code, headers, chunk, finishing):
        """Set the headers before the first byte leaves."""
        for name, value in HEADERS.items():
            headers[name] = value
        headers.pop("Server", None)
        return status_code, headers, chunk


def visitor_of(handler: RequestHandler) -> str | None:
    """Return the visitor that the signed cookie names, or None."""
    value = handler.get_signed_cookie(COOKIE)
    return value.decode("ascii") if value else None


def ensure_visitor(handler: RequestHandler) -> str:
    """Return the visitor of a request; one who comes first gets a random name for this browser session.

    The name says nothing about a person: it only binds a kernel to the browser
    that started it, and is forgotten when the browser closes.
    """
    if visitor := visitor_of(handler):
        return visitor
    visitor = secrets.token_urlsafe(18)
    handler.set_signed_cookie(
        COOKIE,
        visitor,
        expires_days=None,
        httponly=True,
        samesite="Strict",
        secure=protocol_of(handler) == "https",
    )
    return visitor


def protocol_of(handler: RequestHandler) -> str:
    """Return ``http`` or ``https``, as the visitor's browser speaks it.

    Behind a proxy with TLS the request itself comes over plain HTTP; see ``deploy/nginx.conf``.
    """
    return handler.request.headers.get("X-Forwarded-Proto", handler.request.protocol)
