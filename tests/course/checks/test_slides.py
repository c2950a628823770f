"""What ``kit check`` says of slides without heading or notes, of full ones, and of parts that are missing."""

from __future__ import annotations

import pytest

from tests.course.breaking import after, cell, cells, complaints, data, rules, text, without

NAME = "01-buoi-mot.ipynb"
FILE = f"notebooks/{NAME}: "
BOOK = "cell 7 (buoi-mot-sach)"
POINTS = "\n".join(["## Cuốn sách", "", *["- Điểm"] * 7])
PARTS = "goals, agenda, opening, activity, discussion, quiz, key_message, sources"


def skip_all(cells: list[dict]) -> None:
    for one in cells:
        one["metadata"]["slideshow"]["slide_type"] = "skip"


CASES = {
    "no slide": (
        cells(NAME, skip_all),
        [f"{FILE}all cells: must have at least one cell with slide_type 'slide'",
         f"{FILE}slides: must have one slide with the activity, made of '## Hoạt động nhóm', lesson.activity() and "
         "notes, got []"],
    ),
    "a slide below a slide at the beginning": (
        cell(NAME, "tieu-de", slide_type="subslide"),
        [f"{FILE}cell 2 (buoi-mot-tieu-de): the first cell on the slides must have slide_type 'slide', "
         "got 'subslide'"],
    ),
    "a slide without a heading": (
        cell(NAME, "sach", source="Cuốn sách"),
        [f"{FILE}{BOOK}: a slide must begin with a heading, as in '## Title', got 'Cuốn sách'"],
    ),
    "two cells of notes": (
        after(NAME, "sach", text("buoi-mot-them", "Nói.", "notes")),
        [f"{FILE}{BOOK}: its slide must end with one text cell of slide_type 'notes', got ['cell 8', 'cell 10']"],
    ),
    "notes without a sentence": (
        cell(NAME, "sach-loi-dan", source="Cuốn sách"),
        [f"{FILE}cell 9 (buoi-mot-sach-loi-dan): must have 1 to 4 sentences, got 0"],
    ),
    "seven points": (
        cell(NAME, "sach", source=POINTS), [f"{FILE}{BOOK}: its slide must hold 6 points or fewer, got 7"],
    ),
    "a cell that goes elsewhere than to notes or wall": (
        cell(NAME, "sach-1", to="board"),
        [f"{FILE}cell 8 (buoi-mot-sach-1): metadata.slideshow.to must be notes or wall (in JupyterLab: the gears), "
         "got 'board'"],
    ),
    "two large pieces": (
        after(NAME, "sach-1", {"cell_type": "code", "id": "buoi-mot-them", "source": "lesson.mixed_quiz()",
                               "metadata": {"slideshow": {"slide_type": "-"}}, "outputs": [], "execution_count": None}),
        [f"{FILE}{BOOK}: its slide must hold 1 large pieces or fewer, got 2"],
    ),
    "the title of another session": (
        data("sessions.yml", "title: Buổi thứ nhất", "title: Buổi đầu"),
        [f"{FILE}headings: must have one title, '# Buổi 1. Buổi đầu', got ['# Buổi 1. Buổi thứ nhất']"],
    ),
    "an activity among other things": (
        after(NAME, "hoat-dong", text("buoi-mot-them", "Lời thêm.")),
        [f"{FILE}slides: must have one slide with the activity, made of '## Hoạt động nhóm', lesson.activity() and "
         "notes, got [['## Hoạt động nhóm', 'Lời thêm.', 'lesson.activity()']]"],
    ),
    "an activity under another heading": (
        cell(NAME, "hoat-dong", source="## Làm việc nhóm"),
        [f"{FILE}slides: must have one slide with the activity, made of '## Hoạt động nhóm', lesson.activity() and "
         "notes, got [['## Làm việc nhóm', 'lesson.activity()']]"],
    ),
    "a part that is missing": (
        without(NAME, "nguon-4"),
        [f"{FILE}code cells: must call these of the lesson once, in this order: {PARTS}, "
         "got 'goals, agenda, opening, activity, discussion, quiz, key_message'"],
    ),
    "parts in another order": (
        rules(parts=["goals", "opening", "agenda"]),
        [f"{FILE}code cells: must call these of the lesson once, in this order: goals, opening, agenda, "
         "got 'goals, agenda, opening'",
         "notebooks/02-buoi-hai.ipynb: code cells: must call these of the lesson once, in this order: goals, "
         "opening, agenda, got 'goals, agenda, opening'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edit, messages):
    assert complaints(tmp_path / "course", edit) == messages


def test_a_slide_without_notes_is_named_with_what_is_missing_at_its_end(tmp_path):
    found = complaints(tmp_path / "course", without(NAME, "sach-loi-dan"))
    assert f"{FILE}{BOOK}: its slide must end with one text cell of slide_type 'notes', got []" in found
