"""What a session gives to the trainer and to the group."""

from __future__ import annotations

import re

import pytest

from course import resolve
from tests.courses import shipped

COURSE = shipped()

every = pytest.mark.parametrize("session", COURSE.sessions.values(), ids=list(COURSE.sessions))


def sentences(text: str) -> int:
    """Count the sentences of a text."""
    return len(re.findall(r"[.?!](?=\s|$)", text))


@every
def test_the_opening_takes_about_two_minutes(session):
    # A trainer who is listened to speaks some 120 to 140 words, that is syllables, a minute.
    assert 230 <= len(resolve(COURSE, session.opening).split()) <= 300


@every
def test_the_message_is_one_plain_sentence(session):
    assert sentences(session.key_message) == 1
    assert session.key_message.endswith(".")


@every
def test_every_prompt_asks_about_the_readers_own_work(session):
    own = re.compile(r"đồng chí|chi bộ|đơn vị", re.IGNORECASE)
    assert [prompt for prompt in session.discussion if "?" not in prompt or not own.search(prompt)] == []


@every
def test_an_activity_takes_ten_minutes_and_every_step_says_what_to_do(session):
    assert session.activity.minutes == 10
    assert "giấy" in session.activity.needs
    assert [step for step in session.activity.steps if not step.endswith(".")] == []


def test_activities_differ():
    titles = [session.activity.title for session in COURSE.sessions.values()]
    assert len(set(titles)) == len(titles)
