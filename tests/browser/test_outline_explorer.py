"""A list as cards: reading point by point, and the marks and notes that stay on the device."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.cards import KEY, at, at_overview, card, heading, lessons, note, read
from tests.browser.profiles import both, phone
from tests.browser.quizzing import press, press_button

REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}


def saved(page: Page) -> dict | None:
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", KEY)


def test_the_overview_shows_every_point_and_the_notes_of_the_list(mount):
    page = mount(lessons())
    expect(page.get_by_role("heading", name="Các bài học")).to_be_visible()
    expect(page.get_by_text("Nguồn nêu 3 bài học, rút ra từ việc làm của hơn 12.500 người.")).to_be_visible()
    expect(page.get_by_text("Ghi chú: Nguồn ghi 3 bài, chỗ khác ghi bốn bài.")).to_be_visible()
    for number in (1, 2, 3):
        expect(card(page, number)).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(0)


def test_a_point_shows_everything_it_holds(mount):
    page = mount(lessons())
    press(card(page, 1))
    point = page.get_by_role("article")
    for text in (
        "“Lời của nguồn”",
        "Giải thích bài thứ nhất, theo Kế hoạch số 1-KH/XX ngày 28/02/2023.",
        "Ghi chú: Nguồn ghi “bải”; chúng tôi hiểu là “bài”.",
        "Nguồn: Nguồn thử, mục 2, ý đầu",
    ):
        expect(point.get_by_text(text, exact=True)).to_be_visible()
    expect(point.get_by_role("heading", name="Liên hệ thực tiễn")).to_be_visible()
    expect(point.get_by_role("listitem")).to_have_text(
        ["Câu hỏi thứ nhất của bài này là gì?", "Câu hỏi thứ hai của bài này là gì?"]
    )


def test_a_point_without_quote_and_prompts_shows_no_empty_parts(mount):
    page = mount(lessons())
    press(card(page, 2))
    point = page.get_by_role("article")
    expect(point.get_by_text("Giải thích bài thứ hai.")).to_be_visible()
    expect(point.get_by_role("blockquote")).to_have_count(0)
    expect(point.get_by_role("heading", name="Liên hệ thực tiễn")).to_have_count(0)


@both
def test_all_points_by_hand(mount):
    page = mount(lessons())
    press(card(page, 1))
    at(page, 1)
    expect(page.get_by_role("button", name="Thẻ trước")).to_be_disabled()
    for number in (2, 3):
        press(page.get_by_role("button", name="Thẻ tiếp"))
        at(page, number)
    expect(page.get_by_role("button", name="Thẻ tiếp")).to_be_disabled()
    for number in (2, 1):
        press(page.get_by_role("button", name="Thẻ trước"))
        at(page, number)
    press_button(page, "Về danh sách 3 thẻ")
    at_overview(page, 1)


def test_all_points_by_keyboard(mount):
    page = mount(lessons())
    page.keyboard.press("Tab")
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("Enter")
    at(page, 1)
    page.keyboard.press("ArrowLeft")
    at(page, 1)
    for key, number in [("ArrowRight", 2), ("ArrowRight", 3), ("ArrowRight", 3), ("ArrowLeft", 2)]:
        page.keyboard.press(key)
        at(page, number)
    page.keyboard.press("Escape")
    at_overview(page, 2)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    at(page, 3)
    page.keyboard.press("Tab")
    expect(note(page)).to_be_focused()
    page.keyboard.type("Việc cần làm")
    page.keyboard.press("ArrowLeft")
    expect(heading(page, 3)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(read(page)).to_be_checked()
    page.keyboard.press("Escape")
    at_overview(page, 3)
    expect(card(page, 3)).to_contain_text("✓ Đã đọc · Có ghi chú")


def test_keys_used_here_do_not_turn_a_slide(mount):
    page = mount(lessons())
    page.evaluate("document.addEventListener('keydown', ({ key }) => { document.body.dataset.heard = key; })")
    press(card(page, 1))
    page.keyboard.press("ArrowRight")
    at(page, 2)
    page.keyboard.press("Escape")
    at_overview(page, 2)
    expect(page.locator("body")).not_to_have_attribute("data-heard", "Escape")
    expect(page.locator("body")).not_to_have_attribute("data-heard", "ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(page.locator("body")).to_have_attribute("data-heard", "ArrowUp")


def test_what_is_read_is_marked_and_counted(mount):
    page = mount(lessons())
    expect(page.get_by_text("Đã đọc 0/3 thẻ")).to_be_visible()
    press(card(page, 2))
    assert {name: saved(page)[name] for name in ("done", "total")} == {"done": 0, "total": 3}
    read(page).check()
    assert {name: saved(page)[name] for name in ("done", "total")} == {"done": 1, "total": 3}
    press_button(page, "Về danh sách 3 thẻ")
    expect(page.get_by_text("Đã đọc 1/3 thẻ")).to_be_visible()
    expect(card(page, 2)).to_contain_text("✓ Đã đọc")
    expect(card(page, 1)).not_to_contain_text("Đã đọc")
    page.reload()
    expect(page.get_by_text("Đã đọc 1/3 thẻ")).to_be_visible()
    press(card(page, 2))
    read(page).uncheck()
    assert saved(page)["done"] == 0


def test_who_goes_on_has_read_a_card_and_may_take_it_back(mount):
    page = mount(lessons())
    press(card(page, 1))
    press(page.get_by_role("button", name="Thẻ tiếp"))
    at(page, 2)
    expect(page.get_by_text("Thẻ trước được ghi là đã đọc.")).to_be_visible()
    press_button(page, "Bỏ dấu đã đọc")
    expect(heading(page, 2)).to_be_focused()
    expect(page.get_by_text("Thẻ trước được ghi là đã đọc.")).to_be_hidden()
    press(page.get_by_role("button", name="Thẻ tiếp"))
    press(page.get_by_role("button", name="Về danh sách"))
    expect(card(page, 1)).not_to_contain_text("Đã đọc")
    expect(card(page, 2)).to_contain_text("✓ Đã đọc")


@phone
def test_a_note_is_shown_whole(mount):
    page = mount(lessons())
    press(card(page, 1))
    note(page).fill("Một dòng ghi chú dài hơn bề ngang của điện thoại.\n" * 8)
    hidden = "(field) => field.scrollHeight - field.clientHeight"
    assert note(page).evaluate(hidden) <= 1
    page.reload()
    at_height = note(page).evaluate("(field) => field.clientHeight")
    assert note(page).evaluate(hidden) <= 1 and at_height > 200


def test_private_notes_and_the_open_point_survive_a_reload(mount):
    page = mount(lessons())
    press(card(page, 2))
    note(page).fill("Họp chi bộ <b>tháng tới</b>\nDòng hai")
    page.reload()
    expect(heading(page, 2)).to_be_visible()
    expect(note(page)).to_have_value("Họp chi bộ <b>tháng tới</b>\nDòng hai")
    press_button(page, "Thẻ tiếp →")
    expect(note(page)).to_have_value("")
    press_button(page, "Về danh sách 3 thẻ")
    expect(card(page, 2)).to_contain_text("Có ghi chú")


def test_marks_and_notes_are_cleared_only_when_confirmed(mount):
    page = mount(lessons())
    ask = page.get_by_role("button", name="Xóa tiến độ")
    expect(ask).to_be_hidden()
    press(card(page, 1))
    read(page).check()
    note(page).fill("Nhớ")
    press_button(page, "Về danh sách 3 thẻ")
    question = page.get_by_role("group", name="Sẽ xóa khỏi máy này: 1 dấu đã đọc và 1 ghi chú riêng.")
    for keep in (lambda: press_button(page, "Giữ lại"), lambda: page.keyboard.press("Escape")):
        press(ask)
        expect(question).to_be_focused()
        keep()
        expect(question).to_be_hidden()
        expect(ask).to_be_focused()
        assert saved(page)["done"] == 1
    press(ask)
    press_button(page, "Xóa")
    expect(page.get_by_text("Đã đọc 0/3 thẻ")).to_be_visible()
    expect(page.get_by_role("heading", name="Các bài học")).to_be_focused()
    expect(
        page.get_by_role("status").filter(has_text="Đã xóa các dấu đã đọc và ghi chú riêng.")
    ).to_have_count(1)
    expect(ask).to_be_hidden()
    assert saved(page) is None
    press(card(page, 1))
    expect(note(page)).to_have_value("")
    expect(read(page)).not_to_be_checked()
    page.reload()
    expect(note(page)).to_have_value("")
    expect(read(page)).not_to_be_checked()


@pytest.mark.parametrize("script", REFUSED.values(), ids=REFUSED)
def test_a_browser_that_keeps_nothing_still_shows_everything_and_says_so(mount, page, script):
    page.add_init_script(script)
    mount(lessons())
    press(card(page, 1))
    said = "Trình duyệt không cho lưu trên máy này: dấu đã đọc và ghi chú sẽ mất khi đóng trang."
    expect(page.get_by_text(said)).to_be_visible()
    read(page).check()
    note(page).fill("Nhớ")
    press_button(page, "Thẻ tiếp →")
    at(page, 2)
    press_button(page, "Về danh sách 3 thẻ")
    expect(page.get_by_text("Đã đọc 1/3 thẻ")).to_be_visible()
    expect(card(page, 1)).to_contain_text("✓ Đã đọc · Có ghi chú")
    press_button(page, "Xóa tiến độ")
    press_button(page, "Xóa")
    expect(page.get_by_text("Đã đọc 0/3 thẻ")).to_be_visible()
