"""What ``kit check`` says of a notebook that an author has spoilt."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from tests.course.breaking import Edit, after, cell, cells, complaints, data, text, words

NAME, TOOL = "01-buoi-mot.ipynb", "tra-cuu.ipynb"
FILE = f"notebooks/{NAME}"
TITLE, SETUP, QUIZ = "cell 2 (buoi-mot-tieu-de)", "cell 1 (buoi-mot-chuan-bi)", "cell 23 (buoi-mot-cau-hoi-1)"
IMPORT = 'from widgets.lesson import Lesson\\n\\nlesson = Lesson("buoi-mot")'


def remove(name: str) -> Edit:
    """Return an edit that takes a notebook away."""
    return lambda folder: (folder / "notebooks" / name).unlink()


def metadata(folder: Path) -> None:
    """Save the notebook's metadata as another machine does."""
    path = folder / FILE
    notebook = json.loads(path.read_text("utf-8"))
    notebook["metadata"]["language_info"]["version"] = "3.12.4"
    path.write_text(json.dumps(notebook) + "\n", "utf-8")


def older(folder: Path) -> None:
    """Save the notebook in the format before the one that gives cells their ids."""
    path = folder / FILE
    notebook = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(notebook | {"nbformat_minor": 6}) + "\n", "utf-8")


