"""A second try: the first answer counts, the right one is not told before the reader wants it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks, quizzing
from tests.browser.profiles import both
from tests.browser.quizzing import attempt, card, fill, press_button, quiz
from tests.quiz_samples import question
from widgets.quiz.quiz import Quiz

# What a wrong first answer is told, and what it is not.
TOLD = {
    "single": "Một tập thơ về quê hương (đồng chí chọn): Kế hoạch không nhắc đến tập thơ nào.",
    "multiple": "Còn phương án đúng mà đồng chí chưa chọn.",
    "numeric": "2.740 (đồng chí nhập): Đó là số tổ chức đảng: hơn 2.740 tổ chức đảng.",
    "ordering": "Còn mục chưa đúng chỗ.",
    "matching": "Còn mục ghép chưa đúng.",
}


@both
def test_a_wrong_answer_is_told_why_and_may_be_given_once_more(mount):
    page: Page = mount(quiz(*TOLD, mode="list"))
    for kind, told in TOLD.items():
        shown = attempt(page, kind, right=False)
        expect(shown.get_by_role("heading", name="Trả lời chưa đúng")).to_be_focused()
        expect(shown.get_by_text(told, exact=True)).to_be_in_viewport(ratio=1)
        expect(shown.get_by_text(f"Giải thích cho câu {kind}.")).to_have_count(0)
        expect(shown.get_by_text("Đáp án", exact=True)).to_have_count(0)
    assert looks.faults(page) == []
    for kind in TOLD:
        shown = card(page, kind)
        press_button(shown, "Thử lại")
        if kind == "multiple":
            for name in quizzing.CHOICES[kind, False]:
                shown.get_by_role("checkbox", name=name, exact=True).uncheck()
        fill(shown, kind, right=True)
        press_button(shown, "Trả lời")
        expect(shown.get_by_role("heading", name="Lần này trả lời đúng")).to_be_focused()
        expect(shown).to_contain_text("Điểm của câu tính theo lần trả lời đầu.")
        expect(shown).to_contain_text(f"Giải thích cho câu {kind}.")
        expect(page.get_by_role("status")).to_have_text("Lần này trả lời đúng")
    expect(page.get_by_text("Đúng 0/5", exact=True).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("Đúng 0/5", exact=True).first).to_be_visible()
    expect(card(page, "single")).to_contain_text("Giải thích cho câu single.")


def test_a_second_wrong_answer_ends_the_question(mount):
    page = mount(quiz("numeric"))
    shown = attempt(page, "numeric", right=False)
    press_button(shown, "Thử lại")
    expect(shown.get_by_label("Nhập con số")).to_be_focused()
    shown.get_by_label("Nhập con số").fill("5")
    press_button(shown, "Trả lời")
    expect(shown.get_by_role("heading", name="Lần này trả lời chưa đúng")).to_be_focused()
    expect(shown).to_contain_text("hơn 167.700 đảng viên")


@pytest.mark.parametrize(
    ("right", "said"), [(True, "Đồng chí trả lời chính xác"), (False, "Câu trả lời đúng")]
)
def test_of_two_answers_the_other_is_told_at_once(mount, right, said):
    page = mount(quiz("boolean"))
    shown = attempt(page, "boolean", right)
    expect(shown.get_by_role("radio", name=f"Đúng {said}", exact=True)).to_be_disabled()
    expect(shown.get_by_role("button", name="Thử lại")).to_have_count(0)


def test_the_kits_own_words_stand_apart_and_a_situation_is_said_to_be_invented(mount):
    asked = question("single", commentary="Có thể hỏi lại nơi ban hành.", invented=True)
    page = mount(Quiz(quizzing.course(), [asked], session="thu"))
    expect(page.get_by_role("group", name="Tình huống giả định. Đợt sinh hoạt")).to_be_visible()
    for name in quizzing.CHOICES["single", True]:
        page.get_by_role("radio", name=name).check()
    press_button(page, "Trả lời")
    own = page.locator(".kit-commentary")
    expect(own).to_contain_text("Có thể hỏi lại nơi ban hành.")
    expect(own).not_to_contain_text("Nguồn")
