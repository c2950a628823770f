"""Many meetings added up: of one unit over a year, or of all units that have sent their files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from meetings import same_names, unit_names, versions
from meetings.branch_file import MeetingTotals
from meetings.versions import Received, Told


@dataclass(frozen=True)
class Sums:
    """What meetings make together; sums of sums are sums.

    Attributes
    ----------
    attended
        Members present, added up over the meetings: who came twice is counted twice.
    answered, judged, right
        As in :class:`meetings.branch_file.MeetingTotals`.
    """

    meetings: int = 0
    attended: int = 0
    guests: int = 0
    questions: int = 0
    answered: int = 0
    judged: int = 0
    right: int = 0
    opinions: int = 0
    tasks: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


@dataclass(frozen=True)
class UnitRow:
    """A unit's meetings together.

    Attributes
    ----------
    members
        How many it has, by its latest meeting that says so.
    most
        Most members that were present at one meeting.
    sessions
        How many sessions of the course it has held.
    """

    unit: str
    members: int | None
    most: int | None
    sessions: int
    sums: Sums


@dataclass(frozen=True)
class SessionRow:
    """In how many meetings, and of how many units, a session of the course was held."""

    session: str
    meetings: int
    units: int


@dataclass(frozen=True)
class Report:
    """What was added up, and what is to be looked at.

    Attributes
    ----------
    meetings
        By unit and day; units have the names of the list, where there is one.
    missing, late
        Units of the list that have sent nothing, and those whose first file was written after the last day.
    strangers
        Units that have sent a file and do not stand on the list, each with the missing one that may be meant.
    remarks
        Sentences for whoever answers for the report.
    """

    meetings: tuple[Told, ...]
    units: tuple[UnitRow, ...]
    sessions: tuple[SessionRow, ...]
    sums: Sums
    missing: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def add_up(
    received: Sequence[Received], expected: Sequence[str] = (), last_day: dt.date | None = None, year: int | None = None
) -> Report:  # fmt: skip
    """Add up what units have sent; the order of files and of units does not matter.

    Parameters
    ----------
    received
        All files.
    expected
        Names of the units that should send; nothing is missing when there are none.
    last_day
        On which a file is in time.
    year
        Only meetings of this year, if given.
    """
    received, alike = same_names.told_apart(received)
    names = _names(received, expected)
    told = [one for one in versions.told(received) if year in (None, one.meeting.date.year)]
    meetings, remarks = versions.counted(told)
    meetings = [_renamed(one, names) for one in meetings]
    sent: dict[str, str] = {}
    for one in told:
        unit = unit_names.key(one.unit)
        sent[unit] = min(one.made, sent.get(unit, one.made))
    listed = {unit_names.key(name): name for name in expected}
    last = last_day.isoformat() if last_day else max(sent.values(), default="")
    missing = tuple(name for unit, name in listed.items() if unit not in sent)
    strangers = sorted(names[unit] for unit in sent if listed and unit not in listed)
    return Report(
        tuple(meetings), tuple(_units(meetings)), tuple(_sessions(meetings)), total(meetings),
        missing=missing,
        late=tuple(name for unit, name in listed.items() if sent.get(unit, "") > last),
        strangers=tuple(_stranger(name, missing) for name in strangers),
        remarks=(*alike, *_doubled_names(expected), *_doubled_files(received), *remarks, *_unknown(meetings)),
    )  # fmt: skip


def _stranger(name: str, missing: Sequence[str]) -> str:
    near = unit_names.nearest(name, missing)
    return f"{name} (có lẽ là “{near}”)" if near else name


def total(meetings: Iterable[Told]) -> Sums:
    """Return the sums of meetings."""
    return sum((_sums(one.meeting) for one in meetings), Sums())


def _sums(one: MeetingTotals) -> Sums:
    return Sums(
        1, one.members.present or 0, one.guests, one.questions, one.answered, one.judged, one.right,
        one.opinions, one.tasks,
    )  # fmt: skip


def _names(received: Sequence[Received], expected: Sequence[str]) -> dict[str, str]:
    """Return the one name by which each unit is called: as the list has it, or as the first of its spellings."""
    written = sorted((one.branch.unit for one in received), reverse=True)
    return {unit_names.key(name): name for name in (*written, *reversed(expected))}


def _renamed(one: Told, names: dict[str, str]) -> Told:
    return Told(one.file, names[unit_names.key(one.unit)], one.made, one.meeting)


def _units(meetings: Sequence[Told]) -> Iterable[UnitRow]:
    for unit in dict.fromkeys(one.unit for one in meetings):
        own = sorted((one for one in meetings if one.unit == unit), key=lambda one: one.identity)
        members = [one.meeting.members.all for one in own if one.meeting.members.all is not None]
        present = [one.meeting.members.present for one in own if one.meeting.members.present is not None]
        held = {session for one in own for session in one.meeting.sessions}
        yield UnitRow(
            unit, members[-1] if members else None, max(present, default=None), len(held), total(own)
        )


def _sessions(meetings: Sequence[Told]) -> Iterable[SessionRow]:
    for session in sorted({session for one in meetings for session in one.meeting.sessions}):
        own = [one for one in meetings if session in one.meeting.sessions]
        yield SessionRow(session, len(own), len({one.unit for one in own}))


def _doubled_names(expected: Sequence[str]) -> Iterable[str]:
    seen: dict[str, str] = {}
    for name in expected:
        if first := seen.get(unit_names.key(name)):
            yield f"Danh sách có hai dòng cùng một đơn vị: “{first}” và “{name}”; tính là một."
        seen[unit_names.key(name)] = name


def _doubled_files(received: Sequence[Received]) -> Iterable[str]:
    seen: list[Received] = []
    for one in sorted(received, key=lambda one: one.file):
        if same := next((other for other in seen if other.branch == one.branch), None):
            yield f"{one.file} giống hệt {same.file}; chỉ tính một lần."
        seen.append(one)


def _unknown(meetings: Sequence[Told]) -> Iterable[str]:
    silent = [one for one in meetings if one.meeting.members.present is None]
    if silent:
        units = "; ".join(dict.fromkeys(one.unit for one in silent))
        yield f"{len(silent)} buổi chưa ghi số đảng viên có mặt, nên lượt dự thực tế có thể cao hơn: {units}."
