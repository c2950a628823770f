"""Pages in a browser that runs no scripts: everything can be read, and nothing is waited for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.profiles import PHONE
from tests.courses import shipped
from tests.serving import Server

COURSE = shipped()
# The page of corrections has no widget: all of it is text.
PLACES = [
    *(slug for slug, tool in COURSE.tools.items() if tool.shows != ["corrections"]),
    next(iter(COURSE.sessions)),
]


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("slug", PLACES)
def test_what_stands_in_place_of_a_widget_can_be_read(plain: Page, kit: Server, slug: str) -> None:
    plain.goto(f"http://127.0.0.1:{kit.port}/hoc/{slug}/")
    places = plain.locator(".plain")
    expect(places).not_to_have_count(0)
    for place in places.all():
        place.scroll_into_view_if_needed()
        # Playwright finds no text within <noscript>.
        expect(place.locator("noscript p")).to_be_visible()
        expect(place.locator("noscript p")).to_contain_text("Trình duyệt đang tắt JavaScript")
        expect(place.get_by_text("Đang tải")).to_be_hidden()
        expect(place.locator("summary + *").first).to_be_visible()


SAID = "Chưa tải được phần tương tác. Đồng chí có thể tải lại trang, hoặc đọc nội dung ở dạng chữ:"


def test_a_script_that_never_comes_is_waited_for_ten_seconds(page: Page, kit: Server, clock) -> None:
    clock.install()
    page.route("**/host.js", lambda route: None)
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/hoi-dap/", wait_until="commit")
    place = page.locator(".plain")
    expect(place.get_by_text("Đang tải phần tương tác…")).to_be_visible()
    expect(place.locator("noscript")).to_be_hidden()
    expect(place.locator("summary + *")).to_be_hidden()
    clock.run_for(10_000)
    expect(place.get_by_role("status")).to_have_text(SAID)
    expect(place.locator("summary + *").first).to_be_visible()


@pytest.mark.parametrize("script", ["host.js", "widget-qa.js"])
def test_a_script_that_cannot_be_loaded_is_said_at_once(page: Page, kit: Server, script: str) -> None:
    page.route(f"**/{script}", lambda route: route.abort())
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/hoi-dap/")
    place = page.locator(".plain")
    expect(place.get_by_role("status")).to_have_text(SAID)
    expect(place.locator("summary + *").first).to_be_visible()
