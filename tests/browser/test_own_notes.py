"""The page that gathers all notes: by session, with their places, to be copied and taken along; nothing is lost."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from course import load
from tests.browser import looks
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press_button
from tests.courses import SMALL
from widgets.own_notes.own_notes import OwnNotes

PAGE = f"{ADDRESS}hoc/ghi-chu/"
DAY = 20787  # 30/11/2026
WRITTEN = {
    "buoi-mot/bai-hoc": {"read": ["mot"], "notes": {"hai": "Của thẻ hai.", "cu": "Của thẻ cũ."}, "current": 0},
    "buoi-mot/viet-lien-he": {
        "notes": {"Câu hỏi một?": "Tôi nghĩ\nthế này.", "Câu cũ?": "Lời cũ."}, "days": {"Câu hỏi một?": DAY},
    },
    "buoi-hai/viet-muc-tieu-buoi-mot": {"read": ["Biết các bài học"], "notes": {}},
    "buoi-xua/viet-lien-he": {"notes": {"Câu xưa?": "Lời xưa."}},
    "buoi-mot/quiz": {"done": 3, "answers": {}},
}  # fmt: skip


@pytest.fixture
def shown(mount, page) -> Page:
    mount(OwnNotes(load(SMALL), session="ghi-chu"))
    page.goto(PAGE)
    return page


@pytest.fixture
def written(shown) -> Page:
    for key, value in WRITTEN.items():
        store(shown, key, value)
    shown.reload()
    return shown


def store(page: Page, key: str, value: object) -> None:
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [f"hoc-tac-pham/{key}", json.dumps(value)]
    )


def copying(page: Page, write: str) -> None:
    """Let the page copy by this function."""
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: {write} }} }})")


def session(page: Page, title: str):
    return page.get_by_role("region", name=title, exact=True)


def test_who_has_written_nothing_is_led_to_a_place_to_write(shown):
    expect(shown.get_by_text("Chưa có ghi chú nào.")).to_be_visible()
    link = shown.get_by_role("link", name="Viết ở Buổi 1. Buổi thứ nhất")
    expect(link).to_have_attribute("href", "../../hoc/buoi-mot/#viet-lien-he")
    for name in ("In", "Sao chép thành văn bản", "Tải tiến độ về máy"):
        expect(shown.get_by_role("button", name=name, exact=True)).to_be_hidden()


def test_notes_stand_by_session_with_their_places(written):
    first = session(written, "Buổi 1. Buổi thứ nhất")
    expect(first.get_by_role("link", name="Bài thứ hai")).to_have_attribute("href", "../../hoc/buoi-mot/#hai")
    place = first.get_by_role("link", name="Liên hệ thực tiễn")
    expect(place).to_have_attribute("href", "../../hoc/buoi-mot/#viet-lien-he")
    expect(first.get_by_role("definition")).to_have_text(
        ["Của thẻ hai.", "Của thẻ cũ.", "Tôi nghĩ\nthế này.Viết ngày 30/11/2026", "Lời cũ."]
    )
    expect(first.get_by_role("term")).to_contain_text(
        ["Bài thứ hai", "Thẻ nay không còn", "Câu hỏi một?", "Câu cũ?"]
    )
    second = session(written, "Buổi 2. Buổi thứ hai")
    expect(second).to_contain_text("Tự kiểm tra: Buổi thứ nhất (1/2)")
    expect(second.get_by_role("listitem")).to_have_text(["✓ Biết các bài học"])
    expect(second.get_by_role("heading", name="Liên hệ thực tiễn")).to_have_count(0)


def test_what_has_no_place_any_more_is_not_lost(written):
    expect(session(written, "Ở những chỗ nay không còn trong bài")).to_contain_text("Câu xưa?Lời xưa.")


def test_all_of_it_is_copied_as_text(written):
    copying(written, "async (text) => { window.copied = text; }")
    press_button(written, "Sao chép thành văn bản")
    expect(written.get_by_role("status").filter(has_text="Đã sao chép.")).to_be_visible()
    text = written.evaluate("window.copied")
    assert text.startswith("Ghi chú và cam kết của tôi\n\nBUỔI 1. BUỔI THỨ NHẤT\n\nCác bài học\n\n")
    assert "\nCủa thẻ hai.\n\nThẻ nay không còn\nCủa thẻ cũ.\n" in text
    assert "\nCâu hỏi một?\nTôi nghĩ\nthế này.\n(30/11/2026)\n" in text
    assert "\nTự kiểm tra: Buổi thứ nhất (1/2)\n✓ Biết các bài học\n" in text
    assert text.endswith("Câu xưa?\nLời xưa.\n")


def test_where_copying_is_refused_the_text_stands_in_a_field(written):
    copying(written, "() => Promise.reject(new Error('no'))")
    written.evaluate("document.execCommand = () => false")
    press_button(written, "Sao chép thành văn bản")
    field = written.get_by_role("textbox", name="Ghi chú ở dạng chữ")
    expect(field).to_be_focused()
    assert "Của thẻ hai." in field.input_value()


def test_notes_written_in_another_tab_appear(shown, context):
    other = context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    other.goto(ADDRESS)
    store(other, "buoi-hai/viet-lien-he", {"notes": {"Câu hỏi hai?": "Từ cửa sổ kia."}})
    expect(session(shown, "Buổi 2. Buổi thứ hai")).to_contain_text("Từ cửa sổ kia.")
    other.close()


def test_a_browser_without_storage_says_so(mount, page):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })")
    mount(OwnNotes(load(SMALL), session="ghi-chu"))
    expect(
        page.get_by_text("Trình duyệt không cho lưu trên máy này, nên không có ghi chú để xem.")
    ).to_be_visible()


@both
def test_the_page_has_no_faults(written):
    assert looks.faults(written) == []


@both
def test_the_page_without_notes_has_no_faults(shown):
    assert looks.faults(shown) == []
