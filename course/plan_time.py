"""When a plan was made, when it ends, and what of it goes on; pages and calendar files say the same."""

from __future__ import annotations

import calendar
import datetime as dt

from course.plans import Event, Plan, Report


def timing(plan: Plan) -> str:
    """Return when the plan was made and its last date, as a sentence; empty where neither is known."""
    said = []
    if plan.made:
        said.append(f"lập năm {plan.made}" + (f" ({plan.made_note})" if plan.made_note else ""))
    if plan.until:
        said.append(
            f"mốc cuối có ghi năm trong kế hoạch là {_small(plan.until.when.text)} ({plan.until.place})"
        )
    return f"Kế hoạch {'; '.join(said)}." if said else ""


def end(plan: Plan) -> dt.date | None:
    """Return the plan's last day; None where it names none."""
    if plan.until is None or (year := plan.until.when.year) is None:
        return None
    when = plan.until.when
    month = when.month or 12
    day = when.day or calendar.monthrange(year, month)[1]
    return dt.date(year, month, day) - dt.timedelta(days=when.before)


def goes_on(entry: Event | Report) -> bool:
    """Tell whether a date returns after the plan's end: the plan calls it yearly, or the unit keeps it up."""
    yearly = entry.when.every == "year" and "hằng năm" in entry.when.text.lower()
    return yearly or (isinstance(entry, Event) and entry.continues)


def last_day(plan: Plan, entry: Event | Report) -> dt.date | None:
    """Return the day after which a date that returns comes no more; None where it has no end or comes once."""
    return None if entry.when.every == "once" or goes_on(entry) else end(plan)


def remarks(plan: Plan, event: Event) -> list[str]:
    """Return what is said with an event, its references not put in."""
    said = [event.remark] if event.remark else []
    if event.when.every == "once" and event.when.since:
        said.append(f"Kế hoạch chỉ nêu dịp này cho năm {event.when.year}.")
    if plan.until and event.continues:
        said.append("Đơn vị vẫn giữ mốc này sau mốc cuối có ghi năm trong kế hoạch.")
    elif plan.until and event.when.every == "year":
        until = _small(plan.until.when.text)
        ended = f"Bộ tài liệu tính mốc này đến {until}, mốc cuối có ghi năm trong kế hoạch."
        said.append("Kế hoạch ghi mốc này hằng năm, không ghi năm cuối." if goes_on(event) else ended)
    return said


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
