"""Parts of a record in the words of papers; what is not known is a gap to write in by hand."""

from __future__ import annotations

import datetime as dt

from course import formats
from meetings.record import FORMS, Activity, Asked, Held, Opinion, Person, Record, Task

# Where a word or a number is written by hand within a sentence.
GAP, SHORT_GAP = "." * 24, "." * 6


def in_full(day: dt.date | None) -> str:
    """Write a day as papers do, “ngày 02 tháng 9 năm 2025”; with gaps where it is not known."""
    if day is None:
        return f"ngày {SHORT_GAP} tháng {SHORT_GAP} năm {SHORT_GAP}"
    # Days below ten and the first two months have a nought, so that nobody can put a figure before them.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def known(value: int | None, gap: str = SHORT_GAP) -> str:
    """Write a number, or the place to write it by hand."""
    return gap if value is None else formats.number(value)


def clock(time: str | None) -> str:
    """Write an hour as papers do, “14 giờ 05 phút”."""
    hours, minutes = time.split(":") if time else (SHORT_GAP, SHORT_GAP)
    return f"{hours} giờ {minutes} phút"


def summary(record: Record) -> str:
    """Write what the minutes are of, such as “Sinh hoạt chuyên đề: …”."""
    form = FORMS[record.form] if record.form else ""
    return ": ".join(part for part in (form, record.topic) if part) or GAP * 2


def person(one: Person) -> str:
    """Write a person with the office, where it is known; nothing without a name."""
    return ", ".join(part for part in (f"đồng chí {one.name}", one.office) if part) if one.name else ""


def absences(record: Record) -> list[str]:
    """Write who was away, each with the reason."""
    return [f"{one.name} ({one.reason})" if one.reason else one.name for one in record.away]


def held(one: Held) -> str:
    """Write what was studied, with its parts."""
    return f"{one.title}: {'; '.join(one.parts)}" if one.parts else one.title


def result(asked: Asked) -> str:
    """Write what came of a question, in totals."""
    chosen = [f"{one.text}: {formats.number(one.count)}" for one in asked.choices]
    right = [] if asked.right is None else [f"trả lời đúng: {formats.number(asked.right)}"]
    return "; ".join([*chosen, *right])


def question(asked: Asked) -> str:
    """Write a question with its totals in one line."""
    answered = [] if asked.answered is None else [f"số người trả lời: {formats.number(asked.answered)}"]
    return " – ".join(filter(None, [asked.text, "; ".join(filter(None, [*answered, result(asked)]))]))


def activity(one: Activity) -> str:
    """Write what was done, and what came of it."""
    return f"{one.title}: {one.result}" if one.result else one.title


def task(one: Task) -> str:
    """Write a task in one line, with who has it and until when."""
    due = f"thời hạn {formats.day(one.due)}" if one.due else ""
    return f"{one.what} ({said})" if (said := "; ".join(filter(None, [one.who, due]))) else one.what


def opinion(one: Opinion) -> str:
    """Write an opinion, with the name that the chair gave, if any."""
    return f"Đồng chí {one.name}: {one.text}" if one.name else one.text


def attendance(record: Record) -> str:
    """Write how many members were there, of how many, and how many were away."""
    members = record.members
    return (
        f"tổng số {known(members.all)}; có mặt {known(members.present)}; vắng mặt {known(members.away)}, trong đó "
        f"có lý do {known(members.away_with_reason)}, không có lý do {known(members.away_without_reason)}"
    )
