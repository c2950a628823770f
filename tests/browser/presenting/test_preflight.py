"""Before the meeting: the check of the machine, the address for phones, the ways to a deck."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.presenting import decks
from tests.browser.presenting.decks import SLUGS, on
from tests.courses import shipped


def pages_of(page: Page, root: str, name: str = "") -> str:
    """Return how many pages the list of decks gives the deck on results."""
    page.goto(f"{root}{name}")
    row = page.get_by_role("listitem").filter(has_text="Kết quả nổi bật")
    return re.search(r"(\d+) trang", row.text_content())[1]


def numbers(page: Page) -> list[str]:
    """Return the number of the slide that is shown, and that of the last one."""
    last = page.locator("[data-slide] [data-number]").last
    return [page.locator(".present:not(.stack) > .foot [data-number]").text_content(), last.text_content()]


ADDRESS = "http://192.168.1.5:8866/hoc/ket-qua/"


def test_phones_are_told_how_they_reach_the_session(open_page: Callable[..., Page], server: str) -> None:
    answer = f'{{"addresses": [{{"url": "{ADDRESS}", "qr": "data:image/svg+xml,%3Csvg/%3E"}}]}}'

    def reachable(page: Page) -> None:
        page.route(
            "**/dia-chi/ket-qua", lambda route: route.fulfill(body=answer, content_type="application/json")
        )

    page = open_page(f"{server}ket-qua/#/dien-thoai", prepare=reachable)
    decks.ready(page)
    slide = page.locator("#dien-thoai")
    expect(slide.get_by_text(ADDRESS)).to_be_visible()
    expect(slide.get_by_role("img", name=f"Mã QR của địa chỉ {ADDRESS}")).to_be_visible()
    assert decks.faults(page) == []
    page.keyboard.press("PageDown")
    assert numbers(page) == ["2", pages_of(page, server)]


@pytest.mark.parametrize("place", ["server", "stick"])
def test_where_no_phone_reaches_the_session_no_slide_speaks_of_phones(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root, name = request.getfixturevalue(place), "index.html" if place == "stick" else ""
    page = open_page(f"{root}ket-qua/{name}")
    decks.ready(page)
    expect(page.locator("#dien-thoai")).to_have_count(0)
    page.keyboard.press("PageDown")
    on(page, "ket-qua-muc-tieu")
    assert numbers(page) == ["2", pages_of(page, root, name)]
    advice = page.get_by_text("make serve HOST=0.0.0.0")
    expect(page.get_by_text("nên điện thoại chưa vào được.")).to_be_visible()
    expect(advice).to_have_count(1 if place == "server" else 0)


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_machine_is_checked(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root = request.getfixturevalue(place)
    page = open_page(f"{root}{'index.html' if place == 'stick' else ''}")
    expect(page.get_by_text("Máy này sẵn sàng cho buổi trình bày.")).to_be_visible()
    expect(page.get_by_text("Đạt", exact=True)).to_have_count(6)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('kiem-tra'))") == []
    links = page.get_by_role("link", name=re.compile("^Trình chiếu "))
    expect(links).to_have_count(len(SLUGS))
    expect(page.get_by_role("listitem").filter(has_text="Kết quả nổi bật")).to_contain_text(
        f"{len(shipped().sessions['ket-qua'].asked)} câu hỏi"
    )
    assert looks.faults(page) == []
    links.nth(2).click()
    decks.ready(page)
    assert decks.current(page) == "ket-qua-tieu-de"


def test_a_check_that_fails_names_the_remedy(open_page: Callable[..., Page], server: str) -> None:
    refuse = "Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false })"
    page = open_page(server, prepare=lambda page: page.add_init_script(refuse))
    expect(page.get_by_text("1 mục chưa đạt. Cách xử lý nằm cạnh từng mục.")).to_be_visible()
    expect(page.get_by_text("Hãy thử phím F11 hoặc trình duyệt khác.")).to_be_visible()


def test_home_and_session_lead_to_the_deck(open_page: Callable[..., Page], server: str) -> None:
    page = open_page(server.replace("trinh-chieu/", ""))
    page.get_by_role("link", name="Trình bày buổi 3: Kết quả nổi bật").click()
    page.wait_for_url("**/trinh-chieu/ket-qua/**")
    page.goto(server.replace("trinh-chieu/", "hoc/ket-qua/"))
    page.get_by_role("link", name="Trình bày", exact=True).click()
    page.wait_for_url("**/trinh-chieu/ket-qua/**")
