"""The way through a session's parts: a bar at the bottom of a phone, a list beside the text on a laptop."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.profiles import LAPTOP, PHONE
from tests.serving import Server

# The session's second-level headings, in order.
FIRST, SECOND = "Sau buổi này, đồng chí sẽ", "Rút ra điều gì từ việc đã làm"


def opened(browser: Browser, kit: Server, viewport: dict, path: str) -> Iterator[Page]:
    phone = viewport is PHONE
    context = browser.new_context(
        viewport=viewport, has_touch=phone, is_mobile=phone, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{kit.port}{path}")
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    yield page
    context.close()


@pytest.fixture
def phone(browser: Browser, kit: Server) -> Iterator[Page]:
    yield from opened(browser, kit, PHONE, "/hoc/bai-hoc/")


@pytest.fixture
def laptop(browser: Browser, kit: Server) -> Iterator[Page]:
    yield from opened(browser, kit, LAPTOP, "/hoc/bai-hoc/")


def bar(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Phần đang đọc")


def below_the_header(page: Page, heading: Locator) -> bool:
    header = page.get_by_role("banner").bounding_box()
    return heading.bounding_box()["y"] >= header["y"] + header["height"]


def test_the_bar_says_how_far_one_is(phone: Page) -> None:
    total = phone.locator(".cell.text h2").count()
    expect(bar(phone)).to_contain_text(f"Phần 1/{total}")
    expect(bar(phone)).to_contain_text(FIRST)
    phone.get_by_role("heading", level=2).last.scroll_into_view_if_needed()
    phone.mouse.wheel(0, 100_000)
    expect(bar(phone)).to_contain_text(f"Phần {total}/{total}")
    expect(bar(phone).get_by_role("link", name="Phần sau")).to_have_count(0)


def test_one_steps_from_part_to_part_and_no_heading_hides(phone: Page) -> None:
    expect(bar(phone).get_by_role("link", name="Phần trước")).to_have_count(0)
    bar(phone).get_by_role("link", name=f"Phần sau: {SECOND}").click()
    heading = phone.get_by_role("heading", name=SECOND, level=2)
    expect(heading).to_be_in_viewport()
    assert below_the_header(phone, heading)
    expect(bar(phone)).to_contain_text("Phần 2/")
    bar(phone).get_by_role("link", name=f"Phần trước: {FIRST}").click()
    expect(bar(phone)).to_contain_text("Phần 1/")


def test_steps_are_no_pages_and_what_one_went_on_from_is_read(phone: Page) -> None:
    before = phone.evaluate("history.length")
    bar(phone).get_by_role("link", name=f"Phần sau: {SECOND}").click()
    expect(bar(phone)).to_contain_text("Phần 2/")
    assert phone.evaluate("history.length") == before
    assert phone.url.endswith("#phan-2")
    kept = json.loads(phone.evaluate("localStorage.getItem('hoc-tac-pham/bai-hoc/phan-da-doc')"))
    assert (kept["version"], kept["read"], kept["current"]) == (1, [FIRST], {"id": "phan-2", "title": SECOND})


def test_the_list_marks_what_is_read_and_who_comes_back_is_led_on(phone: Page) -> None:
    go_on = phone.get_by_role("link", name="Học tiếp: ", exact=False).and_(phone.locator("[data-go-on] a"))
    expect(go_on).to_have_count(0)
    for number in (2, 3):
        bar(phone).get_by_role("link", name="Phần sau").click()
        expect(bar(phone)).to_contain_text(f"Phần {number}/")
    third = phone.locator(".cell.text h2").nth(2).inner_text()
    bar(phone).get_by_role("button").click()
    parts = phone.get_by_role("navigation", name="Nội dung buổi học")
    expect(parts.get_by_role("img", name="đã đọc")).to_have_count(2)
    expect(parts.get_by_role("link", name=f"{SECOND} đã đọc")).to_be_visible()
    phone.goto(phone.url.partition("#")[0])
    expect(phone.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    expect(go_on).to_have_text(f"Học tiếp: {third}")
    before = phone.evaluate("history.length")
    go_on.click()
    expect(bar(phone)).to_contain_text("Phần 3/")
    expect(phone.get_by_role("heading", name=third, level=2)).to_be_focused()
    assert phone.evaluate("history.length") == before


def test_a_leap_over_parts_has_not_read_them(phone: Page) -> None:
    bar(phone).get_by_role("button").click()
    phone.get_by_role("navigation", name="Nội dung buổi học").get_by_role("link").nth(4).click()
    expect(bar(phone)).to_contain_text("Phần 5/")
    kept = json.loads(phone.evaluate("localStorage.getItem('hoc-tac-pham/bai-hoc/phan-da-doc')"))
    assert (kept["read"], kept["current"]["id"]) == ([], "phan-5")


def test_a_turned_phone_and_larger_text_keep_the_part(phone: Page) -> None:
    for number in range(2, 5):
        bar(phone).get_by_role("link", name="Phần sau").click()
        expect(bar(phone)).to_contain_text(f"Phần {number}/")
    heading = phone.locator("#phan-4")
    for size in ({"width": 800, "height": 360}, PHONE):
        phone.set_viewport_size(size)
        expect(heading).to_be_in_viewport()
        expect(bar(phone)).to_contain_text("Phần 4/")
    # Playwright's own click would first scroll the page, away from the header's scroll padding.
    box = phone.locator("summary", has_text="Hiển thị").bounding_box()
    phone.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    for choice in ("Rất lớn", "Vừa"):
        phone.get_by_role("radio", name=choice, exact=True).check()
        expect(heading).to_be_in_viewport()
        expect(bar(phone)).to_contain_text("Phần 4/")


def test_the_list_opens_above_the_bar_and_closes_again(phone: Page) -> None:
    button = bar(phone).get_by_role("button")
    parts = phone.get_by_role("navigation", name="Nội dung buổi học")
    expect(parts).to_be_hidden()
    button.click()
    expect(parts.get_by_role("link", name=FIRST)).to_be_focused()
    phone.keyboard.press("Escape")
    expect(parts).to_be_hidden()
    expect(button).to_be_focused()
    button.click()
    parts.get_by_role("link", name=SECOND).click()
    expect(parts).to_be_hidden()
    expect(phone.get_by_role("heading", name=SECOND, level=2)).to_be_in_viewport()


def test_the_bar_makes_way_for_the_keyboard_and_for_paper(phone: Page) -> None:
    phone.get_by_role("button", name="Biến quyết tâm chính trị").click()
    expect(bar(phone)).to_be_visible()
    phone.get_by_role("textbox").first.focus()
    expect(bar(phone)).to_be_hidden()
    phone.get_by_role("heading", level=1).click()
    expect(bar(phone)).to_be_visible()
    phone.emulate_media(media="print")
    expect(bar(phone)).to_be_hidden()


def test_a_laptop_has_the_list_beside_the_text(laptop: Page) -> None:
    expect(bar(laptop)).to_be_hidden()
    parts = laptop.get_by_role("navigation", name="Nội dung buổi học")
    current = parts.locator("[aria-current]")
    expect(current).to_have_text(FIRST)
    parts.get_by_role("link", name=SECOND).click()
    expect(current).to_have_text(SECOND)
    heading = laptop.get_by_role("heading", name=SECOND, level=2)
    assert below_the_header(laptop, heading)
    # It stays in sight however far one reads.
    laptop.mouse.wheel(0, 1500)
    expect(parts.get_by_role("link", name=SECOND)).to_be_in_viewport()


def test_before_a_room_the_bar_leads_and_the_text_has_the_width(browser: Browser, kit: Server) -> None:
    for page in opened(browser, kit, LAPTOP, "/hoc/bai-hoc/?trinh-bay"):
        expect(bar(page)).to_be_visible()
        expect(page.get_by_role("navigation", name="Nội dung buổi học")).to_be_hidden()
