"""The minutes in the notes of the slides keep to the trainer's outline."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest

from course import Course
from tests.courses import shipped
from tests.notebooks.reading import NAMES, read, runs, slides, source

MINUTES = {
    "nửa": 0.5, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười hai": 12, "mười lăm": 15,
}  # fmt: skip

every = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


def minutes(notes: str) -> float:
    """Return how long a slide takes, which is the last thing that its notes say."""
    said = re.findall(r"\bKhoảng ([\w ]+) phút\.", " ".join(notes.split()))
    if len(said) != 1 or not notes.endswith("phút.") or said[0] not in MINUTES:
        raise ValueError(f"notes must end in “Khoảng … phút.” once, in words: {notes!r}")
    return MINUTES[said[0]]


def ends(slides: list[list[dict]]) -> list[float]:
    """Return the minute at which each slide ends."""
    return list(accumulate(minutes(source(slide[-1])) for slide in slides))


@every
def test_every_slide_says_how_long_it_takes(name):
    assert all(minutes(source(slide[-1])) > 0 for slide in slides(read(name)))


@every
def test_the_slides_fill_the_session_and_end_where_the_steps_of_the_outline_end(name, course):
    session = course.sessions[name[3:-6]]
    outline = list(accumulate(step.minutes for step in session.agenda))
    for run in runs(read(name)):
        assert ends(run)[-1] == session.minutes
        assert [minute for minute in outline if minute not in ends(run)] == [], ends(run)


@every
def test_the_step_in_which_the_group_works_names_the_activity(name, course):
    session = course.sessions[name[3:-6]]
    outline = list(accumulate(step.minutes for step in session.agenda))
    for run in runs(read(name)):
        (order,) = [index for index, slide in enumerate(run) if source(slide[1]) == "lesson.activity()"]
        assert minutes(source(run[order][-1])) == session.activity.minutes
        step = next(
            step for step, end in zip(session.agenda, outline, strict=True) if ends(run)[order] <= end
        )
        assert f"oạt động nhóm “{session.activity.title}”" in step.how


def test_rooms_of_two_units_see_different_slides_of_the_same_length():
    first, second = runs(read("07-ke-hoach.ipynb"))
    assert first != second
    assert {cell["id"] for slide in first for cell in slide if "van-ban" in cell["id"]} == set()
    assert ends(first)[-1] == ends(second)[-1]


@pytest.mark.parametrize("notes", ["Đọc.", "Khoảng 3 phút.", "Khoảng ba phút. Đọc.", "Khoảng vài phút."])
def test_notes_without_a_time_are_named(notes):
    with pytest.raises(ValueError, match=r"must end in “Khoảng … phút\.”"):
        minutes(notes)
