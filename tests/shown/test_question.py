"""Questions as they are asked in a room: the order of the page, and an answer that is true to it."""

from __future__ import annotations

import random
from string import ascii_uppercase

import pytest

from shown.model import plain
from shown.question import Blank, Question
from shown.question_kinds import KINDS as ASKED
from shown.question_kinds import question
from tests import quiz_samples
from widgets.quiz.order import shuffled_order
from widgets.quiz.quiz import plain_question

KINDS = {one.kind: plain_question(quiz_samples.course(), one) for one in quiz_samples.all_kinds()}


def ask(kind: str, seed: int | None = None) -> Question:
    """Ask as pages do first, or in the order that a seed gives."""
    order = None if seed is None else shuffled_order(KINDS[kind], random.Random(seed))
    return question(KINDS[kind], 1, 6, order)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_to_do(kind: str) -> None:
    assert ask(kind).hint == ASKED[kind].hint


@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_options_stand_in_the_room_as_on_the_page(kind: str) -> None:
    assert [option.text for option in ask(kind).options] == [one["text"] for one in KINDS[kind]["options"]]


@pytest.mark.parametrize("kind", ["single", "multiple", "ordering", "matching"])
def test_seeds_give_different_orders_of_the_same_options(kind: str) -> None:
    asked = [ask(kind, seed) for seed in range(12)]
    assert len({tuple(option.text for option in one.options) + one.sides for one in asked}) > 1
    assert len({frozenset(option.text for option in one.options) for one in asked}) == 1


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kind", ["single", "multiple"])
def test_the_letters_are_those_of_the_right_options(kind: str, seed: int) -> None:
    one = ask(kind, seed)
    right = {option["text"] for option in KINDS[kind]["options"] if option["correct"]}
    letters = one.answer.split(", ")
    assert {one.options[ascii_uppercase.index(letter)].text for letter in letters} == right
    assert {option.text for option in one.options if option.mark == "X"} == right


@pytest.mark.parametrize("seed", range(8))
def test_an_order_is_never_shown_already_solved_and_its_answer_restores_it(seed: int) -> None:
    one = ask("ordering", seed)
    true = [item["text"] for item in KINDS["ordering"]["items"]]
    shown = [option.text for option in one.options]
    assert shown != true
    assert [shown[ascii_uppercase.index(letter)] for letter in one.answer.split(" – ")] == true


@pytest.mark.parametrize("seed", range(8))
def test_a_matching_answer_joins_the_true_pairs(seed: int) -> None:
    one = ask("matching", seed)
    true = {pair["left"]: pair["right"] for pair in KINDS["matching"]["pairs"]}
    joined = [mark.split("–") for mark in one.answer.split(", ")]
    sides = {side.sign: side.text for side in one.sides}
    found = {one.options[int(n) - 1].text: sides[letter] for n, letter in joined}
    assert found == true and list(sides.values()) != list(true.values())


def test_a_number_is_answered_with_its_more_than() -> None:
    one = ask("numeric")
    assert one.answer == "hơn 167.700 đảng viên" and one.options == ()
    assert one.blank == Blank("đảng viên")


def test_true_or_false_says_which() -> None:
    assert ask("boolean").answer == "A – Đúng"
    assert [option.text for option in ask("boolean").options] == ["Đúng", "Sai"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_is_said_at_length_with_all_its_reasons(kind: str) -> None:
    entry, one = KINDS[kind], ask(kind)
    said = " ".join([one.short, *map(plain, (*one.in_full, *one.reasons))])
    parts = [part for name in ("options", "items", "pairs") for part in entry.get(name, [])]
    reasons = [part["reason"] for part in parts] or [entry["reason_wrong"]]
    assert all(reason in said for reason in reasons)


def test_a_room_sees_the_answer_in_lines_in_its_true_order() -> None:
    assert [plain(line) for line in ask("ordering").in_full] == [
        item["text"] for item in KINDS["ordering"]["items"]
    ]
    pairs = [f"{pair['left']} – {pair['right']}" for pair in KINDS["matching"]["pairs"]]
    assert [plain(line) for line in ask("matching").in_full] == pairs
    right = [one["text"] for one in KINDS["multiple"]["options"] if one["correct"]]
    assert [plain(line) for line in ask("multiple").in_full] == right