UNREAD = {
    "missing": (remove(NAME), "file: is missing, though sessions.yml or tools.yml names it"),
    "no JSON": (
        words(FILE, '"cells": [', '"cells": '),
        "line 19: is not valid JSON (Expecting property name enclosed in double quotes); take back the last change "
        "and edit it in JupyterLab",
    ),
    "no cells": (words(FILE, '"cells"', '"cell"'), "file: is no valid notebook: 'cells'"),
    "a cell without an id": (
        cells(NAME, lambda cells: cells[2].pop("id")),
        "cell 3: must have an id of its own in the notebook, got None",
    ),
    "two cells of one id": (
        cells(NAME, lambda cells: cells[2].update(id=cells[1]["id"])),
        "cell 3: must have an id of its own in the notebook, got 'buoi-mot-tieu-de'",
    ),
    "a field of no notebook": (
        cells(NAME, lambda cells: cells[1].update(colour="red")),
        "file: is no valid notebook: Additional properties are not allowed ('colour' was unexpected)",
    ),
    "letters that are not composed": (
        words(FILE, "Buổi thứ nhất", unicodedata.normalize("NFD", "Buổi thứ nhất")),
        "line 28: text must be Unicode NFC (composed diacritics); type these words anew, "
        f"got {chr(34) + '# Buổi 1. ' + unicodedata.normalize('NFD', 'Buổi thứ nhất') + chr(34)!r}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "message"), UNREAD.values(), ids=UNREAD)
def test_a_notebook_that_cannot_be_read_is_named_and_hides_no_other(tmp_path, edit, message):
    results = cell(TOOL, "tom-tat", execution_count=1)
    assert complaints(tmp_path / "course", edit, results) == [
        f"{FILE}: {message}",
        "notebooks/tra-cuu.ipynb: cell 3 (tra-cuu-tom-tat): must be saved without outputs: clear them, or run "
        "nbstripout",
    ]


SLIPS = {
    "a notebook of no page": (
        lambda folder: (folder / FILE).with_name("09-la.ipynb").write_text("{}"),
        ["notebooks/09-la.ipynb: file: must be named in sessions.yml or tools.yml, or be taken away"],
    ),
    "a number out of order": (
        [data("sessions.yml", "01-buoi-mot", "03-buoi-mot"),
         lambda folder: (folder / FILE).rename(folder / "notebooks" / "03-buoi-mot.ipynb")],
        ["sessions.yml: buoi-mot > notebook: must begin with the session's number, 01; rename the file too, "
         "got '03-buoi-mot.ipynb'"],
    ),
    "the version of a machine's Python": (
        metadata,
        [f"{FILE}: metadata: must be {{'kernelspec': {{'display_name': 'Python 3', 'language': 'python', "
         "'name': 'python3'}, 'language_info': {'name': 'python'}}; take out what the machine on which it was saved "
         "has added, got {'language_info': {'name': 'python', 'version': '3.12.4'}}"],
    ),
    "another format": (
        older, [f"{FILE}: file: must be nbformat 4.5, which gives cells their ids; save it in JupyterLab, got (4, 6)"],
    ),
    "a last line without its end": (
        lambda folder: (folder / FILE).write_text((folder / FILE).read_text("utf-8").rstrip(), "utf-8"),
        [f"{FILE}: file: must end with the end of a line; save it in JupyterLab"],
    ),
    "results": (
        cell(NAME, "chuan-bi", execution_count=1),
        [f"{FILE}: {SETUP}: must be saved without outputs: clear them, or run nbstripout"],
    ),
    "a cell on no slide": (
        cell(NAME, "cau-hoi-1", metadata={}),
        [f"{FILE}: {QUIZ}: metadata.slideshow.slide_type must be one of slide, subslide, -, skip, notes (in "
         "JupyterLab: the gears), got None"],
    ),
    "a piece that would appear later": (
        cell(NAME, "cau-hoi-1", slide_type="fragment"),
        [f"{FILE}: {QUIZ}: metadata.slideshow.slide_type must be one of slide, subslide, -, skip, notes (in "
         "JupyterLab: the gears), got 'fragment'"],
    ),
    "an id of another session": (
        cell(NAME, "cau-hoi-1", id="buoi-hai-cau-hoi-1"),
        [f"{FILE}: cell 23 (buoi-hai-cau-hoi-1): the id must be buoi-mot- and a name in small letters, "
         "got 'buoi-hai-cau-hoi-1'"],
    ),
    "a link to no page": (
        cell(NAME, "tieu-de", source="# Buổi 1. Buổi thứ nhất\n\n[Buổi khác](09-la.ipynb#x)"),
        [f"{FILE}: {TITLE}: a link must name a notebook of the course, got '09-la.ipynb'"],
    ),
    "broken Python": (
        cell(NAME, "cau-hoi-1", source="lesson.quiz("),
        [f"{FILE}: {QUIZ}, line 1: is no valid Python: '(' was never closed",
         f"{FILE}: code cells: must call these of the lesson once, in this order: goals, agenda, opening, activity, "
         "discussion, quiz, key_message, sources, got 'goals, agenda, opening, activity, discussion, key_message, "
         "sources'"],
    ),
    "another session's lesson": (
        cell(NAME, "chuan-bi", source=IMPORT.replace("\\n", "\n").replace("mot", "hai")),
        [f"{FILE}: first code cell: must call Lesson('buoi-mot') once, got [\"Lesson('buoi-hai')\"]"],
    ),
    "another tool": (
        cell(TOOL, "chuan-bi", source='from widgets.tools import Tools\n\ntools = Tools("la")'),
        ["notebooks/tra-cuu.ipynb: first code cell: must call Tools('tra-cuu') once, got [\"Tools('la')\"]"],
    ),
    "a first cell that does more": (
        cell(NAME, "chuan-bi", source='from widgets.lesson import Lesson\nlesson = Lesson("buoi-mot")\nx = 1'),
        [f"{FILE}: {SETUP}: must be '{IMPORT}' and nothing else, "
         "got 'from widgets.lesson import Lesson\\nlesson = Lesson(\"buoi-mot\")\\nx = 1'"],
    ),
    "a first cell on a slide": (
        cell(NAME, "bao-cao-vien-1", source="1"),
        [f"{FILE}: cell 5 (buoi-mot-bao-cao-vien-1): the last line must show something, as in lesson.quiz(), got '1'",
         f"{FILE}: code cells: must call these of the lesson once, in this order: goals, agenda, opening, activity, "
         "discussion, quiz, key_message, sources, got 'goals, opening, activity, discussion, quiz, key_message, "
         "sources'"],
    ),
    "a first cell that is not skipped": (
        cell(NAME, "chuan-bi", slide_type="-"),
        [f"{FILE}: {SETUP}: shows nothing, so its slide_type must be skip, got '-'",
         f"{FILE}: {SETUP}: the first cell on the slides must have slide_type 'slide', got '-'"],
    ),
    "a long cell": (
        cell(NAME, "cau-hoi-1", source="lesson.quiz(\n\n\n\n\n)"),
        [f"{FILE}: {QUIZ}: must have 5 lines or fewer, beside those of a text, got 6"],
    ),
    "a cell that defines": (
        cell(NAME, "cau-hoi-1", source="[lesson.quiz() for _ in 'a'][0].show()"),
        [f"{FILE}: {QUIZ}: must only call the lesson, and define nothing, got ['ListComp']"],
    ),
    "a cell that imports": (
        cell(NAME, "cau-hoi-1", source="import os\nlesson.quiz()"),
        [f"{FILE}: {QUIZ}: must only call the lesson, and define nothing, got ['Import']",
         f"{FILE}: {QUIZ}: before the last line only a plan may be named, as in plan = lesson.plan('…'), "
         "got 'import os'"],
    ),
    "a cell that names what is no plan": (
        cell(NAME, "cau-hoi-1", source="quiz = lesson.quiz()\nquiz.show()"),
        [f"{FILE}: {QUIZ}: before the last line only a plan may be named, as in plan = lesson.plan('…'), "
         "got 'quiz = lesson.quiz()'"],
    ),
    "a figure in a text": (
        cell(NAME, "tieu-de", source="# Buổi 1. Buổi thứ nhất\n\nCó 3 bài."),
        [f"{FILE}: {TITLE}: a figure must be written in code, as in lesson.text('… {{fact:id}} …'), got '3'"],
    ),
    "a link": (
        cell(TOOL, "tieu-de", source="# Tra cứu\n\nXem [buổi đầu](../buoi-mot/#mot)."),
        [f"notebooks/{TOOL}: cell 2 (tra-cuu-tieu-de): a link must name a notebook of the course, "
         "got '[buổi đầu](../buoi-mot/#mot)'"],
    ),
    "a tag in a text": (
        cell(NAME, "tieu-de", source="# Buổi 1. Buổi thứ nhất\n\n<b>Chào</b>"),
        [f"{FILE}: {TITLE}: a text must not hold straight quotation marks, tags, braces or web addresses, got '<'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "messages"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_with_place_rule_and_value(tmp_path, edits, messages):
    edits = edits if isinstance(edits, list) else [edits]
    assert complaints(tmp_path / "course", *edits) == messages


def test_the_lines_of_a_text_are_no_code(tmp_path):
    table = "| Nói về | Bài |\n| --- | --- |\n" + "| Một | Hai |\n" * 5
    shown = text("buoi-mot-them", f'lesson.commentary("""{table}""")', "skip")
    added = after(NAME, "sach-loi-dan", shown | {"cell_type": "code", "execution_count": None, "outputs": []})
    assert complaints(tmp_path / "course", added) == []


def test_dates_documents_and_names_are_no_figures(tmp_path):
    source = "Ngày 28/02/2023, năm 2025, Kế hoạch số 1-KH/XX, Câu 5."
    added = after(NAME, "sach-loi-dan", text("buoi-mot-them", source, "skip"))
    assert complaints(tmp_path / "course", added) == []
