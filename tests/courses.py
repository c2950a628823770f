"""The courses that tests work on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import nbformat

from course import SHIPPED, Course, load

# One plan, one list, two sessions with every kind of question: enough for what is not about the shipped course.
SMALL = Path(__file__).parent / "course" / "minimal"


@cache
def shipped() -> Course:
    """Return the course that comes with the kit, loaded once."""
    return load(SHIPPED)


def course_folder(folder: Path) -> Path:
    """Make a folder with the small course's data and no notebooks yet."""
    (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    if not (folder / "data").exists():
        (folder / "data").symlink_to(SMALL / "data")
    return folder


def write_notebook(path: Path, *cells: nbformat.NotebookNode) -> None:
    """Write a notebook of these cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel}, cells=list(cells))
    nbformat.write(notebook, path)
