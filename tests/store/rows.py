"""Rows for tests of storage."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from store import Store
from store.tables import room_answers, room_members, room_questions, rooms


def add_room(connection: Connection, code: str = "123456") -> int:
    row = insert(rooms).values(code=code, session="mo-dau", opened_at=1_700_000_000_000)
    return connection.execute(row.returning(rooms.c.id)).scalar_one()


def add_question(connection: Connection, room: int) -> int:
    row = insert(room_questions).values(
        room_id=room,
        question="q1",
        shown={"prompt": "Đảng viên?"},
        key={"right": [0]},
        phase="open",
        opens_at=1,
    )
    return connection.execute(row.returning(room_questions.c.id)).scalar_one()


def add_answer(connection: Connection, room: int, question: int, who: str) -> None:
    member = (
        insert(room_members)
        .values(room_id=room, digest=who, team="", joined_at=1)
        .returning(room_members.c.id)
    )
    values = {"question_id": question, "round": 1, "value": [1], "at": 2}
    connection.execute(
        insert(room_answers).values(member_id=connection.execute(member).scalar_one(), **values)
    )


def count(storage: Store, table=rooms) -> int:
    with storage.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()
