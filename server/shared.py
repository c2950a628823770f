"""Members' pages: each session rendered once per version, and shared by every visitor."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import brotli
from tornado.web import RequestHandler

from server import cache
from server.pages import PageHandler, Site
from widgets.content import ContentError, load
from widgets.content.pages import Page as ContentPage

log = logging.getLogger("kit")

WATCH_SECONDS = 2
# Longer than eight slow sessions take; a renderer that hangs is ended.
RENDER_LIMIT_SECONDS = 240


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


def session_page(site: Site, session: ContentPage, fragment: cache.Fragment) -> str:
    """Put the page around a rendered session or tool."""
    # "<" is written as an escape, so that no text can end the script element early.
    widgets = json.dumps({"models": fragment.widgets}, ensure_ascii=False).replace("<", "\\u003c")
    return site.render(
        "session.html.j2",
        session=session,
        sessions=list(site.content.sessions.values()),
        fragment=fragment,
        widgets_json=widgets,
        modules=sorted({widget["module"] for widget in fragment.widgets.values()}),
    )


class SharedPages:
    """Keeps every session's page, and renders in the background what has changed.

    Parameters
    ----------
    site
        What the pages are made of; its content is read anew when files change.
    folder
        Where rendered sessions are kept between starts.
    notebooks
        Folder of the notebooks.
    progress
        Called with the number of sessions done and to be done while rendering.
    on_change
        Awaited when files have changed since the start.
    """

    def __init__(
        self,
        site: Site,
        folder: Path,
        notebooks: Path,
        progress: Callable[[int, int], None] = lambda *_: None,
        on_change: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.site, self.folder, self.notebooks, self.progress = site, folder, notebooks, progress
        self.on_change = on_change
        self.pages: dict[str, Page] = {}
        self.failed: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self.renderer: asyncio.subprocess.Process | None = None

    def start(self) -> None:
        """Take what is on disk, and begin to watch for what must be rendered."""
        for session in self._pages():
            if fragment := cache.load_last_good(self.folder, session.slug):
                self._show(session, fragment)
        self.task = asyncio.get_running_loop().create_task(self._watch())

    def close(self) -> None:
        """End a rendering that is under way; its kernels end with it."""
        if self.renderer is not None and self.renderer.returncode is None:
            self.renderer.terminate()

    async def _watch(self) -> None:
        seen = None
        while True:
            try:
                signature = await asyncio.to_thread(self._signature)
                if signature != seen:
                    if seen is not None and self.on_change:
                        await self.on_change()
                    await self._refresh()
                    seen = signature
            except Exception:
                log.exception("Shared pages could not be brought up to date")
            await asyncio.sleep(WATCH_SECONDS)

    def _signature(self) -> list[tuple[str, int, int]]:
        """Notice cheaply that a file changed: names, times and sizes."""
        files = {path for session in self._pages() for path in cache.input_files(self._notebook(session))}
        states = [(str(path), path.stat()) for path in sorted(files) if path.exists()]
        return [(name, state.st_mtime_ns, state.st_size) for name, state in states]

    def _pages(self) -> list[ContentPage]:
        return list(self.site.content.pages.values())

    def _notebook(self, session: ContentPage) -> Path:
        return self.notebooks / session.notebook

    async def _refresh(self) -> None:
        await asyncio.to_thread(self._reload_content)
        wanted: dict[str, str] = {}
        for session in self._pages():
            try:
                key = await asyncio.to_thread(cache.content_key, self._notebook(session))
            except OSError as error:
                self._note_failure(session.slug, f"{session.notebook}: {error.strerror}")
                continue
            fragment = await asyncio.to_thread(cache.load, self.folder, session.slug, key)
            if fragment is None:
                wanted[session.slug] = key
            elif self.keys.get(session.slug) != key:
                self.keys[session.slug] = key
                self._show(session, fragment)
        if wanted:
            await self._render(wanted)

    def _reload_content(self) -> None:
        load.cache_clear()
        try:
            self.site.content = load()
        except ContentError as error:
            log.error("Content is not in order, the pages stay as they were: %s", error)

    async def _render(self, wanted: dict[str, str]) -> None:
        pairs = [f"{slug}={key}" for slug, key in wanted.items()]
        command = [sys.executable, "-m", "server.rendering", str(self.folder), str(self.notebooks), *pairs]
        open_slugs, done = set(wanted), 0
        self.progress(0, len(wanted))
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        self.renderer = process
        try:
            async with asyncio.timeout(RENDER_LIMIT_SECONDS):
                async for line in process.stdout:
                    result = json.loads(line)
                    slug = result["slug"]
                    open_slugs.discard(slug)
                    done += 1
                    if result["ok"]:
                        await self._take(slug, wanted[slug])
                    else:
                        self._note_failure(slug, result["reason"])
                    self.progress(done, len(wanted))
        except TimeoutError:
            log.error("Rendering took longer than %s s and was ended", RENDER_LIMIT_SECONDS)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()
        for slug in open_slugs:
            self._note_failure(slug, "the renderer ended before this session was done")

    async def _take(self, slug: str, key: str) -> None:
        fragment = await asyncio.to_thread(cache.load, self.folder, slug, key)
        if fragment is None:
            self._note_failure(slug, "its rendering could not be read back")
            return
        self.failed.pop(slug, None)
        self.keys[slug] = key
        self._show(self.site.content.pages[slug], fragment)

    def _show(self, session: ContentPage, fragment: cache.Fragment) -> None:
        self.pages[session.slug] = Page.of(session_page(self.site, session, fragment))

    def _note_failure(self, slug: str, reason: str) -> None:
        self.failed[slug] = reason
        kept = "its last good page is shown" if slug in self.pages else "it has no page yet"
        log.error("%s could not be rendered, %s: %s", slug, kept, reason)


class MemberPage(RequestHandler):
    """Sends a session's shared page; nothing is computed for a visitor."""

    def initialize(self, shared: SharedPages) -> None:
        """Take the pages to send."""
        self.shared = shared

    def get(self, slug: str) -> None:
        """Send the page in the best form that the browser takes."""
        self.page = self.shared.pages.get(slug)
        if self.page is None:
            return self._without_page(slug)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        self.set_etag_header()
        if self.check_etag_header():
            self.set_status(304)
            return self.finish()
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
        site = self.shared.site
        session = site.content.pages.get(slug)
        kind = "not-found" if session is None else "failed" if slug in self.shared.failed else "preparing"
        self.set_status({"not-found": 404, "failed": 500, "preparing": 503}[kind])
        if kind == "preparing":
            self.set_header("Retry-After", "3")
        self.set_header("Cache-Control", "no-store")
        values = {"session": session} if session else {}
        self.finish(site.render("message.html.j2", kind=kind, **values))


class MemberLink(PageHandler):
    """The session's address without its last stroke."""

    def get(self, slug: str) -> None:
        """Lead to the address with it, so that the page's links hold."""
        self.redirect(f"{self.site.base_url}hoc/{slug}/", permanent=True)
