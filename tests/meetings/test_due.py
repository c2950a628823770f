"""Until when a unit reports, by the plans of a course."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from course import load
from meetings.due import last_day
from tests.courses import SMALL


def test_before_a_day_means_the_day_ahead_of_it() -> None:
    assert last_day(load(SMALL), 2025) == (dt.date(2025, 10, 29), "Trước ngày 30/10 hằng năm")


def test_a_course_without_plans_says_nothing() -> None:
    assert last_day(replace(load(SMALL), plans={}), 2025) is None
