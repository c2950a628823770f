"""Breaks a copy of the small course on purpose, and tells what ``kit check`` says of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import yaml

from server.checking import faults
from tests.courses import SMALL

Edit = Callable[[Path], object]


def complaints(folder: Path, *edits: Edit) -> list[str]:
    """Copy the small course to a new folder, break it, and return everything that is said of it."""
    shutil.copytree(SMALL, folder)
    for edit in edits:
        edit(folder)
    return [str(fault) for fault in faults(folder)]


def words(file: str, old: str, new: str) -> Edit:
    """Return an edit that puts other words into a file; its first such words are replaced."""

    def edit(folder: Path) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} no longer holds {old!r}; mend the test"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def data(file: str, old: str, new: str) -> Edit:
    """Return an edit of a file of the data."""
    return words(f"data/{file}", old, new)


def rules(**changes: object) -> Edit:
    """Return an edit of what the course sets for itself."""

    def edit(folder: Path) -> None:
        path = folder / "data" / "rules.yml"
        path.write_text(yaml.safe_dump(yaml.safe_load(path.read_text("utf-8")) | changes), "utf-8")

    return edit


def cells(name: str, change: Callable[[list[dict]], object]) -> Edit:
    """Return an edit of the cells of a notebook."""

    def edit(folder: Path) -> None:
        path = folder / "notebooks" / name
        notebook = json.loads(path.read_text("utf-8"))
        change(notebook["cells"])
        path.write_text(json.dumps(notebook) + "\n", "utf-8")

    return edit


def cell(name: str, which: str, **changes: object) -> Edit:
    """Return an edit of one cell, named by the end of its id; what it says of its slide are fields of it too."""

    def change(cells: list[dict]) -> None:
        (found,) = [one for one in cells if one["id"].endswith(f"-{which}")]
        slideshow = {
            name: changes.pop(name) for name in ("slide_type", "minutes", "to", "title") if name in changes
        }
        found["metadata"]["slideshow"] |= slideshow
        found.update(changes)

    return cells(name, change)


def without(name: str, which: str) -> Edit:
    """Return an edit that takes a cell away, named by the end of its id."""

    def change(cells: list[dict]) -> None:
        (found,) = [one for one in cells if one["id"].endswith(f"-{which}")]
        cells.remove(found)

    return cells(name, change)


def after(name: str, which: str, added: dict) -> Edit:
    """Return an edit that adds a text cell after one that is named by the end of its id."""

    def change(cells: list[dict]) -> None:
        (found,) = [at for at, one in enumerate(cells) if one["id"].endswith(f"-{which}")]
        cells.insert(found + 1, added)

    return cells(name, change)


def text(name: str, source: str, slide_type: str = "-") -> dict:
    """Return a text cell."""
    metadata = {"slideshow": {"slide_type": slide_type}}
    return {"cell_type": "markdown", "id": name, "metadata": metadata, "source": source}
