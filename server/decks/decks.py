"""The pages beside the decks: their list, their links, and the addresses for phones."""

from __future__ import annotations

from server import network
from server.background.pages import SharedPages
from server.pages.pages import PageHandler
from server.publish.deck_page import preflight_page
from server.publish.site import Site
from server.security import protocol_of


class PreflightPage(PageHandler):
    """All decks, and whether this machine is ready to show them."""

    def initialize(self, site: Site, shared: SharedPages) -> None:
        """Take the pages with their decks."""
        super().initialize(site)
        self.shared = shared

    def get(self) -> None:
        """Send the page with what is there now."""
        decks, faults = self.shared.decks, self.shared.content_faults
        self.finish(preflight_page(self.site, decks.decks, decks.failed, faults))

    head = get


class DeckLink(PageHandler):
    """A deck's address without its last stroke."""

    def get(self, slug: str | None) -> None:
        """Lead to the address with it, so that the page's links hold."""
        self.redirect(f"{self.site.base_url}trinh-chieu/{f'{slug}/' if slug else ''}", permanent=True)

    head = get


class PhoneAddresses(PageHandler):
    """Says under which addresses phones reach a session or the home page, each with its QR code.

    Asked for at the moment it is shown: a laptop may have come into another network since the start.
    """

    def initialize(self, site: Site, listening: tuple[str, int]) -> None:
        """Take host and port on which the server listens."""
        super().initialize(site)
        self.listening = listening

    def get(self, slug: str) -> None:
        """Send the addresses as JSON; none when only this machine reaches the server."""
        if slug and slug not in self.site.course.sessions:
            return self.send_message(404, "not-found")
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        path = f"{self.site.base_url}hoc/{slug}/" if slug else self.site.base_url
        hosts = network.phone_hosts(*self.listening, self.request.host)
        urls = [f"{protocol_of(self)}://{host}{path}" for host in hosts]
        self.finish({"addresses": [{"url": url, "qr": network.qr_image(url)} for url in urls]})

    head = get
