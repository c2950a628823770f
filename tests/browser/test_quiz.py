"""Answering: six kinds of questions, rightly and wrongly, by hand and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import quizzing
from tests.browser.profiles import both
from tests.browser.quizzing import RIGHT, WRONG, answer, card, press_button, quiz
from tests.quiz_samples import KINDS

# What a reader must be told besides explanation and source.
SAID = {
    ("single", RIGHT): [
        "Tác phẩm về phòng, chống tham nhũng, tiêu cực: Kế hoạch nêu đúng tác phẩm này.",
        "Ghi chú: Bản quét ghi lệch, sách có 600 trang.",
    ],
    ("single", WRONG): [
        "Một tập thơ về quê hương (đồng chí chọn): Kế hoạch không nhắc đến tập thơ nào.",
        "Tác phẩm về phòng, chống tham nhũng, tiêu cực: Kế hoạch nêu đúng tác phẩm này.",
        "Ghi chú: Bản quét ghi lệch, sách có 600 trang.",
    ],
    ("multiple", RIGHT): [
        "Tổ chức hội nghị học tập: Kế hoạch giao việc này.",
        "Viết bài thu hoạch: Kế hoạch yêu cầu có bài thu hoạch.",
    ],
    ("multiple", WRONG): [
        "Tổ chức thi đấu thể thao (đồng chí chọn): Kế hoạch không nói đến thể thao.",
        "Viết bài thu hoạch (đồng chí chưa chọn): Kế hoạch yêu cầu có bài thu hoạch.",
    ],
    ("boolean", RIGHT): ["Nhận định này đúng"],
    ("boolean", WRONG): ["Sai (đồng chí chọn): Kế hoạch ghi đúng con số này.", "Nhận định này đúng"],
    ("numeric", RIGHT): ["hơn 167.700 đảng viên"],
    ("numeric", WRONG): [
        "2.740 (đồng chí nhập): Đó là số tổ chức đảng: hơn 2.740 tổ chức đảng.",
        "hơn 167.700 đảng viên",
    ],
    ("ordering", RIGHT): ["Xây dựng kế hoạch: Có kế hoạch rồi mới quán triệt."],
    ("ordering", WRONG): ["Xây dựng kế hoạch (đồng chí xếp thứ 2): Có kế hoạch rồi mới quán triệt."],
    ("matching", RIGHT): ["Văn phòng → Theo dõi việc báo cáo: Văn phòng theo dõi báo cáo."],
    ("matching", WRONG): [
        "Văn phòng → Theo dõi việc báo cáo "
        "(đồng chí chọn: Chủ trì hướng dẫn học tập và tuyên truyền trong toàn đảng bộ): "
        "Văn phòng theo dõi báo cáo.",
    ],
}


FIELDS = {
    "single": "radio", "multiple": "checkbox", "boolean": "radio", "numeric": "textbox",
    "matching": "combobox",
}  # fmt: skip

EMPTY = {
    "single": "Đồng chí hãy chọn một phương án rồi bấm “Trả lời”.",
    "multiple": "Đồng chí hãy chọn ít nhất một phương án rồi bấm “Trả lời”.",
    "boolean": "Đồng chí hãy chọn “Đúng” hoặc “Sai” rồi bấm “Trả lời”.",
    "numeric": "Đồng chí hãy nhập một con số rồi bấm “Trả lời”.",
    "ordering": "Các mục còn ở thứ tự ban đầu. Đồng chí hãy sắp xếp lại rồi bấm “Trả lời”.",
    "matching": "Đồng chí hãy chọn vế ghép cho đủ các mục (còn 3 mục).",
}


PARTLY = {
    "multiple": ": chọn được 1/2 phương án đúng, chọn nhầm 1 phương án",
    "ordering": ": 2/4 mục đúng chỗ",
    "matching": ": 1/3 mục ghép đúng",
}


def verdict(kind: str, right: bool) -> str:
    """The verdict as it is told; of an answer that is partly right also how much."""
    return "Trả lời đúng" if right else f"Trả lời chưa đúng{PARTLY.get(kind, '')}"


@both
@pytest.mark.parametrize("right", [RIGHT, WRONG], ids=["right", "wrong"])
def test_an_answer_is_judged_and_explained(mount, right):
    page = mount(quiz(mode="list"))
    for count, kind in enumerate(KINDS, start=1):
        expect(page.get_by_text(f"Giải thích cho câu {kind}.")).to_have_count(0)
        shown = answer(page, kind, right)
        word = verdict(kind, right)
        expect(shown.get_by_role("heading", name=word, exact=True)).to_be_focused()
        for text in [*SAID[kind, right], f"Giải thích cho câu {kind}.", "Nguồn: Kế hoạch thử, mục II.2"]:
            expect(shown).to_contain_text(text)
        score = f"{count if right else 0}/6"
        expect(page.get_by_text(f"Đúng {score}", exact=True).first).to_be_visible()
        expect(page.get_by_role("status")).to_have_text(f"{word}. Đến nay đúng {score} câu.")


def test_denying_a_false_statement_is_a_right_answer(mount):
    false = quiz("boolean")
    false.questions = [{**asked, "answer": False} for asked in false.questions]
    page = mount(false)
    shown = answer(page, "boolean", right=False)
    expect(shown.get_by_role("heading", name="Trả lời đúng", exact=True)).to_be_focused()
    expect(shown).to_contain_text("Nhận định này sai")
    expect(page.get_by_role("status")).to_have_text("Trả lời đúng. Đến nay đúng 1/1 câu.")


def test_a_given_answer_can_no_longer_be_changed(mount):
    page = mount(quiz(mode="list"))
    for kind, field in FIELDS.items():
        shown = card(page, kind)
        expect(shown.get_by_role(field).first).to_be_enabled()
        answer(page, kind)
        expect(shown.get_by_role("button", name="Trả lời")).to_be_hidden()
        for part in shown.get_by_role(field).all():
            expect(part).to_be_disabled()
    for move in answer(page, "ordering").get_by_role("button", name="Chuyển").all():
        expect(move).to_be_disabled()


def test_an_empty_answer_is_not_judged(mount):
    page = mount(quiz(mode="list"))
    for kind, message in EMPTY.items():
        shown = card(page, kind)
        press_button(shown, "Trả lời")
        expect(shown.get_by_text(message, exact=True)).to_be_visible()
        expect(page.get_by_role("status")).to_have_text(message)
        asked = shown.get_by_role("group", name=quizzing.prompt(kind), exact=True)
        expect(asked).to_have_accessible_description(re.compile(re.escape(message)))
        expect(shown.get_by_role("button", name="Trả lời")).to_be_visible()
        expect(page.get_by_text("6 câu hỏi", exact=True)).to_be_visible()


def test_what_was_missing_is_no_longer_said_after_the_answer(mount):
    page = mount(quiz("single"))
    press_button(page, "Trả lời")
    expect(card(page, "single").get_by_text(EMPTY["single"])).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_focused()
    shown = answer(page, "single")
    expect(shown.get_by_text(EMPTY["single"])).to_be_hidden()
    expect(shown.get_by_role("heading", name="Trả lời đúng", exact=True)).to_be_visible()


def test_a_word_for_a_number_is_not_judged(mount):
    page = mount(quiz("numeric"))
    field = page.get_by_label("Nhập con số")
    field.fill("rất nhiều")
    press_button(page, "Trả lời")
    said = (
        "“rất nhiều” chưa phải là số nguyên. "
        "Đồng chí hãy viết bằng chữ số, có thể dùng dấu chấm để tách hàng nghìn."
    )
    expect(page.get_by_role("article").get_by_text(said)).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(said)))
    answer(page, "numeric")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(field).to_have_value("hơn 167.700")


def test_a_number_shows_its_unit_and_leaves_its_more_than_to_the_reader(mount):
    page = mount(quiz("numeric"))
    field = page.get_by_label("Nhập con số")
    expect(field).to_have_accessible_description("đảng viên")
    expect(field.locator("xpath=..")).to_have_text("đảng viên")


REMINDER = "Đồng chí nhớ giữ chữ “hơn”: hơn 167.700 đảng viên."


def test_a_number_without_its_more_than_is_right_and_reminded_of_it(mount):
    page = mount(quiz("numeric"))
    field = page.get_by_label("Nhập con số")
    field.fill("167700")
    press_button(page, "Trả lời")
    expect(page.get_by_role("heading", name="Trả lời đúng", exact=True)).to_be_visible()
    expect(page.get_by_text(REMINDER, exact=True)).to_be_visible()
    expect(field).to_have_value("167.700")


def test_a_number_with_its_more_than_needs_no_reminder(mount):
    page = mount(quiz("numeric"))
    shown = answer(page, "numeric")
    expect(shown.get_by_label("Nhập con số")).to_have_value("hơn 167.700")
    expect(page.get_by_text(REMINDER)).to_have_count(0)


def test_moving_a_step_is_announced_and_keeps_the_focus(mount):
    page = mount(quiz("ordering"))
    first, second = quizzing.order(page)[:2]
    expect(page.get_by_role("button", name=f"Chuyển lên: {first}")).to_be_disabled()
    press_button(page, f"Chuyển lên: {second}")
    expect(page.get_by_role("status")).to_have_text(f"“{second}” ở vị trí 1 trên 4.")
    # At the top the pressed button is of no use any more; its neighbour takes the focus.
    expect(page.get_by_role("button", name=f"Chuyển xuống: {second}")).to_be_focused()
    assert quizzing.order(page)[:2] == [second, first]


def test_everything_can_be_done_by_keyboard(mount):
    page = mount(quiz())
    for kind in KINDS:
        shown = card(page, kind)
        KEYS[kind](shown)
        _push(shown.get_by_role("button", name="Trả lời"))
        expect(shown.get_by_role("heading", name="Trả lời đúng", exact=True)).to_be_focused()
        _push(page.get_by_role("button", name="Xem kết quả" if kind == KINDS[-1] else "Câu tiếp theo"))
    expect(page.get_by_role("heading", name="Kết quả")).to_be_focused()
    expect(page.get_by_role("region", name="Kết quả")).to_contain_text("Đúng 6/6")
    _push(page.get_by_role("button", name="Làm lại từ đầu"))
    expect(page.get_by_role("heading", name="Câu 1/6")).to_be_focused()


def _reach(target: Locator) -> None:
    """Press Tab until the target has the focus, as a reader without a mouse does."""
    for _ in range(60):
        if target.evaluate("(node) => node === document.activeElement"):
            return
        target.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {target}")


def _push(target: Locator) -> None:
    _reach(target)
    target.page.keyboard.press("Enter")


def _pick(shown: Locator, role: str, names: list[str]) -> None:
    for name in names:
        _reach(shown.get_by_role(role, name=name, exact=True))
        shown.page.keyboard.press("Space")


def _radio(shown: Locator, name: str) -> None:
    """Tab leads into the group of radio buttons, arrows lead through it."""
    wanted = shown.get_by_role("radio", name=name, exact=True)
    _reach(shown.get_by_role("radio").first)
    shown.page.keyboard.press("Space")
    for _ in range(shown.get_by_role("radio").count()):
        if wanted.is_checked():
            return
        shown.page.keyboard.press("ArrowDown")
    raise AssertionError(f"arrows do not lead to {name}")


def _match(shown: Locator) -> None:
    for left, side in quizzing.SIDES.items():
        _reach(shown.get_by_label(left, exact=True))
        shown.page.keyboard.press(quizzing.letter(shown, side)[0])


def _type(shown: Locator) -> None:
    _reach(shown.get_by_label("Nhập con số"))
    shown.page.keyboard.type("167700")


KEYS = {
    "single": lambda shown: _radio(shown, quizzing.CHOICES["single", RIGHT][0]),
    "multiple": lambda shown: _pick(shown, "checkbox", quizzing.CHOICES["multiple", RIGHT]),
    "boolean": lambda shown: _radio(shown, "Đúng"),
    "numeric": _type,
    "ordering": lambda shown: quizzing.arrange(shown, RIGHT, _push),
    "matching": _match,
}


def test_enter_in_the_field_sends_the_number(mount):
    page: Page = mount(quiz("numeric"))
    _type(page.get_by_role("article"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Trả lời đúng", exact=True)).to_be_focused()
