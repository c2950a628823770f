"""Voila's rendering of a session's notebook for the live app."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import Any, cast

import nbformat
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert.preprocessors.clearoutput import ClearOutputPreprocessor
from voila.app import Voila
from voila.exporter import VoilaMarkdownRenderer
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from server.errors import SessionFailed
from server.publish.cells import Cells
from server.publish.site import DESK, Site

log = logging.getLogger("kit")

DESK_FOLDER = Path(__file__).parents[1] / "desk"


class MarkdownRenderer(VoilaMarkdownRenderer):
    """Voila's Markdown without the pilcrow links beside headings, which say nothing to a reader."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs, exclude_anchor_links=True)


class SessionRenderer(NotebookRenderer):
    """Voila's renderer, except that a failed cell ends the page instead of standing in it.

    Attributes
    ----------
    site
        Whose glossary explains the terms, and whose pages texts link to; set once it is made.
    """

    site: Site

    async def load_notebook(self, path: str) -> nbformat.NotebookNode:
        """Read one of the kit's own notebooks; they need neither conversion nor trust."""
        folder = DESK_FOLDER if path == DESK.notebook else Path(self.root_dir)
        return nbformat.read(folder / path, as_version=4)

    async def chunks(self, kernel_id: str, start: Callable[[], Awaitable], **values) -> AsyncGenerator:
        """Yield the page piece by piece; ``start`` is awaited for the kernel once the head is out.

        However that ends, the connection to the kernel is closed: its sockets and threads would
        stay for ever.
        """
        context = {
            "frontend": "voila",
            "main_js": "voila.js",
            "kernel_start": partial(self._kernel_started, kernel_id=kernel_id, start=start),
            "cell_generator": self._executed_cells,
            "cells": Cells(self.site.course, self.site.link),
        }
        pieces = self.exporter.generate_from_notebook_node(
            self.notebook, self.resources, extra_context=context | values, page_config=self.page_config
        )
        try:
            async with aclosing(pieces):
                async for piece in pieces:
                    yield piece
        finally:
            self._disconnect()

    async def _kernel_started(self, nb, kernel_id, start):
        return await self._jinja_kernel_start(nb, kernel_id, start())

    async def _executed_cells(self, nb, kernel_id):
        nb, _ = ClearOutputPreprocessor().preprocess(nb, {"metadata": {"path": self.cwd}})
        for index, cell in enumerate(nb.cells):
            try:
                yield await self.executor.execute_cell(cell, None, index, store_history=False)
            except (CellExecutionError, DeadKernelError, TimeoutError) as error:
                # Whatever cancels the work, nbclient takes it for the kernel's death.
                if cast("asyncio.Task", asyncio.current_task()).cancelling():
                    raise asyncio.CancelledError from error
                raise SessionFailed(self.notebook_path, f"ô {index + 1}", error) from error

    def _disconnect(self) -> None:
        # There is no executor before the kernel has started, and no client where it could not be reached.
        if (executor := getattr(self, "executor", None)) and executor.kc:
            executor.kc.stop_channels()


async def session_renderer(voila: Voila, settings: dict[str, Any], notebook: str) -> SessionRenderer:
    """Return a renderer for one of the kit's notebooks.

    Parameters
    ----------
    voila
        The application, for its configuration and templates.
    settings
        The application's Tornado settings, for its managers.
    notebook
        File name of the notebook.
    """
    base_url = voila.base_url
    page_config = get_page_config(base_url, settings, log, voila.voila_configuration)
    # Voila's front end loads a formula renderer with every page, from a remote host by default.
    page_config |= {"fullMathjaxUrl": voila.site.asset("no-formulas.js"), "mathjaxConfig": "none"}
    renderer = SessionRenderer(
        root_dir=voila.root_dir,
        voila_configuration=voila.voila_configuration,
        traitlet_config=voila.config,
        notebook_path=notebook,
        template_paths=voila.template_paths,
        config_manager=settings["config_manager"],
        contents_manager=settings["contents_manager"],
        kernel_spec_manager=settings["kernel_spec_manager"],
        base_url=base_url,
        page_config=page_config,
        mathjax_config="",
        mathjax_url="",
    )
    renderer.site = voila.site
    await renderer.initialize(template=None, theme=None)
    renderer.exporter.template_file = "desk.html.j2" if notebook == DESK.notebook else "index.html.j2"
    return renderer
