"""The live app: a session's notebook with a Python kernel of one's own.

Voila renders the notebook; what stands here around it is what a room full of
people needs: a cap, an order of waiting, a time limit, and messages.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert.preprocessors.clearoutput import ClearOutputPreprocessor
from voila.exporter import VoilaMarkdownRenderer
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from server.kernels import LiveKernels, NoRoom
from server.pages import PageHandler, Site
from server.security import ensure_visitor

log = logging.getLogger("kit")

# Nobody waits longer than this for a page or a message.
LIMIT_SECONDS = 27


class SessionFailed(RuntimeError):
    """A cell of a session's notebook could not be run."""


class MarkdownRenderer(VoilaMarkdownRenderer):
    """Voila's Markdown without the pilcrow links beside headings, which say nothing to a reader."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs, exclude_anchor_links=True)


class SessionRenderer(NotebookRenderer):
    """Voila's renderer, except that a failed cell ends the page instead of standing in it."""

    async def load_notebook(self, path: str) -> nbformat.NotebookNode:
        """Read one of the kit's own notebooks; they need neither conversion nor trust."""
        return nbformat.read(Path(self.root_dir) / path, as_version=4)

    def chunks(self, kernel_id: str, start: Callable[[], Awaitable], **values) -> AsyncGenerator:
        """Yield the page piece by piece; ``start`` is awaited for the kernel once the head is out."""
        context = {
            "frontend": "voila",
            "main_js": "voila.js",
            "kernel_start": partial(self._jinja_kernel_start, kernel_id=kernel_id, start=start),
            "cell_generator": self._jinja_cell_generator,
        }
        return self.exporter.generate_from_notebook_node(
            self.notebook, self.resources, extra_context=context | values, page_config=self.page_config
        )

    async def _jinja_kernel_start(self, nb, kernel_id, start):
        return await super()._jinja_kernel_start(nb, kernel_id, start())

    async def _jinja_cell_generator(self, nb, kernel_id):
        nb, _ = ClearOutputPreprocessor().preprocess(nb, {"metadata": {"path": self.cwd}})
        for index, cell in enumerate(nb.cells):
            try:
                yield await self.executor.execute_cell(cell, None, index, store_history=False)
            except (CellExecutionError, DeadKernelError, TimeoutError) as error:
                raise SessionFailed(f"{self.notebook_path}: cell {index + 1}: {error}") from error
        await self._cleanup_resources()


class LiveApp(PageHandler):
    """Streams a live session: first what can be read at once, then cell by cell."""

    def initialize(self, site: Site, kernels: LiveKernels, gate: asyncio.Semaphore, voila) -> None:
        """Take the server's parts; ``gate`` limits how many sessions start at the same time."""
        super().initialize(site)
        self.kernels, self.gate, self.voila = kernels, gate, voila
        self.sessions = list(site.content.sessions.values())
        self.work: asyncio.Task | None = None

    async def get(self, notebook: str) -> None:
        """Send the session's page, or say in plain words why not."""
        session = next((session for session in self.sessions if session.notebook == notebook), None)
        if session is None:
            return self.send_message(404, "not-found")
        try:
            kernel_id = self.kernels.reserve(ensure_visitor(self))
        except NoRoom as error:
            log.warning("%s: %s", notebook, error)
            self.set_header("Retry-After", "20")
            return self.send_message(503, "busy", session=session)
        self.set_header("Cache-Control", "no-store")
        self.work = asyncio.create_task(self._stream(notebook, session, kernel_id))
        try:
            await self.work
        except asyncio.CancelledError:
            log.info("%s: the visitor left before the page was complete", notebook)

    def on_connection_close(self) -> None:
        """Stop the work for a page that nobody waits for."""
        if self.work is not None:
            self.work.cancel()

    async def _stream(self, notebook: str, session, kernel_id: str) -> None:
        complete = False
        try:
            async with asyncio.timeout(LIMIT_SECONDS), _Turn(self.gate) as turn:
                renderer = await self._renderer(notebook)
                start = partial(self._start_kernel, turn, kernel_id)
                values = {"site": self.site, "session": session, "sessions": self.sessions}
                async with aclosing(renderer.chunks(kernel_id, start, **values)) as chunks:
                    async for chunk, _ in chunks:
                        self.write(chunk)
                        await self.flush()
            complete = True
        except TimeoutError:
            log.error("%s: not ready after %s s", notebook, LIMIT_SECONDS)
            self._break_off("busy", session)
        except Exception as error:
            log.error("%s: %s", notebook, error, exc_info=not isinstance(error, SessionFailed))
            self._break_off("failed", session)
        finally:
            if not complete:
                await self.kernels.release(kernel_id)
        if not self._finished:
            self.finish()

    def _break_off(self, kind: str, session) -> None:
        if self._headers_written:
            self.write(self.site.render("broken-off.html.j2", kind=kind, session=session))
        else:
            self.send_message(503 if kind == "busy" else 500, kind, session=session)

    async def _start_kernel(self, turn: _Turn, kernel_id: str):
        # Awaited by the template after the head of the page has been sent.
        await turn.come()
        base = self.site.base_url
        await self.kernels.start_kernel(
            kernel_id=kernel_id,
            kernel_name="python3",
            path="",
            env={**os.environ, "VOILA_BASE_URL": base, "VOILA_SERVER_URL": base},
        )
        return self.kernels.get_kernel(kernel_id)

    async def _renderer(self, notebook: str) -> SessionRenderer:
        configuration = self.voila.voila_configuration
        page_config = get_page_config(self.site.base_url, self.settings, log, configuration)
        # Voila's front end loads a formula renderer with every page, from a remote host by default.
        page_config |= {"fullMathjaxUrl": self.site.asset("no-formulas.js"), "mathjaxConfig": "none"}
        renderer = SessionRenderer(
            request_handler=self,
            voila_configuration=configuration,
            traitlet_config=self.voila.config,
            root_dir=self.voila.root_dir,
            notebook_path=notebook,
            template_paths=self.voila.template_paths,
            config_manager=self.settings["config_manager"],
            contents_manager=self.settings["contents_manager"],
            base_url=self.site.base_url,
            kernel_spec_manager=self.settings["kernel_spec_manager"],
            page_config=page_config,
            mathjax_config="",
            mathjax_url="",
        )
        await renderer.initialize(template=None, theme=None)
        return renderer


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
