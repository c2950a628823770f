"""Dates of a plan: what is refused, how they are said, and on which days they fall."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from pydantic import ValidationError

from course import recurrence, when_words
from course.when import When

MEANT = {
    "Ngày 19/05": ({"day": 19, "month": 5, "every": "year"}, "ngày 19/05 hằng năm"),
    "Trước ngày 19/05/2023": (
        {"day": 19, "month": 5, "year": 2023, "every": "once", "before": True},
        "trước ngày 19/05/2023",
    ),
    "Tháng 11 hằng năm": ({"month": 11, "every": "year"}, "tháng 11 hằng năm"),
    "Quý III/2025": ({"quarter": 3, "year": 2025, "every": "once"}, "quý III/2025"),
    "Trong quý 4 hằng năm": ({"quarter": 4, "every": "year"}, "quý IV hằng năm"),
    "Sáu tháng đầu năm 2025": ({"half": 1, "year": 2025, "every": "once"}, "6 tháng đầu năm 2025"),
    "Mỗi quý một lần, vào ngày 15 tháng cuối quý": (
        {"day": 15, "month": 3, "every": "quarter"},
        "hằng quý, ngày 15 tháng cuối quý",
    ),
    "Quý một lần, trước ngày 5 tháng đầu quý sau": (
        {"day": 5, "month": 1, "every": "quarter", "before": True},
        "hằng quý, trước ngày 5 tháng đầu quý",
    ),
    "6 tháng một lần": ({"every": "half-year"}, "6 tháng một lần"),
    "Định kỳ sáu tháng, trước ngày 20 tháng 6 và tháng 12": (
        {"day": 20, "month": 6, "every": "half-year", "before": True},
        "6 tháng một lần, trước ngày 20 tháng 6 và tháng 12",
    ),
    "Trước ngày 20 hằng tháng, 14 giờ 00": (
        {"day": 20, "every": "month", "before": True, "time": "14:00"},
        "trước ngày 20 hằng tháng, 14 giờ 00",
    ),
    "Trước 17 giờ ngày 25/10 hằng năm": (
        {"day": 25, "month": 10, "every": "year", "time": "17:00"},
        "ngày 25/10 hằng năm, 17 giờ 00",
    ),
    "8h30 ngày 05 hằng tháng, từ năm 2024 đến hết năm 2025": (
        {"day": 5, "every": "month", "time": "08:30", "start": dt.date(2024, 1, 1), "until": dt.date(2025, 12, 31)},
        "ngày 5 hằng tháng, 8 giờ 30, từ ngày 01/01/2024, đến hết ngày 31/12/2025",
    ),
    "Ngày cuối tháng": ({"day": 31, "every": "month"}, "ngày 31 hằng tháng"),
    "Hằng tháng, hằng quý": ({"every": "month"}, "hằng tháng"),
    "Thường xuyên": ({"every": "always"}, "thường xuyên"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), MEANT.items(), ids=MEANT)
def test_a_date_is_said_in_plain_words(text, meant):
    fields, said = meant
    assert when_words.words(When(text=text, **fields)) == said
    # What the kit says itself is a text that says the same.
    assert When(text=said, **fields)


REFUSED = {
    "quarter: Input should be less than or equal to 4": {"quarter": 5, "every": "year"},
    "half: Input should be less than or equal to 2": {"half": 3, "every": "year"},
    "there is no such day, got 31/2": {"day": 31, "month": 2, "every": "year"},
    "there is no such day, got 29/2": {"day": 29, "month": 2, "year": 2025, "every": "once"},
    "there is no such day, got 30/2": {"day": 30, "month": 2, "every": "year"},
    "a date names one of month, quarter and half": {"month": 9, "quarter": 3, "every": "year"},
    "quarter and half go with 'every: once' or 'every: year', got 'quarter'": {"quarter": 1, "every": "quarter"},
    "the month of what comes every quarter is 1 to 3, got 6": {"month": 6, "every": "quarter"},
    "the month of what comes every half-year is 1 to 6, got 7": {"month": 7, "every": "half-year"},
    "what comes every month names no month; its first day is 'start'": {"month": 5, "every": "month"},
    "a day needs a month": {"day": 5, "every": "quarter"},
    "a date that comes once needs a year": {"quarter": 3, "every": "once"},
    "a time needs a day": {"month": 3, "every": "year", "time": "14:00"},
    "a time must be written as '14:00'": {"day": 3, "month": 3, "every": "year", "time": "14:00Z"},
    "a time must be written as '14:00': ": {"day": 3, "month": 3, "every": "year", "time": "24:00"},
    "start and until belong to what returns": {"year": 2025, "every": "once", "until": "2025-03-03"},
    "until must not be before start, got 2025-05-01 and 2025-04-30": {
        "day": 5, "every": "month", "start": "2025-05-01", "until": "2025-04-30",
    },
}  # fmt: skip


@pytest.mark.parametrize(("rule", "fields"), REFUSED.items(), ids=REFUSED)
def test_what_is_no_date_is_refused(rule, fields):
    with pytest.raises(ValidationError) as error:
        When(text="Ngày 1", **fields)
    assert rule in re.sub(r"\n +", ": ", str(error.value)) or rule in str(error.value)


SAYS_OTHERS = {
    "Hằng quý": ({"day": 15, "month": 3, "every": "quarter"}, "ngày 15"),
    "Ngày 15 tháng cuối": ({"day": 15, "month": 3, "every": "quarter"}, "hằng quý"),
    "Quý II/2025": ({"quarter": 3, "year": 2025, "every": "once"}, "quý III/2025"),
    "Quý III/2024": ({"quarter": 3, "year": 2025, "every": "once"}, "quý III/2025"),
    "6 tháng cuối năm": ({"half": 1, "every": "year"}, "6 tháng đầu năm"),
    "Ngày 25 hằng tháng": ({"day": 5, "every": "month"}, "ngày 5"),
    "Ngày 5 hằng tháng, 14 giờ 30": ({"day": 5, "every": "month", "time": "14:00"}, "14 giờ 00"),
    "Ngày 5 hằng tháng, 14 giờ": ({"day": 5, "every": "month", "time": "14:30"}, "14 giờ 30"),
    "Ngày 5 hằng tháng, đến năm 2026": ({"day": 5, "every": "month", "until": dt.date(2025, 12, 31)}, "2025"),
}


@pytest.mark.parametrize(("text", "meant"), SAYS_OTHERS.items(), ids=SAYS_OTHERS)
def test_a_text_that_says_another_date_is_refused(text, meant):
    fields, said = meant
    with pytest.raises(ValidationError, match=re.escape(f"text must say {said!r}, as its other fields do")):
        When(text=text, **fields)


@pytest.mark.parametrize("text", ["Trước ngày 5 hằng tháng", "Trước tháng 11", "Trước quý IV"])
def test_a_before_that_is_not_said_is_refused(text):
    fields = {
        "T": {"day": 5, "every": "month"},
        "t": {"month": 11, "every": "year"},
        "q": {"quarter": 4, "every": "year"},
    }
    given = fields["T" if "ngày" in text else text.split()[1][0]]
    with pytest.raises(ValidationError, match="'before: true' goes with “trước”"):
        When(text=text, **given)
    assert recurrence.returns(When(text=text, before=True, **given))


def test_a_time_may_stand_without_quotes_as_yaml_reads_it():
    assert When(text="Ngày 5 hằng tháng, 14 giờ", day=5, every="month", time=14 * 60).time == "14:00"


def due(begin: str, number: int, **fields) -> list[str]:
    """Return the first days on which a date is due."""
    spans = recurrence.returns(When.model_construct(None, text="", **fields)).spans(
        dt.date.fromisoformat(begin)
    )
    return [next(spans).last.isoformat() for _ in range(number)]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"every": "quarter", "month": 3, "day": 15}, ["2023-12-15", "2024-03-15", "2024-06-15"]),
        ({"every": "quarter", "month": 2}, ["2023-11-30", "2024-02-29", "2024-05-31"]),
        ({"every": "half-year", "month": 6, "day": 20, "before": True}, ["2023-12-19", "2024-06-19", "2024-12-19"]),
        ({"every": "month", "day": 31}, ["2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29"]),
        ({"every": "month", "day": 1, "before": True}, ["2023-11-30", "2023-12-31", "2024-01-31"]),
        ({"every": "year", "quarter": 4, "before": True}, ["2024-09-30", "2025-09-30"]),
        ({"every": "year", "half": 1}, ["2024-06-30", "2025-06-30"]),
        ({"every": "year", "month": 1, "day": 1, "before": True}, ["2023-12-31", "2024-12-31"]),
    ],
)  # fmt: skip
def test_days_on_which_a_date_is_due(fields, days):
    assert due("2023-11-20", len(days), **fields) == days


def test_what_comes_once_covers_its_days():
    def covered(**fields) -> tuple[str, str]:
        span = recurrence.only(When.model_construct(None, text="", every="once", **fields))
        return span.first.isoformat(), span.last.isoformat()

    assert covered(year=2025, quarter=3) == ("2025-07-01", "2025-09-30")
    assert covered(year=2025, half=2) == ("2025-07-01", "2025-12-31")
    assert covered(year=2024, month=2) == ("2024-02-01", "2024-02-29")
    assert covered(year=2023, month=5, day=19, before=True) == ("2023-05-18", "2023-05-18")
    assert covered(year=2023) == ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    "fields", [{"every": "month"}, {"every": "quarter"}, {"every": "always"}, {"every": "year"}]
)
def test_what_has_no_day_has_none_to_count_to(fields):
    when = When.model_construct(None, text="", **fields)
    assert (recurrence.returns(when), recurrence.only(when), recurrence.months(when)) == (None, None, [])
    assert when_words.due(when) == ""
