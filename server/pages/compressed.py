"""Pages kept ready: compressed ahead of time, sent in the best form that a browser takes."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

import brotli
from tornado.web import RequestHandler

from server.publish.site import Site


@dataclass(frozen=True)
class Page:
    """A page ready to be sent: plain and compressed ahead of time."""

    plain: bytes
    gzip: bytes
    br: bytes
    etag: str

    @classmethod
    def of(cls, html: str) -> Page:
        """Compress a page once, for all who will ask for it."""
        plain = html.encode("utf-8")
        etag = f'"{hashlib.sha256(plain).hexdigest()[:20]}"'
        return cls(plain, gzip.compress(plain, 9, mtime=0), brotli.compress(plain, quality=9), etag)


class KeptPage(RequestHandler):
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

    def initialize(self, site: Site, pages: dict[str, Page], failed: dict[str, str], what: str) -> None:
        """Take the pages to send."""
        self.site, self.pages, self.failed, self.what = site, pages, failed, what

    def get(self, slug: str) -> None:
        """Send the page in the best form that the browser takes."""
        self.page = self.pages.get(slug)
        if self.page is None:
            return self._without_page(slug)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        accepted = self.request.headers.get("Accept-Encoding", "")
        if "br" in accepted:
            self.set_header("Content-Encoding", "br")
            return self.finish(self.page.br)
        if "gzip" in accepted:
            self.set_header("Content-Encoding", "gzip")
            return self.finish(self.page.gzip)
        return self.finish(self.page.plain)

    head = get

    def compute_etag(self) -> str | None:
        """Return the page's own tag, computed once."""
        return self.page.etag if self.page else None

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
