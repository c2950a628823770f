"""What ``kit check`` says of slides that do not keep to the trainer's outline."""

from __future__ import annotations

from itertools import accumulate

import pytest

from course.checks import material
from tests.course.breaking import cell, complaints, data
from tests.courses import shipped

NAME = "01-buoi-mot.ipynb"
FILE = f"notebooks/{NAME}: "
ENDS = "got [10, 15, 30, 40, 42, 44, 46]"


@pytest.mark.parametrize("minutes", [None, 0, -3, 1.2, True, "3", "ba phút"])
def test_a_slide_whose_notes_give_no_time_that_it_can_take_is_named(tmp_path, minutes):
    found = complaints(tmp_path / "course", cell(NAME, "sach-loi-dan", minutes=minutes))
    rule = (
        "metadata.slideshow.minutes must be how many minutes the slide takes, whole or half ones, as in 3 or 0.5 "
        "(in JupyterLab: the gears)"
    )
    assert found == [f"{FILE}cell 9 (buoi-mot-sach-loi-dan): {rule}, got {minutes!r}"]


def test_minutes_of_another_cell_are_named(tmp_path):
    rule = "minutes belong to the notes that end the slide (in JupyterLab: the gears)"
    assert complaints(tmp_path / "course", cell(NAME, "sach", minutes=5)) == [
        f"{FILE}cell 7 (buoi-mot-sach): {rule}, got 5"
    ]


def test_slides_that_end_elsewhere_than_the_outline_are_named(tmp_path):
    longer = cell(NAME, "thong-diep-loi-dan", minutes=2)
    assert complaints(tmp_path / "course", longer) == [
        f"{FILE}slides: the minutes of the slides must add up to the session's 45, got 46",
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
        cell(NAME, "hoat-dong-loi-dan", minutes=9),
        cell(NAME, "thao-luan-loi-dan", minutes=3),
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
    ends = [list(accumulate(slide[-1].minutes for slide in run)) for run in (first, second)]
    assert ends[0][-1] == ends[1][-1] == plans.page.minutes
