"""Where one stood on a page: the same place after a reload or going back, the top on a fresh visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.profiles import both
from tests.browser.watching import wait_until
from tests.serving import Server

REFUSED = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('refused'); } })"
# The last cell that begins above what is read just below the header, and where it begins.
AT_THE_TOP = """() => {
  const tops = [...document.querySelectorAll("#cells .cell")].map((cell) => cell.getBoundingClientRect().top);
  const cell = tops.findLastIndex((top) => top <= 80);
  return { cell, top: tops[cell] };
}"""
# Resolves when nothing has moved for some frames, as a reader sees it.
STILL = """() => new Promise((resolve) => {
  let last = scrollY, frames = 0;
  const look = () => {
    frames = scrollY === last ? frames + 1 : 0;
    last = scrollY;
    if (frames > 20) resolve();
    else requestAnimationFrame(look);
  };
  look();
})"""


@pytest.fixture
def go(page: Page, kit: Server) -> Callable[[str], Page]:
    def go_to(path: str) -> Page:
        page.goto(f"http://127.0.0.1:{kit.port}{path}")
        stands(page)
        return page

    return go_to


def stands(page: Page) -> None:
    """Wait until the widgets stand and the page is still."""
    expect(page.locator("[data-model]:not([data-mounted=true])")).to_have_count(0)
    page.evaluate(STILL)


def read_down(page: Page, depth: int = 5250) -> dict:
    """Read on, a good third of a screen at a time; returns what then stands at the top."""
    for place in range(350, depth + 1, 350):
        page.evaluate("place => scrollTo(0, place)", place)
        page.evaluate("() => new Promise((resolve) => requestAnimationFrame(resolve))")
    page.evaluate(STILL)
    place = page.evaluate(AT_THE_TOP)
    assert place["cell"] > 3, "the test has read far enough for the place to matter"
    return place


def same(page: Page, place: dict) -> bool:
    stands(page)
    now = page.evaluate(AT_THE_TOP)
    return now["cell"] == place["cell"] and abs(now["top"] - place["top"]) <= 40


@both
def test_one_stands_where_one_stood(go: Callable[[str], Page]) -> None:
    page = go("/hoc/ket-qua/")
    place = read_down(page)
    page.reload()
    assert same(page, place), "after a reload"
    page.reload()
    assert same(page, place), "after one more, with nothing read between"
    go("/")
    page.go_back()
    assert same(page, place), "after going back"
    go("/")
    go("/hoc/ket-qua/")
    assert page.evaluate("scrollY") == 0, "a fresh visit starts at the top"
    page.reload()
    stands(page)
    assert page.evaluate("scrollY") == 0, "and stays there"


def test_the_address_wins(go: Callable[[str], Page]) -> None:
    page = go("/hoc/ket-qua/#phan-2")
    heading = page.locator("#phan-2")
    read_down(page)
    expect(heading).not_to_be_in_viewport()
    page.reload()
    stands(page)
    expect(heading).to_be_in_viewport()


def test_back_within_a_page_is_the_browsers(go: Callable[[str], Page]) -> None:
    page = go("/hoc/tac-pham/")
    read_down(page)
    page.reload()
    stands(page)
    place = page.evaluate("scrollY")
    page.evaluate("location.hash = 'phan-2'")
    expect(page.locator("#phan-2")).to_be_in_viewport()
    assert page.evaluate("scrollY") < place - 1000
    page.go_back()
    stands(page)
    assert abs(page.evaluate("scrollY") - place) <= 40


@pytest.mark.parametrize("act", ["wheel", "key"])
def test_it_gives_up_when_the_reader_acts(go: Callable[[str], Page], act: str) -> None:
    page = go("/hoc/tac-pham/")
    read_down(page)
    # Widgets that never come keep the page waiting for them, for as long as the reader lets it.
    held: list[Route] = []
    page.route("**/widget-quiz.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    wait_until(page, "() => scrollY > 500")
    page.evaluate(STILL)
    page.mouse.move(150, 400)
    if act == "wheel":
        page.mouse.wheel(0, -100_000)
    else:
        page.keyboard.press("Home")
    # What comes into sight on the way gets its layout, so that the browser may stop somewhat short of the top; held,
    # the page would stand thousands of pixels further down.
    wait_until(page, "() => scrollY < 500")
    page.evaluate(STILL)
    assert page.evaluate("scrollY") < 500
    for route in held:
        route.abort()


def test_refused_storage_does_no_harm(go: Callable[[str], Page], page: Page) -> None:
    page.add_init_script(REFUSED)
    go("/hoc/ket-qua/")
    read_down(page)
    page.reload()
    stands(page)
    expect(page.get_by_role("heading", level=1)).to_be_attached()
