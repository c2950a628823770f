"""The test before the course and the one after it: nothing is judged before both can be compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from course import load
from course.questions import BeforeAfter as Pair
from tests.browser import looks
from tests.browser.profiles import both
from tests.browser.quizzing import another_tab, press, press_button
from tests.courses import SMALL
from widgets.before_after.before_after import BeforeAfter

# What one who knows nothing chooses, and one who has learned: a choice of several, and a statement.
WRONG, RIGHT = ["Ý hai", "Sai"], ["Ý một", "Đúng"]


def widget() -> BeforeAfter:
    course = load(SMALL)
    bank = {asked.id: asked for asked in course.questions["buoi-mot"]}
    pairs = {
        name: Pair(
            id=name,
            about=about,
            before=bank[asked].model_copy(update={"id": f"truoc-{name}"}),
            after=bank[asked].model_copy(update={"id": f"sau-{name}", "see": "hai"}),
        )
        for name, asked, about in (("chon", "q-01", "Điều phải chọn"), ("xet", "q-03", "Điều được nhận định"))
    }
    return BeforeAfter(replace(course, before_after=pairs), session="do-minh")


@pytest.fixture
def shown(mount) -> Page:
    return mount(widget())


def form(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"{name} đợt học", exact=True)


def result(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=f"Kết quả: {name} đợt học", exact=True)


def tab(page: Page, words: str) -> Locator:
    return page.get_by_role("group", name="Chọn bài").get_by_role("button", name=words, exact=True)


def answer_all(page: Page, name: str, choices: list[str]) -> None:
    """Answer a form's questions one by one."""
    for number, choice in enumerate(choices, start=1):
        card = form(page, name).get_by_role("article")
        press(card.get_by_role("radio", name=choice, exact=True))
        press_button(card, "Trả lời")
        if number < len(choices):
            press_button(form(page, name), "Câu tiếp theo")


@both
def test_the_gain_is_shown_when_both_tests_are_done(shown):
    expect(tab(shown, "Trước đợt học: chưa làm")).to_have_attribute("aria-pressed", "true")
    answer_all(shown, "Trước", WRONG)
    press_button(form(shown, "Trước"), "Xem kết quả")
    before = result(shown, "Trước")
    expect(before.get_by_role("heading", name="Kết quả")).to_be_focused()
    expect(before).to_contain_text("Đúng 0/2")
    expect(before.get_by_role("listitem")).to_contain_text(["Điều phải chọn", "Điều được nhận định"])
    expect(before.get_by_role("table")).to_have_count(0)

    press(tab(shown, "Sau đợt học: chưa làm"))
    answer_all(shown, "Sau", RIGHT)
    press_button(form(shown, "Sau"), "Xem kết quả")
    after = result(shown, "Sau")
    expect(after).to_contain_text("Trước 0/2 · Sau 2/2")
    expect(after).to_contain_text("Đồng chí trả lời đúng thêm 2 câu.")
    expect(after.get_by_role("row")).to_have_text(
        ["Nội dungTrướcSau", "Điều phải chọnChưa đúngĐúng", "Điều được nhận địnhChưa đúngĐúng"]
    )
    expect(after.get_by_text("Nên đọc lại")).to_have_count(0)
    assert looks.faults(shown) == []


def test_an_answer_is_noted_and_not_judged_before_the_second_test_is_done(shown):
    answer_all(shown, "Trước", WRONG[:1])
    card = form(shown, "Trước").get_by_role("article")
    expect(card.get_by_role("heading", name="Đã ghi câu trả lời")).to_be_focused()
    expect(form(shown, "Trước").get_by_role("status")).to_have_text("Đã ghi câu trả lời. Đã trả lời 1/2 câu.")
    for word in ("Lý do", "Chưa đúng", "chưa đúng", "Đáp án", "Thử lại"):
        expect(form(shown, "Trước")).not_to_contain_text(word)


def test_the_second_test_judges_both_and_leads_to_what_to_read(shown):
    answer_all(shown, "Trước", RIGHT)
    press(tab(shown, "Sau đợt học: chưa làm"))
    answer_all(shown, "Sau", WRONG)
    card = form(shown, "Sau").get_by_role("article")
    expect(card.get_by_role("heading", name="Câu 2/2")).to_be_focused()
    expect(card).to_contain_text("Trả lời chưa đúng")
    press_button(form(shown, "Sau"), "Xem kết quả")
    after = result(shown, "Sau")
    expect(after).to_contain_text("Lần này đúng ít hơn 2 câu.")
    expect(after.get_by_role("listitem").first).to_contain_text("Điều phải chọn: ")
    press(tab(shown, "Trước đợt học: đã trả lời 2/2"))
    press_button(form(shown, "Trước"), "Danh sách")
    expect(form(shown, "Trước").get_by_role("article").first).to_contain_text("Lý do một.")


def test_who_comes_back_after_the_first_test_finds_the_second(shown):
    answer_all(shown, "Trước", RIGHT)
    shown.reload()
    expect(tab(shown, "Sau đợt học: chưa làm")).to_have_attribute("aria-pressed", "true")
    answer_all(shown, "Sau", RIGHT)
    shown.reload()
    press_button(form(shown, "Sau"), "Xem kết quả")
    expect(result(shown, "Sau")).to_contain_text("Hai lần đúng số câu như nhau.")


def test_without_the_first_test_there_is_nothing_to_compare(shown):
    press(tab(shown, "Sau đợt học: chưa làm"))
    answer_all(shown, "Sau", RIGHT)
    press_button(form(shown, "Sau"), "Xem kết quả")
    expect(result(shown, "Sau")).to_contain_text("Đồng chí chưa làm bài trước đợt học, nên chưa có gì để so.")
    expect(result(shown, "Sau").get_by_role("columnheader")).to_have_text(["Nội dung", "Sau"])


def test_deleting_the_second_test_hides_what_was_right(shown):
    answer_all(shown, "Trước", WRONG)
    press(tab(shown, "Sau đợt học: chưa làm"))
    answer_all(shown, "Sau", RIGHT)
    press_button(form(shown, "Sau"), "Xóa tiến độ")
    press_button(form(shown, "Sau"), "Xóa hết")
    press(tab(shown, "Trước đợt học: đã trả lời 2/2"))
    expect(form(shown, "Trước")).not_to_contain_text("Lý do")
    press_button(form(shown, "Trước"), "Xem kết quả")
    expect(result(shown, "Trước")).to_contain_text("Nên đọc kỹ")


def test_another_tab_follows(shown):
    other = another_tab(shown, widget())
    answer_all(shown, "Trước", RIGHT)
    expect(tab(other, "Trước đợt học: đã trả lời 2/2")).to_be_visible()
    press(tab(shown, "Sau đợt học: chưa làm"))
    answer_all(shown, "Sau", RIGHT)
    expect(tab(other, "Sau đợt học: đã trả lời 2/2")).to_be_visible()
    press_button(form(other, "Trước"), "Danh sách")
    expect(form(other, "Trước").get_by_role("article").first).to_contain_text("Lý do một.")
