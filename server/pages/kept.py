"""Sends pages that are kept ready, and says why where there is none."""

from __future__ import annotations

from server.files import FileHandler
from server.publish.packed import Packed
from server.publish.site import Site


class KeptPage(FileHandler):
    """Sends a page by its session's slug; nothing is computed for a visitor.

    Parameters
    ----------
    site
        What the messages are made of.
    pages, failed
        The pages, and why there is none, by slug.
    what
        ``page`` or ``deck``: which message says that there is none.
    """

    def initialize(self, site: Site, pages: dict[str, Packed], failed: dict[str, str], what: str) -> None:
        """Take the pages to send."""
        super().initialize()
        self.site, self.pages, self.failed, self.what = site, pages, failed, what

    async def find(self, slug: str) -> Packed | None:
        """Return the page of a session or tool, or say why there is none."""
        page = self.pages.get(slug)
        if page is None:
            self._without_page(slug)
        return page

    def _without_page(self, slug: str) -> None:
        course = self.site.course
        session = (course.pages if self.what == "page" else course.sessions).get(slug)
        kind = "not-found" if session is None else "failed" if slug in self.failed else "preparing"
        self.set_status({"not-found": 404, "failed": 500, "preparing": 503}[kind])
        if kind == "preparing":
            self.set_header("Retry-After", "3")
        self.set_header("Cache-Control", "no-store")
        if self.what == "deck" and kind == "failed":
            kind = "deck-failed"
        values = {"session": session} if session else {}
        self.finish(self.site.render("message.html.j2", kind=kind, **values))
