"""Executes sessions' notebooks once and keeps what they show, for every visitor to share.

A job (:mod:`server.publish.jobs`), so that the server goes on answering meanwhile and survives whatever a notebook
does. It reports one result a page.
"""

from __future__ import annotations

import asyncio
import os
import uuid
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from course import Course, load
from course.pages import Page
from server.errors import CellFailed, FilesChanged, SessionFailed
from server.publish import jobs, kernel_start, shelf
from server.publish.executed import Executed, kept
from server.publish.jobs import Report, Result

# A cell that draws a figure takes a third of a second, on a busy machine and at low priority twenty times that; one
# that never ends is given up.
CELL_SECONDS = 60
START_SECONDS = 25


async def execute(course: Course, page: Page, place: kernel_start.Place) -> Executed:
    """Execute a page's notebook in a kernel of its own and return what it shows.

    Parameters
    ----------
    course, page
        Whose notebook it is; the kernel runs in the course's folder of notebooks.
    place
        Where the kernel's sockets and files are.

    Raises
    ------
    CellFailed
        When a cell raises; names cell and error.
    SessionFailed
        When a cell takes too long, or its kernel dies.
    """
    kernel = kernel_start.OwnKernel(
        connection_file=str(place.folder / f"{uuid.uuid4().hex[:8]}.json"), transport=place.transport
    )
    client = NotebookClient(
        nbformat.read(course.notebook(page), as_version=4),
        km=kernel,
        resources={"metadata": {"path": str(course.notebooks)}},
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
        interrupt_on_timeout=True,
    )
    try:
        notebook = await client.async_execute(env=place.environment())
    except CellExecutionError as error:
        raise _failed(page, client.nb, error) from error
    except (DeadKernelError, TimeoutError, RuntimeError) as error:
        raise SessionFailed(page.notebook, error) from error
    finally:
        # nbclient leaves a kernel that it was given to whoever gave it.
        if kernel.has_kernel:
            await kernel.shutdown_kernel(now=True)
    return kept(notebook, page.notebook)


def _failed(page: Page, notebook: nbformat.NotebookNode, error: CellExecutionError) -> CellFailed:
    """Return which cell raised, without the way through the kit's own code that Python tells."""
    number, cell = next(
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if any(output.output_type == "error" for output in cell.get("outputs", ()))
    )
    rule, terms = "must run without an error: {problem}", {"problem": f"{error.ename}: {error.evalue}"}
    place = f"cell {number} ({cell.get('id', 'without id')})"
    return CellFailed(f"notebooks/{page.notebook}", place, rule, terms=terms)


async def execute_all(
    store: Path, course: Course, keys: dict[str, str], place: kernel_start.Place, report: Report
) -> None:
    """Execute the pages of these slugs and versions, keep what they show, and report each.

    As many are executed at a time as the machine has cores, two at least.

    Parameters
    ----------
    store
        Folder that keeps them.
    course
        Whose pages they are.
    keys
        Their versions, by slug.
    connections
        As in :func:`execute`.
    report
        Takes each page's result; one that fails keeps no other from being executed.
    """
    turns = asyncio.Semaphore(max(2, os.cpu_count() or 2))

    async def one(slug: str, key: str) -> None:
        page = course.pages[slug]
        async with turns:
            try:
                executed = await execute(course, page, place)
                # An author may have saved meanwhile: never keep one version under another's name.
                if shelf.content_key(course, page) != key:
                    raise FilesChanged(
                        page.notebook, "tệp của trang thay đổi trong lúc dựng; trang được dựng lại"
                    )
                shelf.PAGES.save(store, slug, key, executed)
            except Exception as error:
                report(Result.failure(slug, error))
            else:
                report(Result(slug))

    await asyncio.gather(*[one(slug, key) for slug, key in keys.items()])


async def work(report: Report, store: str, course: str, keys: dict[str, str]) -> None:
    """Execute pages of the course in a folder into a store; ``keys`` are their versions by slug."""
    with kernel_start.place() as place:
        await execute_all(Path(store), load(Path(course)), keys, place, report)


if __name__ == "__main__":
    jobs.perform(work)
