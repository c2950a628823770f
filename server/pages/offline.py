"""Sends what keeps the course on readers' devices, as it is now."""

from __future__ import annotations

from collections.abc import Callable

from server.background.pages import SharedPages
from server.files import FileHandler
from server.pages.pages import PageHandler
from server.publish import offline
from server.publish.packed import Packed, kind_of
from server.publish.shelf import digest_of
from server.publish.site import Site
from slides.live import scripts


class Offline:
    """The worker and the manifest of a server's pages; decks, prints and live apps are not kept.

    Parameters
    ----------
    site
        What they are made of.
    shared
        The pages that can be had.
    """

    def __init__(self, site: Site, shared: SharedPages) -> None:
        self.site, self.shared = site, shared
        self._of_decks = set(scripts.files())
        self._worker: tuple[object, Packed] | None = None

    def manifest(self) -> Packed:
        """Return the manifest."""
        return Packed(offline.manifest(self.site).encode(), kind_of(offline.MANIFEST))

    def worker(self) -> Packed:
        """Return the worker of the pages as they are; made anew when one of them has changed."""
        pages = {f"hoc/{slug}/": page.digest for slug, page in self.shared.pages.items()}
        assets = [asset.url for asset in self.site.assets.all() if asset.name not in self._of_decks]
        state = (self.site.course, pages, assets)
        if self._worker is None or self._worker[0] != state:
            self._worker = (state, self._made(pages, assets))
        return self._worker[1]

    def _made(self, pages: dict[str, str], assets: list[str]) -> Packed:
        course = self.site.course
        texts = {address: digest.encode() for address, digest in pages.items()}
        texts["./"] = self.site.render("home.html.j2", sessions=list(course.sessions.values())).encode()
        texts[offline.MESSAGE] = self.site.render("message.html.j2", kind="offline").encode()
        texts[offline.MANIFEST] = self.manifest().body
        texts |= dict.fromkeys(assets, b"")
        return Packed(offline.worker(self.site, digest_of(texts), texts).encode(), kind_of(offline.WORKER))


class OfflineFile(FileHandler):
    """Sends the worker or the manifest."""

    def initialize(self, make: Callable[[], Packed]) -> None:
        """Take what makes the file."""
        super().initialize()
        self.make = make

    async def find(self) -> Packed:
        """Return the file as it is now."""
        return self.make()


class OfflineMessage(PageHandler):
    """What browsers keep to show instead of an address that does not open without a network."""

    def get(self) -> None:
        """Send the message."""
        self.send_message(200, "offline")

    head = get
