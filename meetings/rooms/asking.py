"""What a host does with a question: asks it, opens and closes it, shows its results, asks it once more.

A question goes read → open → closed → shown → explained. It opens by itself when there was time to read it; asked once
more, after people have talked about it, it is in its second round and open again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from meetings.rooms.asked import Asked
from meetings.rooms.errors import NotNow, TooMany
from meetings.rooms.rooms import changed
from meetings.rooms.totals import keep_hands
from store.tables import room_questions, rooms

READ, OPEN, CLOSED, SHOWN, EXPLAINED = "read", "open", "closed", "shown", "explained"
MOST_QUESTIONS, MOST_ROUNDS = 100, 2
# Which phases a host may go to from which: forward, and back from a question that was closed too early.
STEPS = {
    READ: (OPEN, CLOSED),
    OPEN: (CLOSED,),
    CLOSED: (OPEN, SHOWN),
    SHOWN: (EXPLAINED,),
    EXPLAINED: (SHOWN,),
}
_WORDS = {
    READ: "đang đọc",
    OPEN: "đang trả lời",
    CLOSED: "đã đóng",
    SHOWN: "đã hiện kết quả",
    EXPLAINED: "đã giải thích",
}


def ask(connection: Connection, room: Row, asked: Asked, now: int) -> None:
    """Put a question before all; one that was asked already comes back as it stands.

    Raises
    ------
    TooMany
        When the room was asked as many questions as may be.
    """
    of_room = room_questions.c.room_id == room.id
    before = select(room_questions.c.id).where(of_room, room_questions.c.question == asked.id)
    number = connection.execute(before).scalar_one_or_none()
    if number is None:
        if (
            connection.execute(select(func.count()).select_from(room_questions).where(of_room)).scalar_one()
            >= MOST_QUESTIONS
        ):
            raise TooMany("Phòng", f"đã hỏi {MOST_QUESTIONS} câu, nhiều nhất có thể; hãy mở phòng khác")
        row = insert(room_questions).values(
            room_id=room.id,
            question=asked.id,
            shown=asked.shown,
            key=asked.key,
            phase=READ,
            opens_at=now + asked.reading_ms,
        )
        number = connection.execute(row.returning(room_questions.c.id)).scalar_one()
    connection.execute(update(rooms).where(rooms.c.id == room.id).values(current=number))
    changed(connection, room.id)


def current(connection: Connection, room: Row) -> Row | None:
    """Return the question that stands before all, None where there is none; :func:`phase_of` tells its phase."""
    return connection.execute(select(room_questions).where(room_questions.c.id == room.current)).one_or_none()


def phase_of(question: Row, now: int) -> str:
    """Return a question's phase at a moment: what is read is open when its time of reading is over."""
    return OPEN if question.phase == READ and now >= question.opens_at else question.phase


def go_to(connection: Connection, room: Row, phase: str, now: int) -> None:
    """Bring the question that stands before all into another phase.

    Raises
    ------
    NotNow
        When there is none, or it cannot go there from where it is. Who asks twice for the same gets no error.
    """
    question = _standing(connection, room)
    stands = phase_of(question, now)
    if stands == phase:
        return
    if phase not in STEPS[stands]:
        raise NotNow("Câu hỏi", f"{_WORDS[stands]}, chưa thể chuyển sang bước này", value=phase)
    connection.execute(update(room_questions).where(room_questions.c.id == question.id).values(phase=phase))
    changed(connection, room.id)


def ask_again(connection: Connection, room: Row, now: int) -> None:
    """Begin the second round of the question that stands before all; the first one's answers stay.

    Raises
    ------
    NotNow
        When it is not closed, its results are known, or both rounds were held.
    """
    question = _standing(connection, room)
    stands = phase_of(question, now)
    if stands != CLOSED:
        raise NotNow("Câu hỏi", f"{_WORDS[stands]}; chỉ hỏi lại khi đã đóng và chưa hiện đáp án")
    if question.round >= MOST_ROUNDS:
        raise NotNow("Câu hỏi", f"đã hỏi {MOST_ROUNDS} lượt")
    # It has been read.
    again = update(room_questions).where(room_questions.c.id == question.id)
    connection.execute(again.values(round=question.round + 1, phase=OPEN))
    changed(connection, room.id)


def count_hands(connection: Connection, room: Row, counts: Mapping[str, Any]) -> None:
    """Keep how many hands went up for each letter, in the round of the question that stands before all.

    Raises
    ------
    NotNow
        When there is none.
    BadAnswer
        When a count cannot be one.
    """
    keep_hands(connection, _standing(connection, room), counts)
    changed(connection, room.id)


def _standing(connection: Connection, room: Row) -> Row:
    if (question := current(connection, room)) is None:
        raise NotNow("Câu hỏi", "chưa có câu nào đang hỏi; hãy hỏi một câu trước")
    return question
