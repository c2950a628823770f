"""The review: rounds of ten from all sessions, and what was missed comes back first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from course import load
from tests.browser.modules import functions
from tests.browser.quizzing import press_button
from tests.courses import SMALL
from tests.quiz_samples import course, question
from widgets.quiz.quiz import Quiz, plain_question
from widgets.review.review import Review

DAY = 86_400_000
NOW = 20_000 * DAY
QUESTIONS = [plain_question(course(), question("boolean", id=f"q-{number:02}")) for number in range(30)]
CONTEXT = {"now": NOW, "seed": 7, "elsewhere": {}}


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Callable[..., object]]:
    """A function that calls the module's functions by name."""
    with functions(browser, "review/rounds.js") as call:
        yield call


def after(call, *answers: tuple[str, bool], **context: object) -> dict:
    """Return a review after a round's answers (the right one is true) and the next draw."""
    progress = call("freshReview", QUESTIONS, "one", CONTEXT)
    for name, value in answers:
        asked = next(one for one in QUESTIONS if one["id"] == name)
        progress = call("withReviewed", progress, asked, value, NOW)
    return call("nextRound", progress, QUESTIONS, {**CONTEXT, **context})


def test_a_round_holds_ten_and_the_next_ten_others(call):
    first = call("freshReview", QUESTIONS, "one", CONTEXT)
    assert len(first["order"]) == 10 and first["current"] == first["order"][0]
    assert first["order"] != sorted(first["order"])
    second = after(call, *((name, True) for name in first["order"]))
    assert len(second["order"]) == 10 and not set(second["order"]) & set(first["order"])


def test_what_was_missed_comes_back_before_what_is_new(call):
    order = call("freshReview", QUESTIONS, "one", CONTEXT)["order"]
    again = after(call, (order[0], False), (order[1], True))
    assert order[0] in again["order"] and order[1] not in again["order"]
    assert order[0] in again["redo"], "it is to be answered once more, and its answer stays on record"


def test_what_was_known_comes_back_when_its_day_has_come(call):
    order = call("freshReview", QUESTIONS, "one", CONTEXT)["order"]
    later = after(call, (order[0], True), now=NOW + 60 * DAY)
    assert order[0] in later["order"]


def test_answers_of_the_sessions_count(call):
    known = {f"q-{number:02}": "right" for number in range(20)}
    states = {**known, "q-05": "wrong"}
    asked = call("freshReview", QUESTIONS, "one", {**CONTEXT, "elsewhere": states})["order"]
    assert "q-05" in asked
    assert sum(name >= "q-20" for name in asked) == 9, "what is new comes before what is known"


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"order": ["q-01"], "answers": {}, "memory": None},
        {"memory": {"q-01": {"due": "morgen"}}, "order": ["la"], "redo": 4},
        {"version": 1, "order": [asked["id"] for asked in QUESTIONS], "current": ""},
    ],
)
def test_what_makes_no_sense_or_is_of_before_begins_with_a_round(call, saved):
    assert call("restoreReview", saved, QUESTIONS, "one", CONTEXT) == call(
        "freshReview", QUESTIONS, "one", CONTEXT
    )


def test_a_round_comes_back_as_it_was(call):
    progress = after(call, ("q-01", False), ("q-02", True))
    assert call("restoreReview", progress, QUESTIONS, "one", CONTEXT) == progress


def test_a_round_is_answered_and_the_next_one_drawn(mount):
    kit = load(SMALL)
    page: Page = mount(
        Review(kit, session=kit.sessions["buoi-hai"]),
        Quiz(kit, kit.questions["buoi-mot"], session="buoi-mot"),
    )
    review = page.get_by_role("region", name="Ôn tổng hợp cả đợt học")
    expect(review.get_by_text("Lượt này có 10 câu", exact=True)).to_be_visible()
    press_button(review, "Danh sách")
    expect(review.get_by_role("article")).to_have_count(10)
    for shown in review.get_by_role("article").all():
        answer_somehow(shown)
    result = review.get_by_role("region", name="Kết quả")
    expect(result.get_by_role("listitem")).to_have_count(10)
    press_button(result, "10 câu tiếp theo")
    expect(review.get_by_text("Lượt này có 10 câu", exact=True)).to_be_visible()
    page.reload()
    expect(review.get_by_role("article")).to_have_count(10)
    expect(review.get_by_text("Lượt này có 10 câu", exact=True)).to_be_visible()


def answer_somehow(shown) -> None:
    """Give whatever answer is complete."""
    for box in [*shown.get_by_role("radio").all()[:1], *shown.get_by_role("checkbox").all()[:1]]:
        box.check()
    for choice in shown.get_by_role("combobox").all():
        choice.select_option(index=1)
    for field in shown.get_by_role("textbox").all():
        field.fill("5")
    for move in shown.get_by_role("button", name="Chuyển xuống").all()[:1]:
        move.click()
    press_button(shown, "Trả lời")
    expect(shown.get_by_role("heading", name="Trả lời")).to_be_visible()
