"""One unit's year as a calendar file (iCalendar, RFC 5545) for Google Calendar, Outlook and phones.

What stands in the file
    Every event of the plan that has a month. What the plan does all the time, every month or "in 2023"
    has no day to stand on, so it is left out.

Which day
    "Trước ngày 30/10" is due by 29/10, the last day that still keeps the rule: a reminder on the 30th would
    come too late. The title keeps the plan's words. "Tháng 11" gives no day: the event stands on the last
    day of the month and its description says so. 29/02 is the last day of February in other years.

Which years
    What returns every year begins with the first time after the document that the plan carries out. It has no
    end where the plan calls it yearly, and else ends with the plan (UNTIL). What the plan sets for one year is a
    single event; anniversaries of 2023 are not repeated.
    There are past single events too, as in the plan; the browser leaves out those that are over on the day of
    the download (``plan_explorer/file.js``), because calendars would remind of them at once.

The same plan gives the same bytes: UIDs come from ids, and the time stamp is fixed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Component, Event, vText

ZONE = "Asia/Ho_Chi_Minh"
WEEK_BEFORE = dt.timedelta(days=-7)
STAMP = dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
_DAY = dt.timedelta(days=1)
_END = "END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Entry:
    """An event as the file holds it; ``last`` is its last day, as ISO, and empty where it returns without end."""

    text: str
    last: str


@dataclass(frozen=True)
class CalendarFile:
    """A calendar file in its parts, of which events may be left out: CRLF at line ends, lines of 75 octets at most."""

    begin: str
    entries: tuple[Entry, ...]
    end: str = _END

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join([self.begin, *(entry.text for entry in self.entries), self.end])


def calendar_file(plan: dict) -> CalendarFile:
    """Write the calendar file of a plan as :func:`widgets.plan_explorer.plan_values.plain_plan` gives it."""
    file = Calendar()
    file.add("prodid", "-//Hoc tap tac pham//Lich cong tac//VI")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    # Only for the two properties that are no part of the standard: without a type their commas would stay bare.
    file["X-WR-CALNAME"] = vText(f"Lịch công tác – {plan['short']}")
    file["X-WR-TIMEZONE"] = vText(ZONE)
    entries = (_entry(plan, event) for event in plan["events"] if event["when"]["month"])
    return CalendarFile(_written(file).removesuffix(_END), tuple(filter(None, entries)))


def due_day(when: dict, year: int) -> dt.date:
    """Return the last day that keeps the date in that year.

    Parameters
    ----------
    when
        ``day`` (may be missing), ``month`` and ``before``, as in the plan.
    year
        The year in which the plan's date falls; "trước ngày 01/01" is due in the year before.
    """
    last = calendar.monthrange(year, when["month"])[1]
    if not when["day"]:
        return dt.date(year, when["month"], last)
    if when["before"]:
        return dt.date(year, when["month"], 1) + (when["day"] - 2) * _DAY
    return dt.date(year, when["month"], min(when["day"], last))


def _written(part: Component) -> str:
    return part.to_ical(sorted=False).decode("utf-8")


def _entry(plan: dict, event: dict) -> Entry | None:
    day = _first_day(event["when"], dt.date.fromisoformat(plan["begin"]))
    if not (last := _last_day(event["when"], day)):
        return None
    title = _title(event)
    entry = Event()
    entry.add("uid", f"lich-{plan['id']}-{event['id']}@hoc-tac-pham")
    entry.add("dtstamp", STAMP)
    entry.add("dtstart", day)
    entry.add("dtend", day + _DAY)
    if event["when"]["every"] == "year":
        ending = {} if last == dt.date.max else {"until": last}
        entry.add("rrule", _rule(day) | ending)
    entry.add("summary", title)
    entry.add("description", _description(event))
    entry.add("categories", [event["kindName"]])
    # A deadline is no appointment: the day stays free.
    entry.add("transp", "TRANSPARENT")
    entry.add_component(_alarm(title))
    return Entry(_written(entry), "" if last == dt.date.max else last.isoformat())


def _first_day(when: dict, begin: dt.date) -> dt.date:
    if when["every"] == "once":
        return due_day(when, when["year"])
    days = (due_day(when, year) for year in (begin.year, begin.year + 1, begin.year + 2))
    return next(day for day in days if day >= begin)


def _last_day(when: dict, first: dt.date) -> dt.date | None:
    """Return the last time; ``dt.date.max`` where there is no end, None where the end comes before the first time."""
    if when["every"] == "once":
        return first
    if not when["until"]:
        return dt.date.max
    until = dt.date.fromisoformat(when["until"])
    # "Before 01/01" is due in the year before its own.
    days = [due_day(when, year) for year in range(first.year, until.year + 2)]
    return max((day for day in days if first <= day <= until), default=None)


def _rule(day: dt.date) -> dict:
    # The end of February moves in leap years; every other day keeps its date.
    if day.month == 2 and day.day >= 28 and day == due_day({"day": None, "month": 2}, day.year):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}


def _title(event: dict) -> str:
    when = event["when"]
    if when["before"]:
        return f"Trước ngày {when['day']:02}/{when['month']:02}: {event['title']}"
    if not when["day"]:
        month = f"{when['month']}/{when['year']}" if when["every"] == "once" else when["month"]
        return f"Trong tháng {month}: {event['title']}"
    return event["title"]


def _description(event: dict) -> str:
    lines = [f"Kế hoạch ghi: {event['when']['text']}. {_counted(event['when'])}".strip(), *event["remarks"]]
    if event["by"]:
        lines += [f"Ai báo cáo: {event['by']}.", f"Gửi đến: {event['to']}."]
    lines += [f"Ghi chú: {note}" for note in event["notes"]]
    return "\n".join([*lines, f"Nguồn: {event['cite']}."])


def _counted(when: dict) -> str:
    if when["before"]:
        return "Ngày trong lịch là ngày cuối còn kịp."
    return "" if when["day"] else "Kế hoạch không ghi ngày; ngày trong lịch là ngày cuối tháng."


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", WEEK_BEFORE)
    alarm.add("description", title)
    return alarm
