"""What pages may load and run, as browsers hold them to it (Content Security Policy)."""

from __future__ import annotations

import base64
import hashlib

from server.publish.assets import SERVER

# Stands in the page itself, ahead of the styles.
INLINE = SERVER / "bundles" / "display.js"


def policy(*scripts: str) -> str:
    """Return a policy that loads nothing from another host, and runs scripts of this one and of further kinds.

    ``blob:`` carries the widgets' modules. Styles may stand in elements: charts and slides have theirs so.
    """
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(scripts)} blob:",
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


def _digest(body: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body).digest()).decode()}'"


# Of the scripts that stand in a page, the one of the kit runs, and none that content might bring.
PAGES = policy(_digest(INLINE.read_bytes()))
# Voila's page writes scripts while it streams, and JupyterLab's validator of settings compiles its schemas.
LIVE_PAGES = policy("'unsafe-inline'", "'unsafe-eval'")
