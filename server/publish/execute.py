"""Executes sessions' notebooks once and keeps what they show, for every visitor to share.

Runs as a process of its own (``python -m server.publish.execute FOLDER COURSE SLUG=KEY…``), so
that the server goes on answering meanwhile and survives whatever a notebook does. It
reports on standard output, one JSON line a session (:func:`server.publish.workers.report`).
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from server.app import KitServer, configuration
from server.live.renderer import SessionRenderer, session_renderer
from server.publish import shelf, workers

# The widgets' own state, without what only a kernel's front end needs.
FOREIGN = {"layout", "tabbable", "tooltip"}
# Slides have drawings of their own, and charts of their own from the values: the page need not carry them.
LEFT_OUT = {*FOREIGN, "slides", "bars"}
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
KEPT = ("text/markdown", "application/vnd.jupyter.widget-view+json")


class FilesChanged(RuntimeError):
    """What a session shows may come from two versions of its files; it must be rendered anew."""


async def render(server: KitServer, settings: dict[str, Any], notebook: str) -> shelf.Fragment:
    """Execute a notebook and return what it shows.

    Raises
    ------
    SessionFailed
        When a cell raises, takes too long, or its kernel dies.
    """
    renderer = await session_renderer(server, settings, notebook, "fragment.html.j2")
    kernels = server.kernel_manager
    kernel_id = kernels.reserve("rendering")

    async def start():
        await kernels.start_whole(kernel_id=kernel_id, kernel_name="python3", path="", env=dict(os.environ))
        return kernels.get_kernel(kernel_id)

    try:
        html = "".join([chunk async for chunk, _ in renderer.chunks(kernel_id, start)])
        return _with_plain_names(html, widget_states(renderer), executed_notebook(renderer))
    finally:
        await kernels.release(kernel_id)


def widget_states(renderer: SessionRenderer) -> dict[str, dict[str, Any]]:
    """Return the state of every widget of the kit, with the name of its module, by model id."""
    states = {}
    for model_id, state in renderer.executor.widget_state.items():
        if "_esm" in state:
            kept = {name: value for name, value in state.items() if name[0] != "_" and name not in LEFT_OUT}
            module = state["_anywidget_id"].split(".")[-2]  # widgets.quiz.quiz.Quiz → quiz
            states[model_id] = {"module": module, "state": kept}
    return states


def executed_notebook(renderer: SessionRenderer) -> dict[str, Any]:
    """Return the notebook with its outputs, and the states of its widgets in its metadata.

    Outputs keep their Markdown and the ids of their widgets; the HTML stands in the page already.
    """
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": renderer.executed}
    notebook = json.loads(json.dumps(notebook))
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            output["data"] = {kind: value for kind, value in output.get("data", {}).items() if kind in KEPT}
    states = {
        model_id: {"model_name": "AnyModel", "model_module": "anywidget", "state": _plain_state(state)}
        for model_id, state in renderer.executor.widget_state.items()
        if "_esm" in state
    }
    notebook["metadata"] = {"name": renderer.notebook_path, "widgets": {WIDGET_STATE: {"state": states}}}
    return notebook


def _plain_state(state: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in state.items() if name not in ("_esm", "_css", *FOREIGN)}


def _with_plain_names(
    html: str, widgets: dict[str, dict[str, Any]], notebook: dict[str, Any]
) -> shelf.Fragment:
    """Name the widgets w1, w2, … so that the same notebook gives the same bytes."""
    names = {model_id: f"w{number}" for number, model_id in enumerate(widgets, start=1)}
    text = json.dumps(notebook, ensure_ascii=False)
    for model_id, name in names.items():
        html, text = html.replace(model_id, name), text.replace(model_id, name)
    states = {names[model_id]: state for model_id, state in widgets.items()}
    return shelf.Fragment(html, states, json.loads(text))


async def render_all(folder: Path, course: Path, keys: dict[str, str], connections: str) -> bool:
    """Render the sessions of these slugs and versions and report each; tells whether all succeeded.

    As many are rendered at a time as the machine has cores, two at least.
    """
    server = KitServer(config=configuration("127.0.0.1", 0, course, capacity=len(keys)))
    server.initialize([])
    # The server's own handler is replaced: here the work is broken off and its kernels are ended.
    if os.name == "posix":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, asyncio.current_task().cancel)
    server.connection_dir = connections
    settings = server.init_settings()
    turns = asyncio.Semaphore(max(2, os.cpu_count() or 2))

    async def one(slug: str, key: str) -> bool:
        page = server.site.course.pages[slug]
        async with turns:
            try:
                fragment = await render(server, settings, page.notebook)
                # An author may have saved meanwhile: never keep one version under another's name.
                if shelf.content_key(server.site.course, page) != key:
                    raise FilesChanged(
                        f"{page.notebook}: its files changed while it was rendered: render it again"
                    )
                shelf.PAGES.save(folder, slug, key, fragment)
            except Exception as error:
                again = isinstance(error, FilesChanged)
                workers.report(slug=slug, ok=False, reason=str(error) or type(error).__name__, again=again)
                return False
            workers.report(slug=slug, ok=True)
            return True

    try:
        return all(await asyncio.gather(*[one(slug, key) for slug, key in keys.items()]))
    finally:
        await server.kernel_manager.shutdown_all()


def main() -> int:
    """Render ``SLUG=KEY`` pairs of a course into a folder; exit status 1 when one failed."""
    folder, course, *wanted = sys.argv[1:]
    workers.stand_back()
    # Outside the cache: the names of the kernels' sockets must stay short.
    with tempfile.TemporaryDirectory(prefix="kit_") as connections:
        try:
            succeeded = asyncio.run(render_all(Path(folder), Path(course), workers.keys(wanted), connections))
        except (KeyboardInterrupt, asyncio.CancelledError):
            succeeded = False
    return 0 if succeeded else 1


if __name__ == "__main__":
    workers.leave(main())
