"""What a member does: answers the question that stands before all, once a round."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from meetings.rooms import asking
from meetings.rooms.asked import cleaned
from meetings.rooms.errors import NotAllowed, NotNow
from meetings.rooms.rooms import find_member
from store.tables import room_answers


def answer(
    connection: Connection, room: Row, member: str, question_id: int, number: int, value: object, now: int
) -> Any:
    """Keep a member's answer; of several to one round the first is kept, and is returned each time.

    Parameters
    ----------
    connection
        A transaction that writes.
    room
        An open room.
    member
        The random id of a browser.
    question_id, number
        Which question and which round is answered: what a phone sends late is not taken for the next one.
    value
        As :func:`meetings.rooms.asked.cleaned` takes it.
    now
        The moment.

    Returns
    -------
    object
        The answer that counts.

    Raises
    ------
    NotAllowed
        When the member has not joined.
    NotNow
        When the question no longer stands before all, is still read, or is closed.
    BadAnswer
        When it is no answer to the question.
    """
    member_id = find_member(connection, room, member)
    if member_id is None:
        raise NotAllowed("Phòng", "đồng chí chưa vào phòng; hãy bấm “Vào phòng”")
    if (before := given(connection, question_id, number, member_id)) is not None:
        return before
    question = asking.current(connection, room)
    if question is None or (question.id, question.round) != (question_id, number):
        raise NotNow("Câu hỏi", "màn chiếu đã chuyển sang câu khác, câu trả lời chưa được ghi")
    phase = asking.phase_of(question, now)
    if phase == asking.READ:
        raise NotNow("Câu hỏi", "đang trong thời gian đọc, chưa nhận trả lời")
    if phase != asking.OPEN:
        raise NotNow("Câu hỏi", "đã hết thời gian trả lời, câu trả lời chưa được ghi")
    kept = cleaned(question.shown, value)
    of = {"question_id": question.id, "round": question.round, "member_id": member_id}
    connection.execute(insert(room_answers).values(value=kept, at=now, **of))
    return kept


def given(connection: Connection, question_id: int, number: int, member_id: int) -> Any:
    """Return what a member has answered in a round, None for nothing."""
    found = select(room_answers.c.value).filter_by(question_id=question_id, round=number, member_id=member_id)
    return connection.execute(found).scalar_one_or_none()
