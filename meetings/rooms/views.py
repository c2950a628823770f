"""What each may see of a room at a moment: a member only what is theirs, the wall no results before they are shown."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from meetings.rooms import asking
from meetings.rooms.answering import given
from meetings.rooms.rooms import MOST_OPEN, find_member, members
from meetings.rooms.totals import of_question
from store.tables import room_answers, room_members

TOLD = (asking.SHOWN, asking.EXPLAINED)


class Shown:
    """Remembers what is shown of closed questions: a whole hall looks at it in the same moment.

    A closed question takes no answers, and whatever else changes gives its room a new version.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[int, dict[str, Any]]] = {}

    def question(self, connection: Connection, room: Row, question: Row, now: int) -> dict[str, Any]:
        """Return what all may see of the question that stands before a room."""
        if asking.phase_of(question, now) not in TOLD:
            return _question(connection, question, now)
        version, seen = self._kept.get(room.id, (None, {}))
        if version != room.version:
            seen = _question(connection, question, now)
            self._kept[room.id] = room.version, seen
            while len(self._kept) > MOST_OPEN:
                self._kept.pop(next(iter(self._kept)))
        return seen


def for_member(connection: Connection, room: Row, member: str, now: int, shown: Shown) -> dict[str, Any]:
    """Return what a phone shows: whether it has joined, the question, the member's own answer, and results once shown.

    Returns
    -------
    dict
        ``version``, ``joined``, ``team``, and ``question`` or None: ``id``, ``round``, ``phase``, ``opens_in``
        (milliseconds), ``shown``, ``answer``, and from the phase “shown” on ``totals``, ``right`` and ``told`` (the
        answer in words), when explained ``key``.
    """
    member_id = find_member(connection, room, member)
    seen: dict[str, Any] = {
        "version": room.version,
        "joined": member_id is not None,
        "team": "",
        "question": None,
    }
    if member_id is None:
        return seen
    seen["team"] = connection.execute(
        select(room_members.c.team).where(room_members.c.id == member_id)
    ).scalar_one()
    if (question := asking.current(connection, room)) is not None:
        own = given(connection, question.id, question.round, member_id)
        seen["question"] = shown.question(connection, room, question, now) | {"answer": own}
    return seen


def for_wall(connection: Connection, room: Row, now: int) -> dict[str, Any]:
    """Return what the wall shows: how many take part and have answered, and results once they are shown.

    Returns
    -------
    dict
        As :func:`for_member`, with ``members`` and in ``question`` ``answered`` in place of what is a member's own.
    """
    question = asking.current(connection, room)
    seen: dict[str, Any] = {
        "version": room.version,
        "code": room.code,
        "members": members(connection, room.id),
    }
    if question is None:
        return seen | {"question": None}
    return seen | {
        "question": _question(connection, question, now) | {"answered": _answered(connection, question)}
    }


def for_host(connection: Connection, room: Row, now: int) -> dict[str, Any]:
    """Return what the trainer's window shows: as the wall, and results as soon as a question is closed.

    Returns
    -------
    dict
        As :func:`for_wall`; ``totals`` from the phase “closed” on, and ``key`` always.
    """
    seen = for_wall(connection, room, now)
    question = asking.current(connection, room)
    if question is not None:
        seen["question"]["key"] = question.key
        if asking.phase_of(question, now) == asking.CLOSED:
            seen["question"]["totals"] = _totals(connection, question)
    return seen


def _question(connection: Connection, question: Row, now: int) -> dict[str, Any]:
    phase = asking.phase_of(question, now)
    seen: dict[str, Any] = {
        "id": question.id, "question": question.question, "round": question.round, "phase": phase,
        "opens_in": max(0, question.opens_at - now) if phase == asking.READ else 0, "shown": question.shown,
    }  # fmt: skip
    if phase in TOLD:
        seen |= {
            "totals": _totals(connection, question),
            "right": question.key["right"],
            "told": question.key["answer"],
        }
    if phase == asking.EXPLAINED:
        seen["key"] = question.key
    return seen


def _totals(connection: Connection, question: Row) -> list[dict[str, Any]]:
    found = of_question(connection, question)
    return [{"round": number, "counts": counts} for number, counts in found.items()]


def _answered(connection: Connection, question: Row) -> int:
    found = select(func.count()).select_from(room_answers)
    return connection.execute(found.filter_by(question_id=question.id, round=question.round)).scalar_one()
