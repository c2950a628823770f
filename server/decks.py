"""Decks: made once a version from a session's executed notebook, and the page that checks a machine for them."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server import cache, network
from server.kept import Page
from server.pages import PageHandler, Site
from widgets.content.pages import Session

if TYPE_CHECKING:
    from slides.model import Deck

log = logging.getLogger("kit")


@dataclass(frozen=True)
class Entry:
    """A session on the page that lists the decks; ``prints`` holds label and address of its printed files."""

    session: Session
    deck: Deck | None
    failed: bool = False
    prints: tuple[tuple[str, str], ...] = ()


def read(session: Session, fragment: cache.Fragment) -> Deck:
    """Return a session's deck with every slide at the scale that fits.

    Raises
    ------
    slides.model.SlideError
        When a slide cannot be made; the message names notebook, cell, rule and value.
    """
    # Here, because Typst and the charts take longer to load than the whole server.
    from slides.fitting import fit
    from slides.reading import read_deck

    return fit(read_deck(fragment.notebook, session))


def deck_page(site: Site, session: Session, deck: Deck) -> str:
    """Return the page of a deck."""
    from slides.live import Links, deck_page

    fonts = site.asset("fonts.css") if site.static else ""
    links = Links(
        site.asset, site.widget_script, site.session_url(session), site.preflight_url(),
        site.phones_url(session), fonts,
    )  # fmt: skip
    return deck_page(deck, links)


def preflight_page(site: Site, decks: dict[str, Deck], failed: dict[str, str]) -> str:
    """Return the page with all decks and the checks of a machine."""
    from slides.live import script_json
    from slides.samples import samples

    models = samples(decks.values())
    sessions = site.content.sessions.values()
    entries = [
        Entry(one, decks.get(one.slug), one.slug in failed, tuple(site.prints(one.slug))) for one in sessions
    ]
    return site.render(
        "preflight.html.j2", entries=entries, models=list(models), phones=site.phones_url(),
        modules=sorted({model["module"] for model in models.values()}),
        widgets_json=script_json({"models": models}),
    )  # fmt: skip


class Decks:
    """Keeps every session's deck, made in the background from what its notebook showed last.

    Parameters
    ----------
    site
        What the pages are made of.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.pages: dict[str, Page] = {}
        self.decks: dict[str, Deck] = {}
        self.failed: dict[str, str] = {}
        self._wanted: dict[str, cache.Fragment] = {}
        self._more = asyncio.Event()

    def kept(self) -> dict[str, object]:
        """Return what :class:`server.kept.KeptPage` needs to send the decks."""
        return {"pages": self.pages, "failed": self.failed, "what": "deck"}

    def start(self) -> None:
        """Begin to make the decks that are wanted, one after the other."""
        self.task = asyncio.get_running_loop().create_task(self._work())

    def want(self, slug: str, fragment: cache.Fragment) -> None:
        """Take what a session's notebook shows now; tools have no deck."""
        if slug in self.site.content.sessions:
            self._wanted[slug] = fragment
            self._more.set()

    def give_up(self, slug: str, reason: str) -> None:
        """Note that a session could not be rendered; a deck that there is stays, as its page does."""
        if slug not in self.pages:
            self.failed[slug] = reason

    async def _work(self) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            while self._wanted:
                slug = next(iter(self._wanted))
                await self._make(slug, self._wanted.pop(slug))

    async def _make(self, slug: str, fragment: cache.Fragment) -> None:
        try:
            deck, page = await asyncio.to_thread(self._deck_and_page, slug, fragment)
        except Exception as error:
            # A deck of before would show what the member page no longer says.
            self.pages.pop(slug, None)
            self.decks.pop(slug, None)
            self.failed[slug] = str(error) or type(error).__name__
            log.error("%s has no deck, its page is shown all the same: %s", slug, self.failed[slug])
        else:
            self.failed.pop(slug, None)
            self.decks[slug], self.pages[slug] = deck, page

    def _deck_and_page(self, slug: str, fragment: cache.Fragment) -> tuple[Deck, Page]:
        session = self.site.content.sessions[slug]
        deck = read(session, fragment)
        return deck, Page.of(deck_page(self.site, session, deck))


class PreflightPage(PageHandler):
    """All decks, and whether this machine is ready to show them."""

    def initialize(self, site: Site, decks: Decks) -> None:
        """Take the decks."""
        super().initialize(site)
        self.decks = decks

    def get(self) -> None:
        """Send the page with what is there now."""
        decks: dict[str, Any] = dict(self.decks.decks)
        self.finish(preflight_page(self.site, decks, self.decks.failed))


class DeckLink(PageHandler):
    """A deck's address without its last stroke."""

    def get(self, slug: str | None) -> None:
        """Lead to the address with it, so that the page's links hold."""
        self.redirect(f"{self.site.base_url}trinh-chieu/{f'{slug}/' if slug else ''}", permanent=True)


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
        if slug and slug not in self.site.content.sessions:
            return self.send_message(404, "not-found")
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        path = f"{self.site.base_url}hoc/{slug}/" if slug else self.site.base_url
        hosts = network.phone_hosts(*self.listening, self.request.host)
        urls = [f"{self.request.protocol}://{host}{path}" for host in hosts]
        self.finish({"addresses": [{"url": url, "qr": network.qr_image(url)} for url in urls]})
