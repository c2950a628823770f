"""What a branch without a network sends: one small file of totals, in which no member is named.

Its checksum, a SHA-256 over all that the file holds, shows that it was damaged or cut off on its way. It is no secret:
who changes the file on purpose can write a new one, and who has sent it is told by the way it came.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from course.messages import BrokenValue
from course.models import Entry, Id
from course.when import Time
from meetings import files
from meetings.file_error import MeetingFileError
from meetings.record import Attendance, Count, Form, Record
from meetings.texts import Line

KIND: Literal["hoc-tac-pham: chi bo gui len"] = "hoc-tac-pham: chi bo gui len"
VERSION: Literal[1] = 1
CALLED = "tệp chi bộ gửi lên"


def _given(value: str) -> str:
    if not value:
        raise BrokenValue("text must not be blank")
    return value


class MeetingTotals(Entry):
    """A meeting in numbers; what it was called, where it was and who spoke are left out.

    Attributes
    ----------
    sessions
        Slugs of the sessions of the course that were held.
    other_sessions
        How much else was studied.
    answered
        Answers to all questions together.
    judged, right
        Answers to questions that have a right answer, and how many of them were right.
    """

    revision: int = Field(ge=1)
    date: dt.date
    begin: Time | None = None
    end: Time | None = None
    form: Form | None = None
    members: Attendance = Attendance()
    guests: Count = 0
    sessions: list[Id] = Field([], max_length=60)
    other_sessions: Count = 0
    activities: Count = 0
    questions: Count = 0
    answered: Count = 0
    judged: Count = 0
    right: Count = 0
    opinions: Count = 0
    conclusions: Count = 0
    tasks: Count = 0


class BranchFile(Entry):
    """The meetings of one unit.

    Attributes
    ----------
    made
        The day it was written, by the clock of the machine that wrote it.
    """

    kind: Literal["hoc-tac-pham: chi bo gui len"] = KIND
    version: Literal[1] = VERSION
    course: Line = ""
    superior: Line = ""
    unit: Annotated[Line, AfterValidator(_given)]
    made: dt.date
    meetings: list[MeetingTotals] = Field(min_length=1, max_length=1000)


def totals(name: str, record: Record) -> MeetingTotals:
    """Return a meeting in numbers.

    Raises
    ------
    MeetingFileError
        When the meeting has no day, or was not held yet; ``name`` says which file that is.
    """
    if record.state == "planned":
        raise MeetingFileError(name, "state", "buổi này mới là dự kiến; họp xong, sửa thành held rồi làm lại")
    if record.date is None:
        raise MeetingFileError(name, "date", "chưa có ngày họp; hãy ghi ngày rồi làm lại")
    judged = [one for one in record.questions if one.right is not None]
    return MeetingTotals(
        revision=record.revision, date=record.date, begin=record.begin, end=record.end, form=record.form,
        members=record.members, guests=len(record.guests),
        sessions=list(dict.fromkeys(one.session for one in record.sessions if one.session)),
        other_sessions=sum(1 for one in record.sessions if not one.session),
        activities=len(record.activities), questions=len(record.questions),
        answered=sum(one.answered or 0 for one in record.questions),
        judged=sum(one.answered or 0 for one in judged), right=sum(one.right or 0 for one in judged),
        opinions=len(record.opinions), conclusions=len(record.conclusions), tasks=len(record.tasks),
    )  # fmt: skip


def gathered(records: Sequence[tuple[str, Record]], unit: str, made: dt.date) -> BranchFile:
    """Return what a branch sends of its meetings, in the order of their days.

    Parameters
    ----------
    records
        Each with the name of its file, for messages.
    unit
        Whose meetings they are; by the records, when empty.
    made
        Today.

    Raises
    ------
    MeetingFileError
        When records name no unit or several, or a meeting has no day or was not held yet.
    """
    units = list(dict.fromkeys(record.unit for _, record in records if record.unit))
    if not unit and len(units) != 1:
        said = "; ".join(units) or "chưa ghi"
        raise MeetingFileError(
            "unit", f"các buổi phải của một đơn vị; hãy ghi tên bằng --unit; đang là {said}"
        )
    meetings = sorted((totals(name, record) for name, record in records), key=_order)
    told = {
        name: next((getattr(one, name) for _, one in records if getattr(one, name)), "")
        for name in ("course", "superior")
    }
    return BranchFile(unit=unit or units[0], made=made, meetings=meetings, **told)


def _order(one: MeetingTotals) -> tuple[dt.date, str, str]:
    return one.date, one.begin or "", one.model_dump_json()


def to_file(branch: BranchFile) -> bytes:
    """Return the bytes of a branch's file, with its checksum; the same content gives the same bytes."""
    values = branch.model_dump(mode="json")
    return files.written(values | {"check": checksum(values)})


def from_file(name: str, body: bytes) -> BranchFile:
    """Return what a branch has sent.

    Raises
    ------
    MeetingFileError
        When it is no such file, of a newer kit, or not as it was written.
    ContentError
        When fields break rules, which a file that the kit wrote does not do.
    """
    raw = files.parsed(name, body)
    files.check_form(name, raw, BranchFile, CALLED)
    check = raw.pop("check", None)
    if check != checksum(raw):
        rule = "tệp đã bị hỏng hoặc bị sửa sau khi ghi (mã kiểm tra không khớp); hãy xin chi bộ gửi lại tệp"
        raise MeetingFileError(name, "check", rule)
    return files.checked(name, raw, BranchFile)


def checksum(values: dict[str, Any]) -> str:
    """Return the SHA-256, in hex, over values written in one way, whatever their order and spaces in the file."""
    text = json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
