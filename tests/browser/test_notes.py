"""Writing to the questions of a session: kept at once, found again, never below another question, and on paper."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from course import load
from tests.browser import looks
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press
from tests.courses import SMALL
from widgets.lesson import Lesson
from widgets.notes.notes import Notes
from widgets.notes.places import Place

KEY = "hoc-tac-pham/buoi-mot/viet-lien-he"
REFUSED = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get() { throw Error('no'); } })",
    "storage is full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
}
LOST = "Trình duyệt không cho lưu trên máy này: điều đã viết sẽ mất khi đóng trang."


def discussion(**traits: object) -> Notes:
    shown = Lesson("buoi-mot", load(SMALL)).discussion()
    for name, value in traits.items():
        setattr(shown, name, value)
    return shown


def recap() -> Notes:
    return Lesson("buoi-hai", load(SMALL)).recap("buoi-mot")


def field(page: Page, name: str = "Câu hỏi một?"):
    return page.get_by_role("textbox", name=name)


def saved(page: Page) -> dict:
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", KEY)


@both
def test_what_is_written_is_there_again(mount, page):
    mount(discussion())
    field(page).fill("Tôi nghĩ\nthế này.")
    field(page, "Câu hỏi ba?").fill("Việc khác.")
    page.reload()
    expect(field(page)).to_have_value("Tôi nghĩ\nthế này.")
    expect(field(page, "Câu hỏi hai?")).to_have_value("")
    assert saved(page)["notes"] == {"Câu hỏi một?": "Tôi nghĩ\nthế này.", "Câu hỏi ba?": "Việc khác."}
    field(page).fill("")
    assert list(saved(page)["notes"]) == list(saved(page)["days"]) == ["Câu hỏi ba?"]


def test_the_day_of_writing_is_that_of_viet_nam(mount, page, clock):
    clock.set_fixed_time("2026-11-30T23:30:00Z")
    mount(discussion())
    field(page).fill("Ngày đầu tháng.")
    assert saved(page)["days"] == {"Câu hỏi một?": 20788}


@both
def test_a_field_grows_with_its_text(mount, page):
    mount(discussion())
    field(page).fill("\n".join(f"Dòng {number}" for number in range(20)))
    heights = field(page).evaluate("(node) => [node.scrollHeight, node.clientHeight]")
    assert heights[0] == heights[1] > 300
    page.reload()
    expect(field(page)).to_have_js_property("scrollHeight", heights[0])
    assert field(page).evaluate("(node) => node.clientHeight") == heights[0]


def test_goals_are_ticked_and_stay_ticked(mount, page):
    mount(recap())
    box = page.get_by_role("checkbox", name="Liên hệ với chi bộ")
    press(page.get_by_text("Liên hệ với chi bộ"))
    expect(box).to_be_checked()
    page.reload()
    expect(box).to_be_checked()
    expect(page.get_by_role("checkbox", name="Biết các bài học")).not_to_be_checked()
    box.uncheck()
    page.reload()
    expect(box).not_to_be_checked()


def test_an_answer_to_a_question_that_is_no_more_stays_below_its_own_words(mount, page):
    mount(discussion())
    field(page).fill("Lời cũ.")
    changed = [{"id": "Câu hỏi mới?", "label": "Câu hỏi mới?", "hint": "", "row": ""}]
    mount(discussion(questions=changed))
    expect(field(page, "Câu hỏi mới?")).to_have_value("")
    expect(field(page)).to_have_value("Lời cũ.")
    expect(field(page)).to_have_accessible_description(
        "Câu hỏi này nay không còn trong bài; điều đã viết vẫn được giữ."
    )


def test_what_another_tab_writes_is_kept_beside_ones_own(mount, page, context):
    mount(discussion())
    other = context.new_page()
    other.route("**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    other.goto(ADDRESS)
    other.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [KEY, json.dumps({"notes": {"Câu hỏi hai?": "Từ cửa sổ kia."}})],
    )
    other.close()
    expect(field(page, "Câu hỏi hai?")).to_have_value("Từ cửa sổ kia.")
    field(page).fill("Của cửa sổ này.")
    assert set(saved(page)["notes"]) == {"Câu hỏi một?", "Câu hỏi hai?"}


@pytest.mark.parametrize("name", REFUSED)
def test_without_storage_one_can_write_and_is_told(mount, page, name):
    page.add_init_script(REFUSED[name])
    mount(discussion())
    field(page).fill("Chỉ để đọc.")
    expect(page.get_by_text(LOST)).to_be_visible()
    expect(field(page)).to_have_value("Chỉ để đọc.")


@pytest.mark.parametrize("broken", ["{", "[1]", '{"notes": [1], "read": 7, "days": {"Câu hỏi một?": "x"}}'])
def test_damaged_storage_is_a_fresh_start(mount, page, broken):
    mount(discussion())
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, broken])
    page.reload()
    expect(field(page)).to_have_value("")
    field(page).fill("Mới.")
    assert saved(page)["notes"] == {"Câu hỏi một?": "Mới."}


def test_links_lead_to_the_place_and_to_all_notes(mount, page):
    mount(discussion(page="ghi-chu"))
    page.goto(f"{ADDRESS}hoc/buoi-mot/#viet-lien-he")
    expect(page.get_by_role("region", name="Liên hệ thực tiễn")).to_be_focused()
    expect(page.get_by_role("link", name="Xem mọi ghi chú của tôi")).to_have_attribute(
        "href", "../../hoc/ghi-chu/"
    )
    # Where there are no pages there is no link.
    page.goto(f"{ADDRESS}lab/tree/buoi.ipynb")
    expect(field(page)).to_be_visible()
    expect(page.get_by_role("link")).to_have_count(0)


def test_on_paper_an_answer_is_whole_and_a_question_without_one_has_lines(mount, page):
    mount(discussion())
    text = "\n".join(f"Dòng {number}" for number in range(9))
    field(page).fill(text)
    page.emulate_media(media="print")
    expect(page.get_by_text("Dòng 8")).to_be_visible()
    expect(field(page)).to_be_hidden()
    lines = page.locator(".notes-paper").nth(1)
    assert lines.bounding_box()["height"] > 50
    assert lines.evaluate("(node) => getComputedStyle(node, '::before').borderBottomStyle") == "solid"


def test_signs_of_html_are_shown_as_text(mount, page):
    marked = "<b>1</b> & <img src=x onerror=document.title='bad'>"
    question = {"id": marked, "label": marked, "hint": marked, "row": marked}
    mount(discussion(questions=[question], message=marked, goals=[marked], asked=marked))
    field(page, marked).fill(marked)
    expect(page.get_by_text(marked, exact=True).locator("visible=true").first).to_be_visible()
    assert page.locator(".notes b, .notes img").count() == 0


@both
def test_a_place_has_no_faults(mount, page):
    question = {"id": "a", "label": "phòngchống" * 20, "hint": "x" * 90, "row": "Việc"}
    long = Place("buoi-mot", "viet-dai", "Dài", [question])
    mount(discussion(page="ghi-chu"), recap(), Notes(load(SMALL), long))
    page.goto(f"{ADDRESS}hoc/buoi-mot/")
    field(page).fill("Một từ rất dài: " + "a" * 200)
    assert looks.faults(page) == []
