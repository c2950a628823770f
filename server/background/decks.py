"""Decks: made once a version, from what a session's notebook showed last."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from server.background.retries import Retries
from server.errors import JobFailed
from server.publish import deck_making, jobs
from server.publish.deck_page import deck_page
from server.publish.packed import Packed
from server.publish.site import Site
from slides.deck.model import Deck

log = logging.getLogger("kit")


class Decks:
    """Keeps every session's deck, made in the background from what its notebook showed last.

    Parameters
    ----------
    site
        What the pages are made of.
    store
        Where rendered sessions and their decks are kept.
    """

    def __init__(self, site: Site, store: Path) -> None:
        self.site, self.store = site, store
        self.pages: dict[str, Packed] = {}
        self.decks: dict[str, Deck] = {}
        self.failed: dict[str, str] = {}
        self.maker = jobs.Job(deck_making.__name__)
        self.retries = Retries()
        self._wanted: dict[str, str] = {}
        # Failed by what may pass; tried again unless another version is wanted meanwhile.
        self._again: dict[str, str] = {}
        self._more = asyncio.Event()

    def kept(self) -> dict[str, object]:
        """Return what :class:`server.pages.kept.KeptPage` needs to send the decks."""
        return {"pages": self.pages, "failed": self.failed, "what": "deck"}

    def start(self) -> None:
        """Begin to make the decks that are wanted."""
        self.task = asyncio.get_running_loop().create_task(self._work())

    def close(self) -> None:
        """End what is under way."""
        self.maker.end()

    def want(self, slug: str, key: str) -> None:
        """Take the version that a session's page shows now; tools have no deck."""
        if slug in self.site.course.sessions:
            self._wanted[slug] = key
            self.failed.pop(slug, None)
            self._more.set()

    def give_up(self, slug: str, reason: str) -> None:
        """Note that a session could not be rendered; a deck that there is stays, as its page does."""
        if slug in self.site.course.sessions and slug not in self.pages:
            self.failed[slug] = reason

    async def _work(self) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            wanted, self._wanted, self._again = self._again | self._wanted, {}, {}
            try:
                missing = {slug: key for slug, key in wanted.items() if not await self._shown(slug, key)}
                if missing:
                    await self._make(missing)
            except Exception:
                log.exception("Chưa cập nhật được các bản chiếu")
                self._again = wanted
            if pause := self.retries.note(bool(self._again)):
                asyncio.get_running_loop().call_later(pause, self._more.set)

    async def _make(self, keys: dict[str, str]) -> None:
        open_slugs = set(keys)

        async def take(result: jobs.Result) -> None:
            slug = result.name
            open_slugs.discard(slug)
            if result.passing:
                self._again[slug] = keys[slug]
            if result.reason:
                self._take_away(slug, result.told())
            elif not await self._shown(slug, keys[slug]):
                self._take_away(slug, "không đọc lại được bản vừa dựng")

        reason = "việc dựng dừng khi chưa xong"
        try:
            await self.maker.run(take, store=self.store, course=self.site.course.folder, keys=keys)
        except JobFailed as error:
            reason = str(error)
        for slug in open_slugs:
            self._again[slug] = keys[slug]
            self._take_away(slug, reason)

    async def _shown(self, slug: str, key: str) -> bool:
        """Show a deck that is kept, or say why it cannot be shown; tells whether one is kept."""
        try:
            found = await asyncio.to_thread(self._deck_and_page, slug, key)
        except Exception as error:
            self._take_away(slug, str(error) or type(error).__name__)
            return True
        if found is None:
            return False
        self.failed.pop(slug, None)
        self.decks[slug], self.pages[slug] = found
        return True

    def _deck_and_page(self, slug: str, key: str) -> tuple[Deck, Packed] | None:
        deck = deck_making.kept(self.store, slug, key)
        if deck is None:
            return None
        page = deck_page(self.site, self.site.course.sessions[slug], deck)
        return deck, Packed.page(page).ahead()

    def _take_away(self, slug: str, reason: str) -> None:
        # A deck of before would show what the member page no longer says.
        self.pages.pop(slug, None)
        self.decks.pop(slug, None)
        self.failed[slug] = reason
        log.error("%s: chưa có bản chiếu, trang học vẫn mở được: %s", slug, reason)
