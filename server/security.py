"""Who a visitor is, whether a live page may start for one, and the headers that every answer carries."""

from __future__ import annotations

import secrets
from enum import Enum
from urllib.parse import urlsplit

from jupyter_server.auth import IdentityProvider, User
from tornado.web import OutputTransform, RequestHandler

from server.publish import policy

COOKIE = "kit-visitor-{port}"
# Names a member of rooms: random, and known to the storage by its digest alone.
ROOM_COOKIE = "kit-room-{port}"

HEADERS = {
    "Content-Security-Policy": policy.PAGES,
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
        live = headers.get("Content-Security-Policy") == policy.LIVE_PAGES
        headers.update(HEADERS)
        if live:
            headers["Content-Security-Policy"] = policy.LIVE_PAGES
        headers.pop("Server", None)
        return status_code, headers, chunk


def visitor_of(handler: RequestHandler) -> str | None:
    """Return the visitor that the signed cookie names, or None."""
    value = handler.get_signed_cookie(handler.settings["visitor_cookie"])
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
        handler.settings["visitor_cookie"],
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
    forwarded = handler.request.headers.get("X-Forwarded-Proto")
    return forwarded if forwarded in ("http", "https") else handler.request.protocol


class Nobody(IdentityProvider):
    """Jupyter's answer to who somebody is: nobody; Jupyter's own would give each browser a lasting name."""

    def get_user(self, handler: RequestHandler) -> User:
        """Return the same user for everybody, and set no cookie."""
        return User("nobody")


class Asked(Enum):
    """Who asked for a page that costs a kernel."""

    BY_VISITOR = 1
    FROM_ELSEWHERE = 2
    BY_NOBODY = 3


def asked(handler: RequestHandler) -> Asked:
    """Tell whether a visitor asked for this page, another site led to it, or a browser loads it by itself.

    Browsers say so in ``Sec-Fetch-…`` where the address is one that they trust (https, or this machine). Elsewhere
    a page of this server shows by its address (``Referer``), or by the cookie that no other site can send.
    """
    headers = handler.request.headers
    purposes = " ".join(headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz")).lower()
    kind = headers.get("Sec-Fetch-Dest", "document")
    if kind != "document" or "prefetch" in purposes or "prerender" in purposes:
        return Asked.BY_NOBODY
    site = headers.get("Sec-Fetch-Site")
    if site is None:
        came_from = urlsplit(headers.get("Referer", "")).netloc
        own = came_from == handler.request.host or visitor_of(handler) is not None
    else:
        own = site in ("same-origin", "none")
    return Asked.BY_VISITOR if own else Asked.FROM_ELSEWHERE
