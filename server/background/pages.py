"""Members' pages: each session rendered once per version, and shared by every visitor."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from course import ContentError, load
from course.files import CannotWrite
from course.pages import Page as CoursePage
from server.background.decks import Decks
from server.background.retries import Retries
from server.errors import JobFailed, reason_of
from server.publish import jobs, last_content, shelf
from server.publish.executed import Executed
from server.publish.packed import Packed
from server.publish.session_page import session_page
from server.publish.site import Site

log = logging.getLogger("kit")

WATCH_SECONDS = 2


class SharedPages:
    """Keeps every session's page and deck, and renders in the background what has changed.

    Parameters
    ----------
    site
        What the pages are made of; its content is read anew when files change.
    folder
        Where rendered sessions are kept between starts.
    progress
        Called with the number of sessions done and to be done while rendering.
    on_change
        Awaited when files have changed since the start.
    """

    def __init__(
        self,
        site: Site,
        folder: Path,
        progress: Callable[[int, int], None] = lambda *_: None,
        on_change: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.site, self.folder, self.progress = site, folder, progress
        self.on_change = on_change
        self.pages: dict[str, Packed] = {}
        self.decks = Decks(site, folder)
        self.failed: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        # The version of the whole content that each page says at its foot.
        self._contents: dict[str, str] = {}
        # What keeps the files from being shown, as authors read it; what was in order last is shown meanwhile.
        self.content_faults: list[str] = []
        self.retries = Retries()
        # Versions that failed by what stands in them; another try would end the same way.
        self._broken: dict[str, str] = {}
        self._passing = False
        self.renderer = jobs.Job("server.publish.execute")

    def start(self) -> None:
        """Take what is on disk, and begin to watch for what must be rendered."""
        for session in self._pages():
            if found := shelf.PAGES.last_good(self.folder, session.slug):
                key, executed = found
                try:
                    self._show(session, key, self._made(session, executed))
                except Exception as error:
                    log.warning("%s: không mở được bản đã dựng: %s", session.slug, reason_of(error))
        self.decks.start()
        self.task = asyncio.get_running_loop().create_task(self._watch())

    def kept(self) -> dict[str, object]:
        """Return what :class:`server.pages.kept.KeptPage` needs to send the pages."""
        return {"pages": self.pages, "failed": self.failed, "what": "page"}

    def close(self) -> None:
        """End a rendering that is under way, its kernels with it, and the making of decks."""
        self.renderer.end()
        self.decks.close()

    async def _watch(self) -> None:
        seen = None
        while True:
            try:
                signature = await asyncio.to_thread(self._signature)
                if signature != seen or self.retries.due():
                    # Noted before the work: what fails by itself is tried again when files change.
                    before, seen = seen, signature
                    self._passing = False
                    if before != signature:
                        self._broken.clear()
                        if before is not None and self.on_change:
                            await self.on_change()
                    await self._refresh()
                    self.retries.note(self._passing)
            except Exception:
                log.exception("Chưa cập nhật được các trang")
                self.retries.note(failed=True)
            await asyncio.sleep(WATCH_SECONDS)

    def _signature(self) -> list[tuple[str, int, int]]:
        """Notice cheaply that a file changed: names, times and sizes."""
        files = {path for page in self._pages() for path in shelf.input_files(self.site.course, page)}
        states = [(str(path), path.stat()) for path in sorted(files) if path.exists()]
        return [(name, state.st_mtime_ns, state.st_size) for name, state in states]

    def _pages(self) -> list[CoursePage]:
        return list(self.site.course.pages.values())

    async def _refresh(self) -> None:
        await asyncio.to_thread(self._reload_content)
        if self.content_faults:
            return
        wanted: dict[str, str] = {}
        for session in self._pages():
            try:
                key = await asyncio.to_thread(shelf.content_key, self.site.course, session)
            except OSError as error:
                self._passing = True
                self._note_failure(session.slug, f"{session.notebook}: {error.strerror}")
                continue
            if not await self._show_kept(session, key) and self._broken.get(session.slug) != key:
                wanted[session.slug] = key
        if wanted:
            await self._render(wanted)

    async def _show_kept(self, session: CoursePage, key: str) -> bool:
        """Show what is kept of this version; tells whether that can be done."""
        executed = await asyncio.to_thread(shelf.PAGES.load, self.folder, session.slug, key)
        if executed is None:
            return False
        try:
            if (self.keys.get(session.slug), self._contents.get(session.slug)) != (key, self.site.content):
                await self._make(session, key, executed)
        except Exception as error:
            log.warning("%s: không mở được bản đã dựng: %s", session.slug, reason_of(error))
            return False
        self.failed.pop(session.slug, None)
        return True

    def _reload_content(self) -> None:
        try:
            course = load(self.site.course.folder)
        except ContentError as error:
            self.content_faults = error.told().splitlines()
            log.error("Nội dung còn lỗi, các trang giữ như cũ: %s", error.told())
            return
        self.site.show(course)
        self.content_faults = []
        try:
            last_content.keep(self.folder, course, self.site.content)
        except CannotWrite as error:
            log.warning("Chưa cất được bản nội dung đúng để dùng cho lần chạy sau: %s", error)

    async def _render(self, wanted: dict[str, str]) -> None:
        open_slugs = set(wanted)

        async def take(result: jobs.Result) -> None:
            slug = result.name
            if not result.reason:
                await self._take(slug, wanted[slug])
            elif result.again:
                log.info("%s", result.reason)
            else:
                if result.passing:
                    self._passing = True
                else:
                    self._broken[slug] = wanted[slug]
                self._note_failure(slug, result.told())
            open_slugs.discard(slug)
            self.progress(len(wanted) - len(open_slugs), len(wanted))

        self.progress(0, len(wanted))
        reason = "its rendering ended before it was done"
        try:
            await self.renderer.run(take, store=self.folder, course=self.site.course.folder, keys=wanted)
        except JobFailed as error:
            reason = str(error)
        finally:
            for slug in open_slugs:
                self._passing = True
                self._note_failure(slug, reason)
            if open_slugs:
                self.progress(len(wanted), len(wanted))

    async def _take(self, slug: str, key: str) -> None:
        if not await self._show_kept(self.site.course.pages[slug], key):
            self._broken[slug] = key
            self._note_failure(slug, "không đọc lại được bản vừa dựng")

    async def _make(self, session: CoursePage, key: str, executed: Executed) -> None:
        """Make a page in a thread: visitors need not wait for its templates and its compression.

        The content stays what it is meanwhile: it is read anew by the same task, one thing after the other.
        """
        page = await asyncio.to_thread(self._made, session, executed)
        self.keys[session.slug], self._contents[session.slug] = key, self.site.content
        self._show(session, key, page)

    def _made(self, session: CoursePage, executed: Executed) -> Packed:
        return Packed.page(session_page(self.site, session, executed)).ahead()

    def _show(self, session: CoursePage, key: str, page: Packed) -> None:
        self.pages[session.slug] = page
        self.decks.want(session.slug, key)

    def _note_failure(self, slug: str, reason: str) -> None:
        self.failed[slug] = reason
        self.decks.give_up(slug, reason)
        kept = "người học vẫn thấy bản đúng lần trước" if slug in self.pages else "trang chưa có bản nào"
        log.error("%s: không dựng được trang, %s: %s", slug, kept, reason)
