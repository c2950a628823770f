"""A room of the small course, and who is in it, for tests of its rules."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import select

from course import load
from meetings.rooms import answering, asking, rooms, views
from meetings.rooms.asked import Asked, asked
from store import Store
from store.tables import room_questions
from tests.courses import SMALL
from widgets.quiz.quiz import plain_question

START = 1_800_000_000_000
LATE = 10**9  # After every time of reading.


@cache
def questions() -> dict[str, Asked]:
    """One question of each kind."""
    course = load(SMALL)
    made = [asked(plain_question(course, one)) for one in course.questions["buoi-hai"]]
    return {one.shown["kind"]: one for one in reversed(made)}


@dataclass
class Hall:
    """A room that is open, on a clock that the test sets."""

    storage: Store
    now: int = START
    opened: rooms.Opened = field(init=False)
    shown: views.Shown = field(default_factory=views.Shown)

    def __post_init__(self) -> None:
        with self.storage.write() as connection:
            self.opened = rooms.open_room(connection, "buoi-hai", self.now)

    @contextmanager
    def acting(self):
        with self.storage.write() as connection:
            yield connection, rooms.open_with(connection, self.opened.code, lock=True)

    def join(self, *names: str, team: str = "") -> None:
        with self.acting() as (connection, room):
            for name in names:
                rooms.join(connection, room, name, team, self.now)

    def ask(self, kind: str = "single", *, read: bool = True) -> int:
        with self.acting() as (connection, room):
            asking.ask(connection, room, questions()[kind], self.now)
        if read:
            self.now += LATE
        with self.storage.read() as connection:
            found = select(room_questions.c.id).order_by(room_questions.c.id.desc())
            return connection.execute(found.limit(1)).scalar_one()

    def answer(self, name: str, question: int, value: Any, number: int = 1) -> Any:
        with self.acting() as (connection, room):
            return answering.answer(connection, room, name, question, number, value, self.now)

    def go_to(self, phase: str) -> None:
        with self.acting() as (connection, room):
            asking.go_to(connection, room, phase, self.now)

    def again(self) -> None:
        with self.acting() as (connection, room):
            asking.ask_again(connection, room, self.now)

    def hands(self, **counts: Any) -> None:
        with self.acting() as (connection, room):
            asking.count_hands(connection, room, counts)

    def seen(self, name: str) -> dict[str, Any]:
        with self.storage.read() as connection:
            room = rooms.open_with(connection, self.opened.code)
            return views.for_member(connection, room, name, self.now, self.shown)

    def wall(self) -> dict[str, Any]:
        with self.storage.read() as connection:
            return views.for_wall(connection, rooms.open_with(connection, self.opened.code), self.now)

    def host(self) -> dict[str, Any]:
        with self.storage.read() as connection:
            return views.for_host(connection, rooms.open_with(connection, self.opened.code), self.now)
