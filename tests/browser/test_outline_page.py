"""How a list of cards stands on a page: accessible, within the screen, text as text, beside another list."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import looks
from tests.browser.cards import card, lessons, note, read
from tests.browser.profiles import both
from tests.browser.quizzing import press, press_button

MARKED = "<b>1</b> & <img src=x onerror=document.title='bad'>"


@both
def test_the_overview_has_no_faults(mount):
    page = mount(lessons())
    assert looks.faults(page) == []
    press(card(page, 1))
    read(page).check()
    note(page).fill("Nhớ")
    press_button(page, "Về danh sách 3 thẻ")
    press_button(page, "Xóa tiến độ")
    assert looks.faults(page) == []


@both
def test_a_point_has_no_faults(mount):
    page = mount(lessons())
    press(card(page, 1))
    assert looks.faults(page) == []
    read(page).check()
    note(page).fill("Một từ rất dài: " + "a" * 200)
    assert looks.faults(page) == []


@both
def test_a_point_with_long_words_stays_within_the_screen(mount):
    shown = lessons()
    long = "phòngchống" * 20
    shown.items = [
        {**item, "title": long, "quote": long, "matter": long, "commentary": long, "prompts": [long]}
        for item in shown.items
    ]
    page = mount(shown)
    assert looks.sideways(page) == 0
    press(page.get_by_role("button", name=f"1 {long}"))
    expect(page.get_by_role("heading", name=long)).to_be_visible()
    assert looks.sideways(page) == 0


def test_signs_of_html_are_shown_as_text(mount):
    shown = lessons()
    shown.title = shown.intro = MARKED
    shown.notes = [MARKED]
    point = {"id": "mot", "words": [], "cite": MARKED, "prompts": [MARKED], "notes": [MARKED]}
    shown.items = [{**point, **dict.fromkeys(("title", "quote", "matter", "commentary"), MARKED)}]
    page = mount(shown)
    expect(page.get_by_role("heading", name=MARKED, exact=True)).to_be_visible()
    expect(page.get_by_text(MARKED, exact=True).locator("visible=true")).to_have_count(3)
    expect(page.get_by_text(f"Ghi chú: {MARKED}", exact=True).locator("visible=true")).to_have_count(1)
    press(page.get_by_role("button", name=f"1 {MARKED}"))
    point = page.get_by_role("article")
    expect(point.get_by_role("heading", name=f"1. {MARKED}")).to_be_visible()
    for text in (f"“{MARKED}”", MARKED, f"Ghi chú: {MARKED}", f"Nguồn: {MARKED}"):
        expect(point.get_by_text(text, exact=True).first).to_be_visible()
    expect(point.get_by_role("listitem")).to_have_text([MARKED])
    expect(page.locator("main img, main b")).to_have_count(0)
    expect(page).to_have_title("Thử")


def test_two_lists_on_a_page_do_not_clash(mount):
    page = mount(lessons(), lessons("nhiem-vu"))
    first, second = (page.get_by_role("region", name=name) for name in ("Các bài học", "Các nhiệm vụ"))
    press(first.get_by_role("button", name="1 Bài thứ nhất"))
    read(page).check()
    expect(second.get_by_role("button", name="1 Việc thứ nhất")).to_be_visible()
    expect(second.get_by_text("Đã đọc 0/2 thẻ")).to_be_visible()
    press(second.get_by_role("button", name="1 Việc thứ nhất"))
    expect(second.get_by_role("checkbox")).not_to_be_checked()
    expect(first.get_by_role("heading", name="1. Bài thứ nhất")).to_be_visible()
    assert looks.violations(page) == []
