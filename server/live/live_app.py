"""The live app: a session's notebook with a Python kernel of one's own.

Voila renders the notebook; what stands here around it is what a room full of
people needs: a cap, an order of waiting, a time limit, and messages.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from functools import partial
from typing import cast

from server.errors import SessionFailed
from server.live.kernels import NoRoom
from server.live.renderer import session_renderer
from server.live.warm import WarmPool
from server.pages.pages import PageHandler
from server.publish import policy
from server.publish.site import DESK, Site
from server.security import Asked, asked, ensure_visitor

log = logging.getLogger("kit")

# Nobody waits longer than this for a page or a message.
LIMIT_SECONDS = 27


class LiveApp(PageHandler):
    """Streams a live session: first what can be read at once, then cell by cell."""

    def initialize(self, site: Site, pool: WarmPool, gate: asyncio.Semaphore, voila) -> None:
        """Take the server's parts; ``gate`` limits how many sessions start at the same time."""
        super().initialize(site)
        self.pool, self.kernels, self.gate, self.voila = pool, pool.kernels, gate, voila
        self.work: asyncio.Task | None = None
        self.begun = False

    async def get(self, notebook: str) -> None:
        """Send the session's page, or say in plain words why not."""
        pages = [*self.site.course.pages.values(), DESK]
        session = next((page for page in pages if page.notebook == notebook), None)
        if session is None:
            return self.send_message(404, "not-found")
        who = asked(self)
        if who is Asked.BY_NOBODY:
            return self.send_message(403, "not-found")
        visitor = ensure_visitor(self)
        if who is Asked.FROM_ELSEWHERE:
            self.set_header("Cache-Control", "no-store")
            return self.send_message(200, "start", session=session)
        try:
            await self.kernels.make_way(visitor)
            kernel_id = self.pool.reserve(visitor, cast(str, self.request.remote_ip))
        except NoRoom as error:
            log.warning("%s: %s", notebook, error)
            self.set_header("Retry-After", "20")
            return self.send_message(503, "busy", session=session, open_now=self.kernels.capacity)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", policy.LIVE_PAGES)
        self.work = asyncio.create_task(self._stream(notebook, session, kernel_id))
        try:
            await self.work
        except asyncio.CancelledError:
            log.info("%s: người xem rời đi khi trang chưa dựng xong", notebook)

    def on_connection_close(self) -> None:
        """Stop the work for a page that nobody waits for."""
        if self.work is not None:
            self.work.cancel()

    async def _stream(self, notebook: str, session, kernel_id: str) -> None:
        complete = False
        try:
            async with asyncio.timeout(LIMIT_SECONDS), _Turn(self.gate) as turn:
                renderer = await session_renderer(self.voila, self.settings, notebook)
                start = partial(self._start_kernel, turn, kernel_id)
                values = {
                    "site": self.site,
                    "session": session,
                    "sessions": list(self.site.course.sessions.values()),
                }
                async with aclosing(renderer.chunks(kernel_id, start, **values)) as chunks:
                    async for chunk, _ in chunks:
                        self.begun = True
                        self.write(chunk)
                        # Not awaited: a slow line must not hold the turn of those who wait.
                        self.flush()
            complete = True
            self.kernels.complete.add(kernel_id)
        except TimeoutError:
            log.error("%s: sau %s giây vẫn chưa xong", notebook, LIMIT_SECONDS)
            self._break_off("busy", session)
        except Exception as error:
            log.error("%s: %s", notebook, error, exc_info=not isinstance(error, SessionFailed))
            self._break_off("failed", session)
        finally:
            if not complete:
                await self.kernels.release(kernel_id)
        if self.begun:
            self.finish()

    def _break_off(self, kind: str, session) -> None:
        if self.begun:
            self.write(self.site.render("broken-off.html.j2", kind=kind, session=session))
        else:
            self.send_message(503 if kind == "busy" else 500, kind, session=session)

    async def _start_kernel(self, turn: _Turn, kernel_id: str):
        # Awaited by the template after the head of the page has been sent.
        await turn.come()
        if kernel_id in self.kernels:  # It came ready from the pool.
            return self.kernels.get_kernel(kernel_id)
        base = self.site.base_url
        await self.kernels.start_whole(kernel_id, VOILA_BASE_URL=base, VOILA_SERVER_URL=base)
        return self.kernels.get_kernel(kernel_id)


class _Turn:
    """A place in the queue before the gate, given back on leaving, taken or not."""

    def __init__(self, gate: asyncio.Semaphore) -> None:
        self.gate, self.taken = gate, False

    async def come(self) -> None:
        await self.gate.acquire()
        self.taken = True

    async def __aenter__(self) -> _Turn:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.taken:
            self.gate.release()
