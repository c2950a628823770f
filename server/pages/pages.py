"""The ordinary pages: home, links, health, and messages in plain Vietnamese."""

from __future__ import annotations

from typing import Any

from server.background.health import health
from server.background.pages import SharedPages
from server.logs import Discreet
from server.publish.site import Site


class PageHandler(Discreet):
    """Base of the HTML pages: never cached, and every error is a page that people can read."""

    site: Site

    def initialize(self, site: Site, **_: Any) -> None:
        """Take what the pages are made of."""
        self.site = site

    def set_default_headers(self) -> None:
        """Pages may change at any time; assets have addresses of their own."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")

    def send_message(self, status: int, kind: str, **values: Any) -> None:
        """Answer with a message page (``templates/messages.html.j2``)."""
        self.set_status(status)
        self.finish(self.site.render("message.html.j2", kind=kind, **values))

    def write_error(self, status_code: int, **_: Any) -> None:
        """Answer an error with the page that fits it."""
        self.send_message(status_code, "not-found" if status_code in (400, 403, 404, 405) else "failed")


class HomePage(PageHandler):
    """The sessions in their order, with the reader's own progress."""

    def get(self) -> None:
        """Send the home page."""
        self.finish(self.site.render("home.html.j2", sessions=list(self.site.course.sessions.values())))

    head = get


class MemberLink(PageHandler):
    """The session's address without its last stroke."""

    def get(self, slug: str) -> None:
        """Lead to the address with it, so that the page's links hold."""
        self.redirect(f"{self.site.base_url}hoc/{slug}/", permanent=True)

    head = get


class NotFound(PageHandler):
    """Whatever has no page of its own."""

    def prepare(self) -> None:
        """Answer every method alike."""
        self.send_message(404, "not-found")


class Health(PageHandler):
    """Says how the server is, for those who watch it."""

    def initialize(self, site: Site, shared: SharedPages) -> None:
        """Take the pages."""
        super().initialize(site)
        self.shared = shared

    def get(self) -> None:
        """Send status, reasons, number of sessions and versions as JSON; 503 when no page can be had."""
        found = health(self.shared)
        self.set_status(200 if found.serves else 503)
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        counts = {"sessions": len(self.site.course.sessions)}
        versions = {"version": self.site.version, "content": self.site.content}
        self.finish({"status": found.status, "reasons": found.reasons} | counts | versions)

    head = get
