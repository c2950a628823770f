"""What keeps a course on readers' devices: a service worker, and the manifest by which phones install it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from server.publish.site import Site

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
# Says that an address does not open without a network.
MESSAGE = "khong-co-mang/"


def manifest(site: Site) -> str:
    """Return the manifest of a site whose root it lies at."""
    icons = [("icon.svg", "any", "image/svg+xml"), ("icon-192.png", "192x192", "image/png")]
    icons.append(("icon-512.png", "512x512", "image/png"))
    values = {
        "name": site.course.about.title,
        "short_name": site.course.about.short,
        "lang": "vi",
        "start_url": site.home_url(),
        "scope": site.base_url or "./",
        "display": "standalone",
        "background_color": "#faf7f2",
        "theme_color": "#9b1c1f",
        "icons": [{"src": site.asset(name), "sizes": sizes, "type": kind} for name, sizes, kind in icons],
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def worker(site: Site, version: str, addresses: Iterable[str]) -> str:
    """Return the service worker of a site whose root it lies at.

    Parameters
    ----------
    site
        Whose templates it is made from.
    version
        Differs whenever anything differs that is kept.
    addresses
        What is kept, below the root; pages by their folders (``hoc/<slug>/``), the home page as ``./``.
    """
    return site.render("sw.js.j2", version=version, files=sorted(addresses), message=MESSAGE)
