"""Which version of a meeting counts, and where files overlap or contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, groupby

from course import formats
from meetings.branch_file import BranchFile, MeetingTotals
from meetings.unit_names import key


@dataclass(frozen=True)
class Received:
    """What a unit has sent, and the name of its file."""

    file: str
    branch: BranchFile


@dataclass(frozen=True)
class Told:
    """A meeting as one file tells it; ``unit`` is how that file writes the unit's name."""

    file: str
    unit: str
    made: str
    meeting: MeetingTotals

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes two of them the same meeting: unit, day, and the hour at which it began."""
        return key(self.unit), self.meeting.date.isoformat(), self.meeting.begin or ""

    @property
    def rank(self) -> tuple[int, str, str, str]:
        """By what the later of two versions is known; its end only keeps the order of files from mattering."""
        return self.meeting.revision, self.made, self.meeting.model_dump_json(), self.file


def told(received: Iterable[Received]) -> list[Told]:
    """Return all meetings of all files."""
    return [
        Told(one.file, one.branch.unit, one.branch.made.isoformat(), meeting)
        for one in received
        for meeting in one.branch.meetings
    ]


def counted(given: Iterable[Told]) -> tuple[list[Told], list[str]]:
    """Return one version of every meeting, and what had to be decided or looks doubtful.

    Of two versions with different contents the one with the higher revision counts; of two with the same revision that
    of the later file, and both are named. The order of the files does not matter.

    Parameters
    ----------
    given
        What :func:`told` returns, or a part of it.

    Returns
    -------
    meetings
        By unit, day and hour.
    remarks
        Sentences in Vietnamese.
    """
    ordered = sorted(given, key=lambda one: (one.identity, one.rank))
    meetings: list[Told] = []
    remarks: list[str] = []
    for _, group in groupby(ordered, key=lambda one: one.identity):
        *earlier, last = group
        meetings.append(last)
        remarks += _replaced(last, earlier)
    for _, group in groupby(meetings, key=lambda one: one.identity[:2]):
        remarks += [_overlap(*pair) for pair in combinations(group, 2) if _overlapping(*pair)]
    return meetings, remarks


def _replaced(last: Told, earlier: list[Told]) -> list[str]:
    others = {_content(one): one for one in earlier if _content(one) != _content(last)}
    return [_words(last, one) for one in others.values()]


def _content(one: Told) -> str:
    return one.meeting.model_dump_json(exclude={"revision"})


def _words(last: Told, other: Told) -> str:
    place = f"{last.unit}, buổi ngày {formats.day(last.meeting.date)}"
    if other.meeting.revision < last.meeting.revision:
        return (
            f"{place}: có hai bản khác nhau; tính bản sửa lần {last.meeting.revision} ({last.file}), bỏ bản sửa lần "
            f"{other.meeting.revision} ({other.file})."
        )
    return (
        f"{place}: hai bản mâu thuẫn, cùng ghi sửa lần {last.meeting.revision}; tạm tính bản trong {last.file}, bỏ bản "
        f"trong {other.file}; hãy hỏi lại đơn vị."
    )


def _overlapping(one: Told, other: Told) -> bool:
    first, second = sorted((one.meeting, other.meeting), key=lambda meeting: meeting.begin or "")
    # An hour that is not known may be any.
    return not (first.begin and first.end and second.begin) or second.begin < first.end


def _overlap(one: Told, other: Told) -> str:
    hours = " và ".join(told.meeting.begin or "không ghi giờ" for told in (one, other))
    files = " và ".join(dict.fromkeys((one.file, other.file)))
    return (
        f"{one.unit}, ngày {formats.day(one.meeting.date)}: có hai buổi trùng giờ hoặc chưa rõ giờ ({hours}; trong "
        f"{files}); cả hai đều được tính; nếu là một buổi, hãy hỏi lại đơn vị."
    )
