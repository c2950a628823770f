"""What days a date means. Calendars, charts and pages ask here; the browser gets the plain form."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from course.when import MONTHS, When

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The days that one time covers; it is due on the last of them."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class Recurrence:
    """What returns every ``interval`` months.

    Attributes
    ----------
    month
        The first month of the year in which it comes, 1 to ``interval``.
    interval
        1, 3, 6 or 12 months.
    length
        How many months one time covers where it has no day.
    day
        The day of the month; in shorter months the last one. 0 is the last day of the month before.
    """

    month: int
    interval: int
    length: int = 1
    day: int | None = None

    def spans(self, begin: dt.date) -> Iterator[Span]:
        """Yield its times without end, beginning with the first that is due on a day or later."""
        # "Before the 1st" is due in the month before its own.
        for month in count(begin.year * 12 - 12 + self.month, self.interval):
            if (span := _span(month, self.length, self.day)).last >= begin:
                yield span

    @property
    def months(self) -> list[int]:
        """The months in which it is due, in the order of the year."""
        spans = [
            _span(2024 * 12 + month, self.length, self.day) for month in range(self.month, 13, self.interval)
        ]
        return sorted({span.last.month for span in spans})


def returns(when: When) -> Recurrence | None:
    """Return how a date returns; None where it comes once, or has no day to count to."""
    if when.every not in MONTHS:
        return None
    month, length = _place(when)
    if not month and not (when.every == "month" and when.day):
        return None
    return Recurrence(month or 1, MONTHS[when.every], length, _day(when))


def only(when: When) -> Span | None:
    """Return the days of a date that comes once; None for others."""
    if when.every != "once" or when.year is None:
        return None
    month, length = _place(when)
    return _span(when.year * 12 + (month or 1), length if month else 12, _day(when))


def months(when: When) -> list[int]:
    """Return the months of the year in which a date is due; none where it has no month, or comes in each."""
    if recurrence := returns(when):
        return recurrence.months if recurrence.interval > 1 else []
    span = only(when)
    return [span.last.month] if span and _place(when)[0] else []


def order(when: When) -> int:
    """Return where a date stands within its month: its day, or behind them all, as it is due by the month's end."""
    recurrence = returns(when)
    span = next(recurrence.spans(dt.date(2024, 1, 1))) if recurrence else only(when)
    return span.last.day if span and span.first == span.last else _BEHIND


_BEHIND = 32


def _place(when: When) -> tuple[int | None, int]:
    """Return the month in which a date begins, and how many months it covers without a day."""
    if when.quarter:
        return when.quarter * 3 - 2, 3
    if when.half:
        return when.half * 6 - 5, 6
    return when.month, 1


def _day(when: When) -> int | None:
    return (when.day or 1) - 1 if when.before else when.day


def _span(month: int, length: int, day: int | None) -> Span:
    """Return the days in a month that is counted from the year 0, the first of that year being 1."""
    first = _first(month)
    if day is not None:
        last = calendar.monthrange(first.year, first.month)[1]
        only_day = first + (min(day, last) - 1) * _DAY
        return Span(only_day, only_day)
    return Span(first, _first(month + length) - _DAY)


def _first(month: int) -> dt.date:
    return dt.date((month - 1) // 12, (month - 1) % 12 + 1, 1)
