"""Finds the parts of the explorer of plans where they are shown, and takes its calendar file."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.quizzing import press, press_button


def tab(page: Page, name: str) -> Locator:
    return page.get_by_role("tab", name=name, exact=True)


def panel(page: Page, name: str) -> Locator:
    press(tab(page, name))
    return page.get_by_role("tabpanel", name=name, exact=True)


def plan_choice(page: Page) -> Locator:
    return page.get_by_label("Kế hoạch của")


def unit_choice(page: Page) -> Locator:
    return page.get_by_label("Đơn vị tôi")


def entries(place: Locator) -> Locator:
    return place.locator(".plan-entry")


def download(page: Page) -> tuple[str, str]:
    """Press the button; return the file's name and its text as it is written."""
    with page.expect_download() as info:
        press_button(page, "Tải lịch (.ics)")
    return info.value.suggested_filename, info.value.path().read_bytes().decode("utf-8")
