"""The set of questions that a review draws for its slides."""

from __future__ import annotations

from dataclasses import replace

from course import load
from tests.courses import SMALL, shipped
from widgets.review.draw import drawn

COURSE = load(SMALL)
REVIEW = COURSE.sessions["buoi-hai"]


def test_a_draw_holds_what_no_slides_ask_and_a_room_can_answer() -> None:
    # Of the first session's single-choice questions its slides ask both.
    assert drawn(COURSE, REVIEW) == []
    free = {"buoi-mot": COURSE.sessions["buoi-mot"].model_copy(update={"asked": ["q-02"]})}
    freed = replace(COURSE, sessions=COURSE.sessions | free)
    assert sorted(drawn(freed, REVIEW)) == ["q-01", "q-07"]


def test_a_draw_takes_from_every_session_in_turn_and_is_the_same_each_time() -> None:
    course = shipped()
    (review,) = [session for session in course.sessions.values() if session.draws]
    chosen = drawn(course, review)
    assert len(chosen) == len(set(chosen)) == review.draws
    owner = {one.id: slug for slug, several in course.questions.items() for one in several}
    assert [owner[name] for name in chosen] == review.reviews[: review.draws]
    assert drawn(course, review) == chosen
