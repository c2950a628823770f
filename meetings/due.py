"""Until when units report each year, as a course's plans say it."""

from __future__ import annotations

import datetime as dt

from course import recurrence
from course.course import Course


def last_day(course: Course, year: int) -> tuple[dt.date, str] | None:
    """Return the last day of a year on which a unit's report is in time, with the words of the plan that says so.

    Of several yearly reports the earliest is meant: the others are made from what has come in by then. Reports of which
    a plan gives no day are left out; None where no other is.
    """
    found = [
        (next(returning.spans(dt.date(year, 1, 1))).last, report.when.text)
        for plan in course.plans.values()
        for report in plan.reports
        if report.when.every == "year" and report.when.day and (returning := recurrence.returns(report.when))
    ]
    return min(found, default=None)
