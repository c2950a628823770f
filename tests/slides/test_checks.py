"""What ``kit check`` says of slides that do not keep to the trainer's outline."""

from __future__ import annotations

from itertools import accumulate

import pytest

from course.checks import material
from slides.deck.minutes import minutes_of
from tests.course.breaking import cell, complaints, data
from tests.courses import shipped

NAME = "01-buoi-mot.ipynb"
FILE = f"notebooks/{NAME}: "
ENDS = "got [10, 15, 30, 40, 42, 44, 46]"


@pytest.mark.parametrize(
    "notes", ["Đọc. Nói.", "Đọc. Khoảng 3 phút.", "Khoảng ba phút. Đọc.", "Đọc. Khoảng vài phút.",
              "Khoảng hai phút. Khoảng ba phút."]
)  # fmt: skip
def test_notes_that_do_not_end_in_their_minutes_are_named(tmp_path, notes):
    found = complaints(tmp_path / "course", cell(NAME, "sach-loi-dan", source=notes))
    place = f"{FILE}cell 9 (buoi-mot-sach-loi-dan)"
    rule = "notes must end in “Khoảng … phút.”, once and in words, as in “Khoảng ba phút.”"
    assert f"{place}: {rule}, got {notes!r}" in found


def test_slides_that_end_elsewhere_than_the_outline_are_named(tmp_path):
    longer = cell(NAME, "thong-diep-loi-dan", source="Đọc. Khoảng hai phút.")
    assert complaints(tmp_path / "course", longer) == [
        f"{FILE}slides: the minutes in the notes must add up to the session's 45, got 46",
        f"{FILE}slides: a slide must end at minute 45, where the step 'Thảo luận' of the agenda ends; they end at, "
        f"{ENDS}",
    ]


def test_a_step_in_which_no_slide_ends_is_named(tmp_path):
    moved = [
        data(
            "sessions.yml", "{minutes: 10, title: Mở đầu, how: Nêu", "{minutes: 11, title: Mở đầu, how: Nêu"
        ),
        data("sessions.yml", "{minutes: 20, title: Nội", "{minutes: 19, title: Nội"),
    ]
    assert complaints(tmp_path / "course", *moved) == [
        f"{FILE}slides: a slide must end at minute 11, where the step 'Mở đầu' of the agenda ends; they end at, "
        "got [10, 15, 30, 40, 42, 44, 45]"
    ]


def test_an_activity_of_other_minutes_is_named(tmp_path):
    changed = [
        cell(NAME, "hoat-dong-loi-dan", source="Chia nhóm. Khoảng chín phút."),
        cell(NAME, "thao-luan-loi-dan", source="Mời hai người nói. Khoảng ba phút."),
    ]
    assert complaints(tmp_path / "course", *changed) == [
        f"{FILE}cell 18 (buoi-mot-hoat-dong-loi-dan): must take the activity's 10 minutes, got 9"
    ]


def test_a_step_that_does_not_name_the_activity_is_named(tmp_path):
    changed = data("sessions.yml", "how: Hoạt động nhóm “Xếp phiếu”.", "how: Chia nhóm.")
    assert complaints(tmp_path / "course", changed) == [
        "sessions.yml: buoi-mot > agenda[3] > how: the step of the agenda in which the activity's slide ends must "
        "name it: “Hoạt động nhóm “Xếp phiếu””, got 'Chia nhóm.'"
    ]


def test_rooms_of_two_units_see_different_slides_of_the_same_length():
    (plans,) = [one for one in material.read(shipped()).sessions if len(one.runs()) > 1]
    first, second = plans.runs()
    assert first != second
    assert {cell.id for slide in first for cell in slide if "van-ban" in cell.id} == set()
    ends = [
        list(accumulate(minutes_of(" ".join(slide[-1].source.split())) for slide in run))
        for run in (first, second)
    ]
    assert ends[0][-1] == ends[1][-1] == plans.page.minutes
