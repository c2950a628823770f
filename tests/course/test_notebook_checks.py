"""What ``kit check`` says of a notebook that an author has spoilt."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course import ContentError, notebook_checks
from tests.courses import shipped

NAME = "06-gia-tri.ipynb"
PLACE = f"notebooks/{NAME}: "


def replace(old: str, new: str) -> Callable[[Path], None]:
    """Replace the first of some words in the notebook's file."""

    def edit(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def change(edit: Callable[[list[dict]], object]) -> Callable[[Path], None]:
    """Change the cells of the notebook."""

    def write(path: Path) -> None:
        notebook = json.loads(path.read_text("utf-8"))
        edit(notebook["cells"])
        path.write_text(json.dumps(notebook), "utf-8")

    return write


SLIPS = {
    "missing": (Path.unlink, "file: is missing, though sessions.yml or tools.yml names it"),
    "no JSON": (
        replace('"cells": [', '"cells": '),
        "is not valid JSON (Expecting property name enclosed in double quotes); take back the last change",
    ),
    "no cells": (replace('"cells"', '"cell"'), "file: is no valid notebook: 'cells'"),
    "a cell without an id": (change(lambda cells: cells[2].pop("id")), "cell 3: must have an id of its own"),
    "two cells of one id": (
        change(lambda cells: cells[2].update(id=cells[1]["id"])),
        "cell 3: must have an id of its own in the notebook, got 'gia-tri-tieu-de'",
    ),
    "a field of no notebook": (change(lambda cells: cells[1].update(colour="red")), "is no valid notebook: "),
    "a cell on no slide": (
        change(lambda cells: cells[1]["metadata"].clear()),
        "cell 2 (gia-tri-tieu-de): metadata.slideshow.slide_type must be one of slide, subslide, -, skip, notes, "
        "got None",
    ),
    "results": (
        change(lambda cells: cells[0].update(execution_count=1)),
        "cell 1 (gia-tri-chuan-bi): must be saved without outputs: clear them, or run nbstripout",
    ),
    "broken Python": (
        replace('lesson = Lesson(\\"gia-tri\\")', "lesson = Lesson("),
        "cell 1 (gia-tri-chuan-bi), line 3: is no valid Python: '(' was never closed",
    ),
    "another session's lesson": (
        replace('Lesson(\\"gia-tri\\")', 'Lesson(\\"bai-hoc\\")'),
        "first code cell: must call Lesson('gia-tri') once, got [\"Lesson('bai-hoc')\"]",
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_with_place_and_rule(tmp_path: Path, slip: tuple) -> None:
    spoil, message = slip
    folder = Path(shutil.copytree(shipped().notebooks, tmp_path / "notebooks"))
    spoil(folder / NAME)
    with pytest.raises(ContentError) as raised:
        notebook_checks.check(dataclasses.replace(shipped(), folder=tmp_path))
    assert str(raised.value).startswith(PLACE)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"shows": ["book"]}, "one must call .book(), because the page's entry says `shows: book`"),
        (
            {"reviews": ["bai-hoc"]},
            "one must call .recap('bai-hoc'), because `reviews` in sessions.yml names it",
        ),
        ({"lists": ["bai-hoc"]}, "one must call .cards('bai-hoc'), because `lists` in sessions.yml names it"),
        ({"figures": ["sach"]}, "one must call .figure('sach'), because `figures` in sessions.yml names it"),
    ],
)
def test_a_page_shows_what_its_entry_says(changes: dict, message: str) -> None:
    session = shipped().sessions["gia-tri"].model_copy(update=changes)
    sessions = shipped().sessions | {"gia-tri": session}
    with pytest.raises(ContentError) as raised:
        notebook_checks.check(dataclasses.replace(shipped(), sessions=sessions))
    assert str(raised.value) == f"{PLACE}code cells: {message}"


def test_the_kits_own_notebooks_pass() -> None:
    notebook_checks.check(shipped())
