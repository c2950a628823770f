"""What of a session can be chosen, and what its slides are then."""

from __future__ import annotations

import pytest

from slides.meeting.catalogue import QUESTION_MINUTES, chosen_slides, items
from tests.slides.meeting.samples import at_home, decks

DECK = decks()["mot"]
QUESTIONS = [item for item in items(DECK) if item.kind == "question"]


def test_what_has_minutes_of_its_own_is_chosen_by_itself() -> None:
    found = [(item.id, item.part, item.minutes) for item in items(DECK) if item.kind == "talk"]
    assert found == [
        ("dich", "Mục tiêu", 1), ("so", "Con số", 3), ("bai", "Con số", 5), ("het", "Thông điệp", 2),
    ]  # fmt: skip


def test_questions_share_the_minutes_of_what_announces_them() -> None:
    assert len(QUESTIONS) == 6
    assert sum(item.minutes for item in QUESTIONS) == pytest.approx(9)
    assert QUESTIONS[0].title == DECK.questions[0].prompt


def test_questions_for_home_have_minutes_of_their_own_in_the_room() -> None:
    deck = at_home("mot")
    asked = [item for item in items(deck) if item.kind == "question"]
    assert {item.minutes for item in asked} == {QUESTION_MINUTES}
    ahead, *_ = chosen_slides(deck, [asked[0].id, asked[1].id])
    assert (ahead.minutes, ahead.at_home) == (3, False)
    assert "giơ tay" in ahead.notes[0]


def test_a_chosen_question_comes_with_what_announces_it() -> None:
    slides = chosen_slides(DECK, [QUESTIONS[1].id])
    assert [slide.id for slide in slides] == ["hoi", QUESTIONS[1].id]
    assert slides[0].minutes == 1.5
    (said,) = slides[0].blocks
    assert said.runs[0].text.startswith("Một câu hỏi. Suy nghĩ")


def test_all_that_can_be_chosen_is_all_but_the_cover() -> None:
    every = chosen_slides(DECK, {item.id for item in items(DECK)})
    assert [slide.id for slide in every] == [slide.id for slide in DECK.slides[1:]]


def test_nothing_chosen_is_nothing() -> None:
    assert chosen_slides(DECK, ["khong-co"]) == []
