"""The map of the book: its proportions, opening a part by hand and by keys, and where it leads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import looks
from tests.browser.profiles import ADDRESS, both
from tests.browser.quizzing import press, press_button
from tests.courses import shipped
from widgets.book_map.book_map import BookMap

COURSE = shipped()
NAMES = ("Phần thứ nhất", "Phần thứ hai", "Phần thứ ba")
PAGES = (196, 316, 97)


@pytest.fixture
def shown(mount) -> Page:
    return mount(BookMap(COURSE, session="tac-pham"))


def block(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def heading(page: Page, place: int) -> Locator:
    return page.get_by_role("heading", name=f"{NAMES[place]}: {COURSE.book.parts[place].title}")


def at_address(page: Page, path: str) -> Page:
    """Open the same map at another address."""
    page.goto(ADDRESS + path)
    expect(page.locator("[data-mounted=true]")).to_have_count(1)
    return page


@both
def test_blocks_are_as_large_as_the_parts_have_pages(shown):
    boxes = [block(shown, name).bounding_box() for name in NAMES]
    along = "height" if shown.viewport_size["width"] < 720 else "width"
    whole = sum(box[along] for box in boxes)
    for box, pages in zip(boxes, PAGES, strict=True):
        assert box[along] / whole == pytest.approx(pages / sum(PAGES), abs=0.005)


@both
def test_no_words_of_a_block_are_cut_off(shown):
    for name in NAMES:
        assert block(shown, name).evaluate(
            "(node) => node.scrollHeight <= node.clientHeight && node.scrollWidth <= node.clientWidth"
        )


@both
def test_a_part_tells_what_it_holds_and_where_it_is_studied(shown):
    press(block(shown, "Phần thứ nhất"))
    part = shown.get_by_role("article")
    expect(heading(shown, 0)).to_be_focused()
    expect(part).to_contain_text("Từ trang 11 đến 206")
    expect(part.get_by_role("listitem").filter(has_text="36 phiên họp, cuộc họp")).to_be_visible()
    expect(part.get_by_text("Buổi 4. Bài học kinh nghiệm", exact=True)).to_be_visible()
    expect(part).to_contain_text("Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ nhất")
    press(block(shown, "Phần thứ hai"))
    expect(shown.get_by_role("article")).to_have_count(1)
    expect(shown.get_by_text("Ghi chú: Bản quét ghi “từ sớm từ xa", exact=False)).to_be_visible()


def test_closing_goes_back_to_the_block(shown):
    press(block(shown, "Phần thứ ba"))
    press_button(shown, "Về bản đồ")
    expect(block(shown, "Phần thứ ba")).to_be_focused()
    expect(shown.get_by_role("article")).to_have_count(0)
    press(block(shown, "Phần thứ ba"))
    press(block(shown, "Phần thứ ba"))
    expect(shown.get_by_role("article")).to_have_count(0)


def test_by_keyboard_alone(shown):
    for place, name in enumerate(NAMES):
        shown.keyboard.press("Tab")
        expect(block(shown, name)).to_be_focused()
        expect(block(shown, name)).to_have_attribute("aria-expanded", "false")
        shown.keyboard.press("Enter")
        expect(heading(shown, place)).to_be_focused()
        expect(block(shown, name)).to_have_attribute("aria-expanded", "true")
        shown.keyboard.press("Escape")
        expect(block(shown, name)).to_be_focused()


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("hoc/tac-pham/", "/hoc/bai-hoc/#bai-hoc"),
        ("thu-muc/hoc/tac-pham/index.html", "/thu-muc/hoc/bai-hoc/index.html#bai-hoc"),
        ("voila/render/01-tac-pham.ipynb", "/hoc/bai-hoc/#bai-hoc"),
        ("trinh-chieu/tac-pham/", "/hoc/bai-hoc/#bai-hoc"),
    ],
)
def test_links_lead_to_the_list_wherever_the_page_lies(shown, path, to):
    at_address(shown, path)
    press(block(shown, "Phần thứ nhất"))
    link = shown.get_by_role("link", name="Bài học kinh nghiệm", exact=True)
    assert link.evaluate("(node) => node.href") == ADDRESS.rstrip("/") + to


def test_where_there_are_no_pages_there_are_words_instead_of_links(shown):
    at_address(shown, "lab/tree/01-tac-pham.ipynb")
    press(block(shown, "Phần thứ nhất"))
    expect(shown.get_by_text("Bài học kinh nghiệm", exact=True)).to_be_visible()
    expect(shown.get_by_role("link")).to_have_count(0)


def test_an_address_may_name_a_part(shown):
    at_address(shown, "hoc/tac-pham/#ban-do-sach-phan-2")
    expect(heading(shown, 1)).to_be_focused()
    expect(heading(shown, 1)).to_be_in_viewport()


def test_print_shows_every_part(shown):
    shown.emulate_media(media="print")
    for place in range(3):
        expect(heading(shown, place)).to_be_visible()
    expect(shown.get_by_role("button", name="Về bản đồ")).to_have_count(0)
    shown.emulate_media(media="screen")


@both
def test_the_page_has_no_faults(shown):
    at_address(shown, "hoc/tac-pham/")
    assert looks.faults(shown) == []
    press(block(shown, "Phần thứ nhất"))
    assert looks.faults(shown) == []
