"""The file of a record."""

from __future__ import annotations

import datetime as dt

from course.errors import ContentError
from meetings import files
from meetings.record import Record

CALLED = "tệp ghi một buổi sinh hoạt"


def to_file(record: Record) -> bytes:
    """Return a record as the bytes of its file; the same record gives the same bytes."""
    return files.written(record.model_dump(mode="json"))


def from_file(name: str, body: bytes, today: dt.date) -> Record:
    """Return the record that a file holds.

    Parameters
    ----------
    name, body
        The file; the name is for messages.
    today
        A meeting that was held cannot be later.

    Raises
    ------
    MeetingFileError
        When it is no such file, cut off, or of a newer kit.
    ContentError
        When fields break rules; names all of them.
    """
    raw = files.parsed(name, body)
    files.check_form(name, raw, Record, CALLED)
    record = files.checked(name, raw, Record)
    check_day(name, record, today)
    return record


def check_day(name: str, record: Record, today: dt.date) -> None:
    """Refuse a record of a meeting that was held on a day to come.

    Raises
    ------
    ContentError
        Names the day.
    """
    if record.state == "held" and record.date and record.date > today:
        rule = "a meeting that was held cannot be later than today, {today}; one to come is 'planned'"
        raise ContentError(name, "date", rule, record.date.isoformat(), {"today": today.isoformat()})
