"""When a plan was made, when it ends, and what of it goes on; pages and calendar files say the same."""

from __future__ import annotations

import datetime as dt

from course import formats, recurrence
from course.course import Course
from course.plans import Event, Plan, Report


def begin(course: Course, plan: Plan) -> dt.date | None:
    """Return the plan's own day; without it that of the newest document that it carries out, None where none has one.

    A plan cannot be older than what it carries out.
    """
    dates = [course.documents[name].date for name in plan.basis if name in course.documents]
    return plan.date or max((date for date in dates if date), default=None)


def changed(course: Course, plan: Plan) -> dt.date | None:
    """Return the day since which the plan's dates are as they stand, by which calendars know the newer file."""
    return course.about.dated or begin(course, plan)


def timing(plan: Plan) -> str:
    """Return when the plan was made and its last date, as a sentence; empty where neither is known."""
    said = []
    if plan.number or plan.date:
        named = f"số {plan.number}" if plan.number else ""
        said.append(f"{named} ngày {formats.day(plan.date)}".strip() if plan.date else named)
    elif plan.made:
        said.append(f"lập năm {plan.made}" + (f" ({plan.made_note})" if plan.made_note else ""))
    if plan.until:
        said.append(
            f"mốc cuối có ghi năm trong kế hoạch là {_small(plan.until.when.text)} ({plan.until.place})"
        )
    return f"Kế hoạch {'; '.join(said)}." if said else ""


def end(plan: Plan) -> dt.date | None:
    """Return the plan's last day; None where it names none."""
    span = recurrence.only(plan.until.when) if plan.until else None
    return span.last if span else None


def goes_on(entry: Event | Report) -> bool:
    """Tell whether a date returns after the plan's end: the plan calls it yearly, or the unit keeps it up."""
    yearly = entry.when.every == "year" and "hằng năm" in entry.when.text.lower()
    return yearly or (isinstance(entry, Event) and entry.continues)


def last_day(plan: Plan, entry: Event | Report) -> dt.date | None:
    """Return the day after which a date that returns comes no more; None where it has no end or comes once."""
    return entry.when.until or (None if entry.when.every == "once" or goes_on(entry) else end(plan))


def remarks(plan: Plan, event: Event) -> list[str]:
    """Return what is said with an event, its references not put in."""
    when, said = event.when, [f"Địa điểm: {event.location}."] if event.location else []
    said += [event.remark] if event.remark else []
    if when.every == "once" and when.since:
        said.append(f"Kế hoạch chỉ nêu dịp này cho năm {when.year}.")
    if plan.until and event.continues:
        said.append("Đơn vị vẫn giữ mốc này sau mốc cuối có ghi năm trong kế hoạch.")
    elif plan.until and not when.until and (when.every == "year" or recurrence.returns(when)):
        until = _small(plan.until.when.text)
        ended = f"Bộ tài liệu tính mốc này đến {until}, mốc cuối có ghi năm trong kế hoạch."
        said.append("Kế hoạch ghi mốc này hằng năm, không ghi năm cuối." if goes_on(event) else ended)
    return said


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
