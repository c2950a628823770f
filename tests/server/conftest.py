"""Servers with small notebooks, well-behaved and not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from tests.courses import course_folder, shipped, write_notebook
from tests.serving import Server

GREETING = "from IPython.display import Markdown\nMarkdown('Xin **chào**')"


def write_notebooks(folder: Path, special: dict[str, str]) -> Path:
    """Write a course with a small notebook for every page; ``special`` gives the code of some."""
    course_folder(folder)
    for page in shipped().pages.values():
        head = nbformat.v4.new_markdown_cell("# Phần đầu")
        code = nbformat.v4.new_code_cell(special.get(page.notebook, GREETING))
        write_notebook(folder / "notebooks" / page.notebook, head, code)
    return folder


@pytest.fixture(scope="package")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small notebooks that work, one a page; the first can have widgets."""
    special = {"01-tac-pham.ipynb": f"import ipywidgets\n{GREETING}"}
    return write_notebooks(tmp_path_factory.mktemp("notebooks"), special)


@pytest.fixture(scope="package")
def unruly_notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small notebooks, of which one fails and one never ends."""
    special = {
        "02-ly-luan.ipynb": "raise RuntimeError('this cell is meant to fail')",
        "03-ket-qua.ipynb": "while True: pass",
    }
    return write_notebooks(tmp_path_factory.mktemp("unruly"), special)


@pytest.fixture(scope="package")
def server(start_server: Callable[..., Server], notebooks: Path) -> Server:
    """One server that most tests share."""
    return start_server("--course", str(notebooks), "--kernels", "30")


@pytest.fixture(scope="package")
def unruly_server(start_server: Callable[..., Server], unruly_notebooks: Path) -> Server:
    """A server with a session that fails and one that never ends."""
    return start_server("--course", str(unruly_notebooks), "--kernels", "30")
