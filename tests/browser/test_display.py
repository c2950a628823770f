"""What a reader chooses under “Hiển thị”: the size of text and the ground, kept on the device."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import looks
from tests.browser.profiles import LAPTOP, PHONE, both
from tests.courses import shipped
from tests.serving import Server

COURSE = shipped()
PAGES = ["/", "/hoc/ket-qua/", *(f"/hoc/{slug}/" for slug in COURSE.tools)]
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused'); } })"
TEXT = "parseFloat(getComputedStyle(document.querySelector('main p:not(nav p, .read-at, .go-on)')).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture
def go(page: Page, kit: Server) -> Callable[[str], Page]:
    """Return a function that opens an address of the kit and waits until its widgets stand."""

    def go_to(path: str) -> Page:
        page.goto(f"http://127.0.0.1:{kit.port}{path}")
        expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
        return page

    return go_to


def choose(page: Page, name: str) -> None:
    """Open “Hiển thị”, choose, and close it again with Escape."""
    page.locator("summary", has_text="Hiển thị").click()
    page.get_by_role("radio", name=name, exact=True).check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_hidden()


@both
def test_body_text_is_18_px_and_grows_to_27(go: Callable[[str], Page]) -> None:
    page = go("/")
    assert page.evaluate(TEXT) == 18
    choose(page, "Lớn")
    assert page.evaluate(TEXT) == 22.5
    choose(page, "Rất lớn")
    assert page.evaluate(TEXT) == 27


@both
def test_choices_hold_on_every_page_and_after_a_reload(go: Callable[[str], Page]) -> None:
    page = go("/")
    light = page.evaluate(GROUND)
    choose(page, "Rất lớn")
    choose(page, "Tối")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.reload()
    assert (page.evaluate(TEXT), page.evaluate(GROUND)) == (27, dark)
    page = go("/hoc/tra-cuu/")
    assert (page.evaluate(TEXT), page.evaluate(GROUND)) == (27, dark)
    page.locator("summary", has_text="Hiển thị").click()
    expect(page.get_by_role("radio", name="Rất lớn")).to_be_checked()
    expect(page.get_by_role("radio", name="Tối")).to_be_checked()


def test_automatic_follows_the_device(go: Callable[[str], Page]) -> None:
    page = go("/")
    light = page.evaluate(GROUND)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    choose(page, "Sáng")
    assert page.evaluate(GROUND) == light
    choose(page, "Tự động")
    assert page.evaluate(GROUND) == dark


def test_where_storage_is_refused_the_choice_holds_for_the_page_and_says_so(
    page: Page, go: Callable[[str], Page]
) -> None:
    page.add_init_script(REFUSED)
    page = go("/hoc/ket-qua/")
    page.locator("summary", has_text="Hiển thị").click()
    page.get_by_role("radio", name="Lớn", exact=True).check()
    expect(page.get_by_text("lựa chọn này chỉ dùng cho trang đang mở")).to_be_visible()
    assert page.evaluate(TEXT) == 22.5
    page.reload()
    assert page.evaluate(TEXT) == 18


@pytest.mark.parametrize("path", PAGES)
def test_the_largest_text_never_scrolls_sideways(go: Callable[[str], Page], path: str) -> None:
    page = go(path)
    choose(page, "Rất lớn")
    for width in (320, PHONE["width"], LAPTOP["width"]):
        page.set_viewport_size({"width": width, "height": 640})
        assert looks.sideways(page) == 0
        header = page.get_by_role("banner").bounding_box()
        assert header["height"] <= 72, "the header takes the room of the text"


def test_the_tools_menu_leads_to_every_tool(go: Callable[[str], Page]) -> None:
    page = go("/hoc/bai-hoc/")
    for tool in COURSE.tools.values():
        page.locator("summary", has_text="Công cụ").click()
        menu = page.get_by_role("navigation", name="Công cụ", exact=True)
        menu.get_by_role("link", name=tool.label).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(tool.title)


def test_menus_close_by_escape_and_by_a_click_elsewhere(go: Callable[[str], Page]) -> None:
    page = go("/")
    menu, link = page.locator("summary", has_text="Công cụ"), page.get_by_role("link", name="Thẻ ghi nhớ")
    inside = page.get_by_role("navigation", name="Công cụ", exact=True)
    menu.press("Enter")
    expect(inside).to_be_visible()
    menu.press("Escape")
    expect(inside).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.locator("summary", has_text="Hiển thị").click()
    expect(inside).to_be_hidden()
    page.mouse.click(10, 500)
    expect(page.get_by_role("radio", name="Sáng")).to_be_hidden()
    expect(link.first).to_be_attached()


def test_menus_open_without_a_script(browser: Browser, kit: Server) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"http://127.0.0.1:{kit.port}/")
    page.locator("summary", has_text="Công cụ").click()
    expect(page.locator(".menu-panel").get_by_role("link", name="Hỏi – đáp")).to_be_visible()
    # What only a script could do is not offered.
    expect(page.locator("summary", has_text="Hiển thị")).to_be_hidden()
    plain.close()


def test_a_tool_has_no_trainer_and_leads_to_the_others(go: Callable[[str], Page]) -> None:
    page = go("/hoc/the-ghi-nho/")
    assert page.title() == COURSE.tools["the-ghi-nho"].title
    expect(page.get_by_role("button", name="lời dẫn")).to_have_count(0)
    expect(page.get_by_role("link", name="Buổi")).to_have_count(0)
    others = page.get_by_role("navigation", name="Công cụ khác").get_by_role("link")
    titles = [tool.title for tool in COURSE.tools.values() if tool.slug != "the-ghi-nho"]
    expect(others).to_have_text(titles)
