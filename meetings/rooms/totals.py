"""How many gave which answer: of phones that answered, and of hands that were counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from meetings.rooms.asked import countable, counted
from meetings.rooms.errors import BadAnswer
from store.tables import room_answers, room_questions, room_totals

PHONES, HANDS = "phones", "hands"
MOST_HANDS = 9_999


def of_question(connection: Connection, question: Row) -> dict[int, dict[str, int]]:
    """Return for each round how many answers count as what, phones and hands together.

    Parameters
    ----------
    connection
        A transaction.
    question
        A row of ``room_questions``.

    Returns
    -------
    dict
        For each round that has answers, in order: what can be chosen, in the order of the wall, and how many did.
    """
    rounds: dict[int, Counter[str]] = {}
    kept = select(room_totals.c.round, room_totals.c.choice, room_totals.c.count)
    for number, choice, count in connection.execute(kept.where(room_totals.c.question_id == question.id)):
        rounds.setdefault(number, Counter())[choice] += count
    for number, choices in _answers(connection, question).items():
        rounds.setdefault(number, Counter()).update(choices)
    return {
        number: {choice: rounds[number][choice] for choice in countable(question.shown)}
        for number in sorted(rounds)
    }


def _answers(connection: Connection, question: Row) -> dict[int, Counter[str]]:
    rounds: dict[int, Counter[str]] = {}
    found = select(room_answers.c.round, room_answers.c.value).where(
        room_answers.c.question_id == question.id
    )
    for number, value in connection.execute(found):
        rounds.setdefault(number, Counter()).update(counted(question.shown, question.key, value))
    return rounds


def keep_hands(connection: Connection, question: Row, counts: Mapping[str, Any]) -> None:
    """Keep how many hands were counted for each letter in the question's round; an earlier count is replaced.

    Raises
    ------
    BadAnswer
        When a count is no whole number from 0 to 9999, or is for something else than the letters of the question.
    """
    choices = countable(question.shown)
    for choice, count in counts.items():
        if choice not in choices:
            raise BadAnswer("Số tay", f"chỉ đếm cho {', '.join(choices)}", value=choice)
        if not isinstance(count, int) or isinstance(count, bool) or not 0 <= count <= MOST_HANDS:
            raise BadAnswer("Số tay", f"phải là số nguyên từ 0 đến {MOST_HANDS}", value=count)
    _replace(connection, question.id, question.round, HANDS, counts)


def keep_totals(connection: Connection, room_id: int) -> None:
    """Turn all answers of a room into totals; who gave them is not in these."""
    for question in connection.execute(
        select(room_questions).where(room_questions.c.room_id == room_id)
    ).all():
        for number, choices in _answers(connection, question).items():
            _replace(connection, question.id, number, PHONES, choices)
        connection.execute(delete(room_answers).where(room_answers.c.question_id == question.id))


def _replace(
    connection: Connection, question_id: int, number: int, means: str, counts: Mapping[str, int]
) -> None:
    of = {"question_id": question_id, "round": number, "means": means}
    connection.execute(delete(room_totals).filter_by(**of))
    rows = [of | {"choice": choice, "count": count} for choice, count in counts.items() if count]
    if rows:
        connection.execute(insert(room_totals), rows)
