"""Score, repeating what was wrong, and what stays on the device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.quizzing import answer, answer_all, press, press_button, prompt, quiz

KEY = "hoc-tac-pham/thu/quiz"
KEPT = "Tiến độ chỉ được lưu trên máy này."
NOT_KEPT = "Trình duyệt không cho lưu, nên tiến độ sẽ mất khi đồng chí đóng hoặc tải lại trang."
REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}


def saved(page: Page) -> dict | None:
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", KEY)


def score(page: Page, text: str) -> None:
    """Expect the score that stands above the questions."""
    expect(page.get_by_text(text, exact=True)).to_be_visible()


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def test_score_and_progress_go_along(mount):
    page = mount(quiz("single", "boolean", "numeric"))
    heading(page, "Câu 1/3")
    score(page, "3 câu hỏi")
    assert saved(page) is None
    for number, (kind, right, total) in enumerate(
        [("single", True, 1), ("boolean", False, 1), ("numeric", True, 2)], start=1
    ):
        heading(page, f"Câu {number}/3")
        answer(page, kind, right)
        score(page, f"Đúng {total}/3")
        assert {name: saved(page)[name] for name in ("done", "right", "total")} == {
            "done": number, "right": total, "total": 3,
        }  # fmt: skip
        press_button(page, "Xem kết quả" if number == 3 else "Câu tiếp theo")
    result = page.get_by_role("region", name="Kết quả")
    expect(result).to_contain_text("Đúng 2/3")
    expect(result).to_contain_text("Còn 1 câu chưa đúng.")
    expect(result.get_by_role("listitem")).to_have_text(
        [
            f"Câu 1. {prompt('single')} ✓ Trả lời đúng",
            f"Câu 2. {prompt('boolean')} ✗ Trả lời chưa đúng",
            f"Câu 3. {prompt('numeric')} ✓ Trả lời đúng",
        ]
    )


def test_a_reader_may_pass_over_a_question_and_come_back(mount):
    page = mount(quiz("single", "boolean"))
    press_button(page, "Câu tiếp theo")
    expect(page.get_by_role("heading", name="Câu 2/2")).to_be_focused()
    answer(page, "boolean")
    expect(page.get_by_role("button", name="Xem kết quả")).to_be_hidden()
    press_button(page, "Đến câu chưa trả lời")
    expect(page.get_by_role("heading", name="Câu 1/2")).to_be_focused()
    answer(page, "single")
    press_button(page, "Xem kết quả")
    press(page.get_by_role("button", name=f"Câu 2. {prompt('boolean')}"))
    expect(page.get_by_role("heading", name="Câu 2/2")).to_be_focused()
    press_button(page, "Câu trước")
    expect(page.get_by_role("heading", name="Câu 1/2")).to_be_focused()


def test_only_the_wrong_ones_are_repeated(mount):
    page = mount(quiz())
    answer_all(page, wrong=("multiple", "ordering"))
    press_button(page, "Làm lại các câu sai")
    expect(page.get_by_role("heading", name="Câu 1/2")).to_be_focused()
    score(page, "Đúng 4/6 · Đang làm lại các câu sai")
    answer(page, "multiple")
    press_button(page, "Câu tiếp theo")
    page.reload()
    heading(page, "Câu 2/2")
    answer(page, "ordering")
    score(page, "Đúng 6/6")
    press_button(page, "Xem kết quả")
    result = page.get_by_role("region", name="Kết quả")
    expect(result).to_contain_text("Đồng chí đã trả lời đúng tất cả các câu.")
    expect(result.get_by_role("button", name="Làm lại các câu sai")).to_have_count(0)
    press_button(result, "Làm lại từ đầu")
    heading(page, "Câu 1/6")
    score(page, "6 câu hỏi")


def test_reloading_brings_everything_back(mount):
    page = mount(quiz())
    answer(page, "single", right=False)
    press_button(page, "Câu tiếp theo")
    answer(page, "multiple")
    page.reload()
    heading(page, "Câu 2/6")
    score(page, "Đúng 1/6")
    heading(page, "Trả lời đúng")
    expect(page.get_by_role("checkbox", name="Viết bài thu hoạch")).to_be_checked()
    press_button(page, "Câu trước")
    heading(page, "Trả lời chưa đúng")
    expect(page.get_by_role("radio", name="Một tập thơ về quê hương")).to_be_checked()
    expect(page.get_by_role("article")).to_contain_text("Kế hoạch không nhắc đến tập thơ nào.")
    expect(page.get_by_role("button", name="Trả lời")).to_be_hidden()


def test_reloading_at_the_result_shows_the_result(mount):
    page = mount(quiz())
    answer_all(page, wrong=("matching",))
    page.reload()
    expect(page.get_by_role("region", name="Kết quả")).to_contain_text("Đúng 5/6")


def test_progress_is_cleared_only_when_confirmed(mount):
    page = mount(quiz())
    ask = page.get_by_role("button", name="Xóa tiến độ")
    expect(ask).to_be_hidden()
    answer(page, "single")
    press(ask)
    expect(page.get_by_text("Xóa mọi câu trả lời của phần này trên máy?")).to_be_focused()
    press_button(page, "Không xóa")
    expect(ask).to_be_focused()
    score(page, "Đúng 1/6")
    assert saved(page)["done"] == 1
    press(ask)
    press_button(page, "Xóa hết")
    score(page, "6 câu hỏi")
    expect(page.get_by_role("status")).to_have_text("Đã xóa tiến độ.")
    expect(page.get_by_role("heading", name="Câu 1/6")).to_be_focused()
    expect(ask).to_be_hidden()
    assert saved(page) is None
    page.reload()
    score(page, "6 câu hỏi")
    answer(page, "single", right=False)


@pytest.mark.parametrize("script", REFUSED.values(), ids=REFUSED)
def test_a_browser_that_keeps_nothing_still_asks_and_says_so(mount, page, script):
    page.add_init_script(script)
    mount(quiz("single", "boolean"))
    expect(page.get_by_text(NOT_KEPT)).to_be_visible()
    expect(page.get_by_text(KEPT)).to_be_hidden()
    answer(page, "single")
    press_button(page, "Câu tiếp theo")
    answer(page, "boolean", right=False)
    press_button(page, "Xem kết quả")
    expect(page.get_by_role("region", name="Kết quả")).to_contain_text("Đúng 1/2")
    press_button(page, "Xóa tiến độ")
    press_button(page, "Xóa hết")
    score(page, "2 câu hỏi")
    expect(page.get_by_text(NOT_KEPT)).to_be_visible()


def test_a_browser_that_keeps_progress_says_where(mount):
    page = mount(quiz())
    expect(page.get_by_text(KEPT)).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_changed_question_loses_its_answer_and_the_others_keep_theirs(mount):
    page = mount(quiz("single", "boolean", mode="list"))
    answer(page, "single")
    answer(page, "boolean")
    changed = quiz("single", "boolean", mode="list")
    first, second = changed.questions
    changed.questions = [first, {**second, "prompt": "Sách có phải được trình bày trong 600 trang?"}]
    mount(changed)
    score(page, "Đúng 1/2")
    expect(page.get_by_role("button", name="Trả lời")).to_have_count(1)
    asked = page.get_by_role("group", name="Sách có phải được trình bày trong 600 trang?")
    expect(asked.get_by_role("radio", checked=True)).to_have_count(0)


def test_spoilt_progress_is_a_fresh_start(mount):
    page = mount(quiz())
    for text in ("{", "null", "[1, 2]", '"abc"', '{"answers": {"cau-single": {"value": 99}}, "order": 5}'):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        page.reload()
        heading(page, "Câu 1/6")
        score(page, "6 câu hỏi")
