"""Finds the parts of the sample list of cards where they are shown."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from course import load
from tests.courses import SMALL
from widgets.outline_explorer.outline_explorer import OutlineExplorer

KEY = "hoc-tac-pham/buoi-mot/bai-hoc"
KIT = load(SMALL)
TITLES = [item.title for item in KIT.groups["bai-hoc"].items]


def lessons(group: str = "bai-hoc") -> OutlineExplorer:
    """Show a list of the sample content."""
    return OutlineExplorer(KIT, KIT.groups[group], session="buoi-mot")


def card(page: Page, number: int) -> Locator:
    """The card of a point in the overview."""
    return page.get_by_role("button", name=f"{number} {TITLES[number - 1]}")


def heading(page: Page, number: int) -> Locator:
    """The heading of an open point."""
    return page.get_by_role("heading", name=f"{number}. {TITLES[number - 1]}", exact=True)


def at(page: Page, number: int) -> None:
    """Expect the point to be open, focused and announced."""
    expect(heading(page, number)).to_be_focused()
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_text(f"Thẻ {number}/3", exact=True).first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=f"Thẻ {number}/3")).to_have_count(1)


def at_overview(page: Page, number: int) -> None:
    """Expect the overview to be open, with the focus on the card that one comes from."""
    expect(card(page, number)).to_be_focused()
    expect(page.get_by_role("article")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Danh sách 3 thẻ")).to_have_count(1)


def note(page: Page) -> Locator:
    """The field of the open point for private notes."""
    return page.get_by_role("textbox", name="Ghi chú riêng, chỉ lưu trên máy này")


def read(page: Page) -> Locator:
    """The mark of the open point that says it is read."""
    return page.get_by_role("checkbox", name="Tôi đã đọc thẻ này")
