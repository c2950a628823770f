"""Servers with the small course, its notebooks well-behaved and not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from filelock import FileLock

from course import load
from server.publish import shelf
from server.publish import static_site as sites
from tests import serving
from tests.courses import SMALL, course_folder, write_notebook
from tests.serving import Server

GREETING = "from IPython.display import Markdown\nMarkdown('Xin **chào**')"
# Never ends. As a live page it keeps a processor busy at first, so that others would notice; then it only waits.
ENDLESS = """import os, threading, time
while "VOILA_BASE_URL" in os.environ and time.process_time() < 4:
    pass
threading.Event().wait()"""

Start = Callable[..., Server]


def write_notebooks(folder: Path, special: dict[str, str]) -> Path:
    """Write the small course with a small notebook for every page; ``special`` gives the code of some."""
    course_folder(folder)
    for page in load(SMALL).pages.values():
        head = nbformat.v4.new_markdown_cell("# Phần đầu", id="dau", metadata=on_slide("slide"))
        source = special.get(page.notebook, GREETING)
        code = nbformat.v4.new_code_cell(source, id="chao", metadata=on_slide("-"))
        write_notebook(folder / "notebooks" / page.notebook, head, code)
    return folder


def on_slide(kind: str) -> dict[str, dict[str, str]]:
    """Return the metadata that says what a cell is on the slides."""
    return {"slideshow": {"slide_type": kind}}


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course with small notebooks that work, one a page; the first can have widgets."""
    special = {"01-buoi-mot.ipynb": f"import ipywidgets\n{GREETING}"}
    return write_notebooks(tmp_path_factory.mktemp("notebooks"), special)


@pytest.fixture(scope="session")
def made(shared_folder: Path, notebooks: Path) -> Path:
    """Where pages and decks of the small notebooks are kept; not to be written by a test."""
    with FileLock(shared_folder / "made.lock"):
        sites.rendered(load(notebooks), shared_folder / "made", lambda done, total: None)
        sites.fitted_decks(load(notebooks), shared_folder / "made")
    return shared_folder / "made"


def copy_made(made: Path, course: Path, to: Path) -> Path:
    """Copy the pages and decks of those notebooks of a course that are as the small notebooks are."""
    to.mkdir()
    loaded = load(course)
    for slug, page in loaded.pages.items():
        if shelf.PAGES.load(made, slug, shelf.content_key(loaded, page)) is not None:
            for path in made.glob(f"{slug}.*"):
                shutil.copy(path, to)
    return to


@pytest.fixture
def start_prepared(start_server: Start, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Return a function that starts a server on a course; what the small notebooks show it need not make itself."""

    def start(course: Path, *options: str) -> Server:
        cache = copy_made(made, course, tmp_path_factory.mktemp("prepared") / "cache")
        return start_server("--course", str(course), "--cache", str(cache), *options)

    return start


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory, notebooks: Path, made: Path) -> Iterator[Server]:
    """One server that most tests share."""
    folder = tmp_path_factory.mktemp("server")
    options = ("--course", str(notebooks), "--cache", str(copy_made(made, notebooks, folder / "cache")))
    with serving.running(folder, *options, "--kernels", "30") as server:
        yield server


@pytest.fixture(scope="package")
def unruly_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a session that fails and a tool that never ends."""
    folder = tmp_path_factory.mktemp("unruly")
    special = {
        "02-buoi-hai.ipynb": "raise RuntimeError('this cell is meant to fail')",
        "tra-cuu.ipynb": ENDLESS,
    }
    course = write_notebooks(folder / "course", special)
    with serving.running(folder, "--course", str(course), "--kernels", "30") as server:
        yield server
