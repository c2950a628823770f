"""Searching as a person does it: where there are no pages results unfold, by keyboard and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from course import load
from tests.browser import looks
from tests.browser.profiles import both
from tests.courses import SMALL
from widgets.search.search import Search

KIT = load(SMALL)
MARKED = "<b>1</b> & <img src=x onerror=document.title='bad'>"


def field(**changes) -> Search:
    shown = Search(KIT, session="tra-cuu")
    for name, value in changes.items():
        setattr(shown, name, value)
    return shown


def box(page: Page):
    return page.get_by_role("searchbox", name="Tìm trong toàn bộ tài liệu")


def results(page: Page):
    return page.get_by_role("listitem")


def said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").filter(has_text=text)).to_have_count(1)


@both
def test_before_a_word_is_typed_it_offers_the_sessions(mount):
    page = mount(field())
    said(page, "Chưa gõ từ nào. Đồng chí có thể bắt đầu từ một buổi học:")
    expect(results(page)).to_have_count(len(KIT.sessions))
    expect(results(page).first).to_contain_text("Buổi học")
    assert looks.faults(page) == []


@pytest.mark.parametrize(
    ("query", "number"),
    [("bài thứ nhất", ["1"]), ("bai thu nhat", ["1"]), ("BAI THU NHAT", ["1"]), ("bai thu nha", [])],
)
def test_matches_are_marked_in_the_accented_text(mount, query, number):
    page = mount(field())
    box(page).fill(query)
    first = results(page).first
    expect(first.locator("summary")).to_contain_text("Bài thứ nhất")
    # The kind of the result, "Bài học 1", is marked too.
    expect(first.locator("summary mark")).to_have_text(["Bài", *number, "Bài", "thứ", "nhất"])


def test_a_result_without_pages_unfolds_its_text_and_source(mount):
    page = mount(field())
    box(page).fill("bai thu nhat")
    first = results(page).first
    text = first.get_by_text("theo Kế hoạch số 1-KH/XX ngày 28/02/2023", exact=False)
    expect(text).to_be_hidden()
    first.locator("summary").click()
    expect(text).to_be_visible()
    expect(first.get_by_text("Nguồn: Nguồn thử, mục 2, ý đầu")).to_be_visible()
    assert page.get_by_role("link").count() == 0
    assert looks.faults(page) == []


def test_with_pages_a_result_is_a_link_to_its_place(mount):
    page = mount(field(root="../../", file="index.html"))
    box(page).fill("bai thu nhat")
    link = results(page).first.get_by_role("link")
    expect(link).to_have_attribute("href", "../../hoc/buoi-mot/index.html#mot")
    expect(link).to_contain_text("Trang: ")
    expect(link).to_contain_text("Nguồn: Nguồn thử, mục 2, ý đầu")
    assert looks.faults(page) == []


@both
def test_keys_are_named_only_where_there_are_keys(mount):
    page = mount(field())
    keys = " Dùng phím mũi tên để chọn, Enter để mở."
    touched = page.viewport_size["width"] < 500
    expect(box(page)).to_have_accessible_description(
        f"Gõ có dấu hay không dấu đều được.{'' if touched else keys}"
    )
    expect(page.get_by_text(keys.strip())).to_be_visible(visible=not touched)


def test_everything_by_keyboard(mount):
    page = mount(field())
    box(page).focus()
    page.keyboard.type("bai thu")
    said(page, "Tìm thấy")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0).locator("summary")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).locator("summary")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(results(page).first.get_by_role("group")).to_have_attribute("open", "")


@both
def test_enter_turns_to_the_list_and_opens_nothing(mount):
    page = mount(field())
    box(page).focus()
    page.keyboard.type("bai thu")
    page.keyboard.press("Enter")
    # A phone takes its keyboard away from what is no field; who holds the key down opens nothing either.
    status = page.get_by_role("status").filter(has_text="Tìm thấy")
    expect(status).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(0)
    expect(box(page)).to_have_value("bai thu")
    page.keyboard.press("ArrowDown")
    expect(results(page).first.locator("summary")).to_be_focused()


@both
def test_a_suggestion_that_is_pressed_is_searched_for(mount):
    page = mount(field())
    box(page).fill("baithunhat")
    said(page, "Không có nội dung đúng từng chữ.")
    suggestion = page.get_by_role("button", name="Có phải đồng chí muốn tìm “Bài thứ nhất”?")
    expect(results(page).first).to_contain_text("Bài thứ nhất")
    assert looks.faults(page) == []
    suggestion.click()
    expect(box(page)).to_have_value("Bài thứ nhất")
    expect(page.get_by_role("status").filter(has_text="Tìm thấy")).to_be_focused()
    expect(results(page).first.locator("mark")).to_contain_text(["Bài", "thứ", "nhất"])
    expect(suggestion).to_be_hidden()


def test_the_number_of_results_is_announced(mount):
    page = mount(field())
    box(page).fill("bai thu nhat")
    said(page, "Tìm thấy")
    box(page).fill("bai thu nhad")
    said(page, "kết quả gần giống")
    box(page).fill("thu nhat abcxyz")
    said(page, "Không có nội dung nào chứa “abcxyz”.")
    said(page, "kết quả cho các từ còn lại.")


def test_nothing_found_is_said_plainly(mount):
    page = mount(field())
    box(page).fill("abcxyz")
    said(page, "Không tìm thấy nội dung nào. Đồng chí hãy gõ ít từ hơn, dùng từ khác, hoặc mở một buổi học:")
    expect(results(page)).to_have_count(len(KIT.sessions))
    assert looks.faults(page) == []
    box(page).fill("")
    said(page, "Chưa gõ từ nào.")
    expect(results(page)).to_have_count(len(KIT.sessions))


def test_a_single_letter_is_no_query_yet(mount):
    page = mount(field())
    box(page).fill("b")
    said(page, "Đồng chí hãy gõ thêm chữ, hoặc mở một buổi học:")
    expect(results(page)).to_have_count(len(KIT.sessions))
    box(page).fill("1")
    said(page, "Tìm thấy")


def many(count: int) -> list[dict]:
    base = {"kind": "Bài học", "text": "", "slug": "buoi-mot", "cite": "", "numbered": ""}
    return [base | {"id": f"a{n}", "anchor": f"a{n}", "title": f"Việc số {n}"} for n in range(1, count + 1)]


def test_many_results_come_step_by_step(mount):
    page = mount(field(entries=many(45)))
    box(page).fill("viec")
    said(page, "Tìm thấy 45 kết quả.")
    expect(results(page)).to_have_count(20)
    more = page.get_by_role("button", name="Hiện thêm kết quả")
    more.click()
    expect(results(page)).to_have_count(40)
    expect(results(page).nth(20).locator("summary")).to_be_focused()
    more.click()
    expect(results(page)).to_have_count(45)
    expect(more).to_be_hidden()


def test_just_a_step_of_results_offers_no_more(mount):
    page = mount(field(entries=many(20)))
    box(page).fill("viec")
    expect(results(page)).to_have_count(20)
    expect(page.get_by_role("button", name="Hiện thêm kết quả")).to_be_hidden()


def test_signs_of_html_are_shown_as_text(mount):
    entry = {
        "id": "a",
        "anchor": "a",
        "slug": "s",
        "numbered": "",
        **dict.fromkeys(("kind", "title", "text", "cite"), MARKED),
    }
    page = mount(field(entries=[entry]))
    box(page).fill("onerror")
    results(page).first.locator("summary").click()
    expect(results(page).first).to_contain_text("<img src=x onerror=document.title='bad'>")
    expect(page.locator("main img, main b")).to_have_count(0)
    expect(page).to_have_title("Thử")


@both
def test_a_long_word_stays_within_the_screen(mount):
    page = mount(field(entries=[many(1)[0] | {"title": "phòngchống" * 30, "text": "a" * 300}], root="./"))
    box(page).fill("phong")
    expect(results(page)).to_have_count(1)
    assert looks.sideways(page) == 0


def test_two_fields_on_a_page_do_not_clash(mount):
    page = mount(field(), field())
    fields = page.get_by_role("searchbox")
    fields.nth(0).fill("abcxyz")
    said(page, "Không tìm thấy nội dung nào.")
    said(page, "Chưa gõ từ nào.")
    assert looks.repeated_ids(page) == []
