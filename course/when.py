"""A date as precise as its source: a day, a month, a quarter, a year, or what returns; with its hour and its end.

What days a date means is said in :mod:`course.recurrence`, how it is said in words in :mod:`course.when_words`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from course import when_words
from course.messages import BrokenValue
from course.models import Entry, Text

# How many months lie between two times; what is not here comes once, or all the time.
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def _from_yaml(value: object) -> object:
    # YAML 1.1 reads 14:00 without quotes as 14 times 60.
    minutes = value if isinstance(value, int) and not isinstance(value, bool) else -1
    return f"{minutes // 60:02}:{minutes % 60:02}" if 0 <= minutes < 24 * 60 else value


def _check_time(value: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        raise BrokenValue("a time must be written as '14:00': Vietnamese time, without a zone")
    return value


Time = Annotated[str, BeforeValidator(_from_yaml), AfterValidator(_check_time)]


class When(Entry):
    """A date as precise as its source: a day, a month, a quarter, a year, or 'all the time'."""

    text: Text = Field(description="As the reader sees it")
    day: int | None = Field(None, ge=1, le=31, description="In shorter months 31 is their last day")
    month: int | None = Field(
        None,
        ge=1,
        le=12,
        description="Of the year; of what comes every quarter that of the quarter (1 to 3), every half-year 1 to 6",
    )
    quarter: int | None = Field(None, ge=1, le=4, description="Of the year, in place of a month")
    half: int | None = Field(None, ge=1, le=2, description="Half of the year, in place of a month")
    year: int | None = Field(None, ge=1800, le=2100)
    time: Time | None = Field(None, description="As `14:00`, Vietnamese time")
    since: int | None = Field(None, ge=1800, le=2100, description="Year of the event remembered")
    every: Literal["once", "year", "half-year", "quarter", "month", "always"] = Field(
        description="How often it comes"
    )
    before: bool = Field(False, description="The plan says “trước”: the day or month itself is too late")
    start: dt.date | None = Field(
        None, description="First day of what returns, where it begins later than the plan"
    )
    until: dt.date | None = Field(None, description="Last day of what returns, where the plan gives one")

    @model_validator(mode="after")
    def _is_a_date(self) -> When:
        if sum(1 for part in (self.month, self.quarter, self.half) if part) > 1:
            raise BrokenValue("a date names one of month, quarter and half")
        if (self.quarter or self.half) and self.every not in ("once", "year"):
            raise BrokenValue(
                "quarter and half go with 'every: once' or 'every: year', got {every!r}", every=self.every
            )
        if self.every == "once" and not self.year:
            raise BrokenValue("a date that comes once needs a year")
        if self.time and not self.day:
            raise BrokenValue("a time needs a day")
        return self

    @model_validator(mode="after")
    def _has_such_a_day(self) -> When:
        if self.every == "month" and self.month:
            raise BrokenValue("what comes every month names no month; its first day is 'start'")
        most = MONTHS.get(self.every, 12)
        if self.month and self.month > most:
            rule = "the month of what comes every {every} is 1 to {most}, got {month}"
            raise BrokenValue(rule, every=self.every, most=most, month=self.month)
        if self.day and not self.month and self.every != "month":
            raise BrokenValue("a day needs a month")
        if self.day and self.month:
            # What returns has its day in a leap year; every quarter, in one of its months.
            year, months = self.year or 2024, range(self.month, 13, most)
            if self.day > max(calendar.monthrange(year, month)[1] for month in months):
                rule = "there is no such day, got {day}/{month}"
                raise BrokenValue(rule, day=self.day, month=self.month)
        return self

    @model_validator(mode="after")
    def _has_its_bounds(self) -> When:
        if self.every == "once" and (self.start or self.until):
            raise BrokenValue("start and until belong to what returns; what comes once has its year")
        if self.start and self.until and self.until < self.start:
            rule = "until must not be before start, got {start} and {until}"
            raise BrokenValue(rule, start=self.start.isoformat(), until=self.until.isoformat())
        return self

    @model_validator(mode="after")
    def _text_says_the_same(self) -> When:
        for pattern, said in when_words.said(self):
            if not re.search(pattern, self.text.lower()):
                rule = "text must say {said!r}, as its other fields do, as in {example!r}, got {text!r}"
                raise BrokenValue(rule, said=said, example=when_words.words(self), text=self.text)
        # "Trước 14 giờ" is the hour's own; the day is not too late.
        pattern = r"trước (?!\d+ ?(giờ|h|:))" if self.day else r"trước (tháng|quý|năm|6 tháng)"
        if self.before != bool(re.search(pattern, self.text.lower())):
            raise BrokenValue("'before: true' goes with “trước” in the text, got {text!r}", text=self.text)
        return self
