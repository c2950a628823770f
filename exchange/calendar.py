"""One unit's year as a calendar file (iCalendar, RFC 5545) for Google Calendar, Outlook and phones.

What stands in the file
    Every event of the plan that has a day or a month. What the plan does all the time, every month without a day, or
    "in 2023" has no day to stand on, so it is left out.

Which day
    "Trước ngày 30/10" is due by 29/10, the last day that still keeps the rule: a reminder on the 30th would
    come too late. The title keeps the plan's words. "Tháng 11" gives no day: the event stands on the last
    day of the month, that of a quarter on the last of the quarter, and its description says so. The 29th to 31st are
    the last day of shorter months. What has an hour stands at it, in the zone of Việt Nam; all else takes the day.

Which years
    What returns begins with its first time after the plan was made. It has no end where the plan calls it yearly, and
    else ends when its date or the plan says so (UNTIL). What the plan sets for one year is a single event;
    anniversaries of 2023 are not repeated.
    There are past single events too, as in the plan; the browser leaves out those that are over on the day of
    the download (``plan_explorer/file.js``), because calendars would remind of them at once.

Which of two files is newer
    UIDs come from ids. SEQUENCE, LAST-MODIFIED and DTSTAMP come from the day of the content's last change, so that the
    same plan gives the same bytes, and a later one takes the place of what a calendar has.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import takewhile
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard, vText

from course.recurrence import Recurrence

ZONE = "Asia/Ho_Chi_Minh"
_DAY = dt.timedelta(days=1)
# A day begins at midnight, when nobody looks: what takes the whole day reminds at eight, a week and a day before.
_REMINDERS = {False: (dt.timedelta(days=-7, hours=8), dt.timedelta(hours=-16)), True: (-7 * _DAY, -_DAY)}
# SEQUENCE counts days from here.
_FIRST_CHANGE = dt.date(2000, 1, 1)
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
    # Only for the two properties that are no part of the standard: without a type their commas would stay bare.
    file["X-WR-CALNAME"] = vText(f"Lịch công tác – {plan['short']}")
    file["X-WR-TIMEZONE"] = vText(ZONE)
    dated = [event for event in plan["events"] if event["when"]["due"]]
    if any(event["when"]["time"] for event in dated):
        file.add_component(_zone())
    entries = (_entry(plan, event) for event in dated)
    return CalendarFile(_written(file).removesuffix(_END), tuple(filter(None, entries)))


def _zone() -> Timezone:
    """Return the zone in its shortest form; Google Calendar takes a long one for rubbish."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", dt.datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", dt.timedelta(hours=7))
    standard.add("tzoffsetto", dt.timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _written(part: Component) -> str:
    return part.to_ical(sorted=False).decode("utf-8")


def _entry(plan: dict, event: dict) -> Entry | None:
    when, title = event["when"], _title(event)
    if not (days := _days(when, dt.date.fromisoformat(plan["begin"]))):
        return None
    first, last = days
    changed = dt.date.fromisoformat(plan["changed"])
    stamp = dt.datetime.combine(changed, dt.time(), dt.UTC)
    entry = Event()
    entry.add("uid", f"lich-{plan['id']}-{event['id']}@hoc-tac-pham")
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("sequence", max(0, (changed - _FIRST_CHANGE).days))
    _add_days(entry, when, first, last)
    entry.add("summary", title)
    if event["location"]:
        entry.add("location", event["location"])
    entry.add("description", _description(event))
    entry.add("categories", [event["kindName"]])
    for before in _REMINDERS[bool(when["time"])]:
        entry.add_component(_alarm(title, before))
    return Entry(_written(entry), last.isoformat() if last else "")


def _days(when: dict, begin: dt.date) -> tuple[dt.date, dt.date | None] | None:
    """Return the first and the last day, None for the last where there is no end; nothing where it never comes."""
    if when["only"]:
        day = dt.date.fromisoformat(when["only"][1])
        return day, day
    start = max(begin, dt.date.fromisoformat(when["start"])) if when["start"] else begin
    spans = Recurrence(**when["returns"]).spans(start)
    if not when["until"]:
        return next(spans).last, None
    until = dt.date.fromisoformat(when["until"])
    days = [span.last for span in takewhile(lambda span: span.last <= until, spans)]
    return (days[0], days[-1]) if days else None


def _add_days(entry: Event, when: dict, first: dt.date, last: dt.date | None) -> None:
    start: dt.date = first
    if when["time"]:
        # The plan gives no end, so the event has none.
        start = _moment(first, when)
        entry.add("dtstart", start)
    else:
        entry.add("dtstart", first)
        entry.add("dtend", first + _DAY)
        # A deadline is no appointment: the day stays free.
        entry.add("transp", "TRANSPARENT")
    if when["returns"]:
        ending: dict[str, object] = {}
        if last:
            ending = {"until": _moment(last, when).astimezone(dt.UTC) if when["time"] else last}
        entry.add("rrule", rule(Recurrence(**when["returns"])) | ending)


def _moment(day: dt.date, when: dict) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(when["time"]), ZoneInfo(ZONE))


def rule(recurrence: Recurrence) -> dict[str, object]:
    """Return the rule by which a calendar counts what :meth:`course.recurrence.Recurrence.spans` gives.

    Every day that all its months have is counted from the first time; ends of months need a rule.
    """
    found: dict[str, object] = {"freq": "MONTHLY", "interval": recurrence.interval}
    if recurrence.interval == 12:
        found = {"freq": "YEARLY"}
    elif recurrence.interval == 1:
        del found["interval"]
    day, months = recurrence.day, recurrence.months
    if day and day <= 28:
        return found
    shortest, longest = (pick(_LENGTHS[month - 1] for month in months) for pick in (min, max))
    if recurrence.interval == 12:
        # The end of February moves in leap years; every other day of a year keeps its date.
        is_last = not day or day >= 29
        return found | ({"bymonth": 2, "bymonthday": -1} if months == [2] and is_last else {})
    if not day or day >= longest:
        return found | {"bymonthday": -1}
    if day <= shortest:
        return found
    # The last that there is of these days.
    return found | {"bymonthday": list(range(28, day + 1)), "bysetpos": -1}


# Of February in a year that is no leap year.
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _title(event: dict) -> str:
    occasion = event["when"]["occasion"]
    return f"{occasion}: {event['title']}" if occasion else event["title"]


def _description(event: dict) -> str:
    lines = [f"Kế hoạch ghi: {event['when']['text']}. {event['when']['counted']}".strip(), *event["remarks"]]
    if event["by"]:
        lines += [f"Ai báo cáo: {event['by']}.", f"Gửi đến: {event['to']}."]
    lines += [f"Ghi chú: {note}" for note in event["notes"]]
    return "\n".join([*lines, f"Nguồn: {event['cite']}."])


def _alarm(title: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", title)
    return alarm
