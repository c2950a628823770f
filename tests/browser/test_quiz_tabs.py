"""A quiz that stands open in two tabs: neither loses what was answered in the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import quizzing
from tests.browser.quizzing import WRONG, another_tab, answer, card, press, press_button, quiz

KINDS = ("single", "numeric", "boolean")
# A tab that was asleep does not hear of what others save.
DEAF = "addEventListener('storage', (event) => event.stopImmediatePropagation())"


@pytest.fixture
def first(mount) -> Page:
    return mount(quiz(*KINDS))


@pytest.fixture
def follower(first) -> Page:
    return another_tab(first, quiz(*KINDS))


@pytest.fixture
def sleeper(first) -> Page:
    return another_tab(first, quiz(*KINDS), DEAF)


def front(page: Page) -> Page:
    """Turn to a tab; in the background it answers slowly."""
    page.bring_to_front()
    return page


def score(page: Page, text: str) -> None:
    """Expect the score that stands above the questions."""
    expect(page.get_by_text(text, exact=True).first).to_be_visible()


def at(page: Page, number: int) -> None:
    expect(page.get_by_role("heading", name=f"Câu {number}/3", exact=True)).to_be_visible()


def finish(page: Page, *wrong: str) -> None:
    front(page)
    for kind in KINDS:
        answer(page, kind, kind not in wrong)
        press_button(page, "Xem kết quả" if kind == KINDS[-1] else "Câu tiếp theo")


def test_going_on_in_another_tab_keeps_the_answers_of_the_first(first, sleeper):
    answer(front(first), "single")
    at(sleeper, 1)
    press_button(front(sleeper), "Câu tiếp theo")
    score(sleeper, "Đúng 1/3")
    answer(sleeper, "numeric")
    score(sleeper, "Đúng 2/3")
    for page in (first, sleeper):
        page.reload()
        score(page, "Đúng 2/3")


def test_the_answer_just_given_counts_where_both_tabs_answered(first, sleeper):
    answer(front(first), "single")
    shown = answer(front(sleeper), "single", WRONG)
    expect(shown.get_by_role("heading", name="Trả lời chưa đúng", exact=True)).to_be_focused()
    score(sleeper, "Đúng 0/3")
    score(first, "Đúng 0/3")
    expect(card(first, "single").get_by_role("heading", name="Trả lời chưa đúng")).to_be_visible()


def test_a_tab_of_an_earlier_round_brings_no_old_answers_back(first, sleeper):
    finish(first, "numeric")
    sleeper.reload()
    score(sleeper, "Đúng 2/3")
    press_button(first, "Làm lại từ đầu")
    answer(first, "single", WRONG)
    # The tab still shows the result of the earlier round.
    press(front(sleeper).get_by_role("button", name="Câu 2. "))
    expect(sleeper.get_by_role("heading", name="Câu 2/3", exact=True)).to_be_focused()
    score(sleeper, "Đúng 0/3")
    answer(sleeper, "numeric")
    for page in (first, sleeper):
        page.reload()
        score(page, "Đúng 1/3")


@pytest.mark.parametrize("name", ["Làm lại các câu sai", "Làm lại từ đầu"])
def test_doing_it_again_goes_on_from_what_is_saved(first, sleeper, name):
    finish(first, "numeric")
    sleeper.reload()
    press_button(first, "Làm lại từ đầu")
    answer(first, "single")
    press_button(front(sleeper), name)
    # Of the new round nothing is wrong yet: there is nothing to repeat but what is open.
    number, words = (2, "Đúng 1/3") if name == "Làm lại các câu sai" else (1, "3 câu hỏi")
    expect(sleeper.get_by_role("heading", name=f"Câu {number}/3", exact=True)).to_be_focused()
    for page in (first, sleeper):
        score(page, words)


def test_what_was_cleared_does_not_come_back(first, sleeper):
    answer(front(first), "single")
    sleeper.reload()
    score(sleeper, "Đúng 1/3")
    press_button(first, "Xóa tiến độ")
    press_button(first, "Xóa hết")
    press_button(front(sleeper), "Câu tiếp theo")
    score(sleeper, "3 câu hỏi")
    first.reload()
    score(first, "3 câu hỏi")


def test_another_tab_follows_and_keeps_what_is_being_typed(first, follower):
    press_button(front(follower), "Câu tiếp theo")
    field = follower.get_by_label("Nhập con số")
    field.fill("167.700")
    answer(front(first), "single")
    score(follower, "Đúng 1/3")
    at(follower, 2)
    expect(field).to_have_value("167.700")
    expect(field).to_be_focused()
    press_button(front(follower), "Trả lời")
    score(first, "Đúng 2/3")
    expect(card(first, "single").get_by_role("heading", name="Trả lời đúng")).to_be_focused()


def test_another_tab_keeps_what_is_being_chosen_through_a_new_start(first, follower):
    answer(front(first), "single")
    press_button(front(follower), "Câu tiếp theo")
    press_button(follower, "Câu tiếp theo")
    quizzing.fill(card(follower, "boolean"), "boolean", WRONG)
    chosen = follower.get_by_role("radio", name="Sai", exact=True)
    press_button(front(first), "Xóa tiến độ")
    press_button(first, "Xóa hết")
    score(follower, "3 câu hỏi")
    expect(chosen).to_be_checked()
    expect(chosen).to_be_focused()


def test_a_question_answered_in_another_tab_is_answered_here_too(first, follower):
    field = follower.get_by_role("radio").first
    field.focus()
    shown = answer(front(first), "single")
    expect(shown.get_by_role("heading", name="Trả lời đúng")).to_be_focused()
    expect(card(follower, "single").get_by_role("heading", name="Trả lời đúng")).to_be_visible()
    # The field that had the focus can no longer have it.
    expect(follower.get_by_role("heading", name="Câu 1/3")).to_be_focused()


def test_the_result_in_another_tab_gives_way_to_a_new_start(first, follower):
    finish(first, "boolean")
    follower.reload()
    expect(follower.get_by_role("region", name="Kết quả")).to_contain_text("Đúng 2/3")
    follower.get_by_role("button", name="Làm lại từ đầu").focus()
    # Looking at a question changes nothing in the other tab.
    press(first.get_by_role("button", name="Câu 2. "))
    expect(first.get_by_role("heading", name="Câu 2/3")).to_be_focused()
    expect(follower.get_by_role("button", name="Làm lại từ đầu")).to_be_focused()
    press_button(first, "Xem kết quả")
    press_button(first, "Làm lại các câu sai")
    expect(follower.get_by_role("heading", name="Câu 1/1")).to_be_focused()
    expect(follower.get_by_role("button", name="Trả lời")).to_be_visible()
    score(follower, "Đúng 2/3 · Đang làm lại các câu sai")
