"""A trainer operates a deck: keys as clickers send them, numbers, list, controls, pen; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.presenting import decks, small
from tests.browser.presenting.conftest import problems_noted
from tests.browser.presenting.decks import on
from tests.browser.profiles import LAPTOP, Profiles
from tests.browser.watching import wait_until


@pytest.fixture(scope="module")
def opened(profiles: Profiles) -> Iterator[Page]:
    """One deck for all tests of this module; an error on it, or a request to another host, fails them."""
    problems: list[str] = []
    with profiles.lent(LAPTOP) as context, problems_noted(context, small.ADDRESS, problems):
        small.answer(context)
        yield small.show(context.new_page())
        assert problems == []
        context.unroute_all()


@pytest.fixture
def page(opened: Page) -> Page:
    """The deck at its cover, as one has just opened it."""
    opened.bring_to_front()
    opened.evaluate("document.activeElement.blur()")
    opened.keyboard.press("Escape")
    opened.keyboard.press("Home")
    on(opened, small.COVER)
    return opened


def go(page: Page, slide: str) -> None:
    """Go to a slide by its number."""
    page.keyboard.type(page.locator(f"#{slide} [data-number]").text_content().split("/")[0])
    page.keyboard.press("Enter")
    on(page, slide)


def test_the_keys_of_a_clicker(page: Page) -> None:
    page.evaluate("window.loaded = 'once'")
    page.keyboard.press("F5")
    wait_until(page, "() => document.fullscreenElement !== null")
    page.keyboard.press("PageDown")
    on(page, small.CHART)
    page.keyboard.press("F5")
    page.keyboard.press("Escape")
    page.keyboard.press("PageUp")
    on(page, small.COVER)
    assert page.evaluate("window.loaded") == "once"
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")


@pytest.mark.parametrize(
    ("key", "colour"), [("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")]
)
def test_the_screen_is_dark_or_white_until_the_next_step(page: Page, key: str, colour: str) -> None:
    veil = page.locator(".pause-overlay")
    page.keyboard.press(key)
    expect(veil).to_be_visible()
    expect(veil).to_have_css("background-color", colour)
    page.keyboard.press("PageDown")
    expect(veil).to_be_hidden()
    assert decks.current(page) == small.COVER


def test_a_number_and_enter_lead_to_a_slide(page: Page) -> None:
    said = page.locator("[data-deck-message]")
    page.keyboard.type("5")
    expect(said).to_have_text("Đến trang 5: bấm Enter.")
    page.keyboard.press("Enter")
    on(page, small.FIRST_QUESTION)
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Bản chiếu có 13 trang.")
    page.keyboard.type("1")
    page.keyboard.press("Escape")
    page.keyboard.press("PageUp")
    on(page, small.QUIZ)


def test_the_list_leads_to_any_slide(page: Page) -> None:
    go(page, small.CHART)
    page.keyboard.press("o")
    listed = page.get_by_role("dialog", name="Danh sách trang")
    expect(listed.get_by_role("button", name="2 Con số")).to_be_focused()
    expect(listed.get_by_role("button", name="2 Con số")).to_have_attribute("aria-current", "true")
    assert looks.violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    on(page, small.MAP)
    expect(listed).to_be_hidden()


def test_the_controls_come_on_call_and_never_over_a_title(page: Page) -> None:
    go(page, small.CHART)
    page.mouse.move(300, 300)
    page.get_by_role("button", name="Mở điều khiển").click()
    panel = page.locator("[data-bar-panel]")
    title = page.locator(f"#{small.CHART} .title").bounding_box()
    for size in ((1366, 768), (1024, 768), (683, 384)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        title = page.locator(f"#{small.CHART} .title").bounding_box()
        assert panel.bounding_box()["y"] > title["y"] + title["height"]
    page.set_viewport_size(LAPTOP)
    assert looks.violations(page) == []
    panel.get_by_role("button", name="Trang sau").click()
    on(page, small.MAP)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.keyboard.press("m")
    expect(panel).to_be_visible()


def test_pen_and_pointer(page: Page) -> None:
    go(page, small.LAST)
    page.keyboard.press("p")
    page.mouse.move(300, 300)
    page.mouse.down()
    page.mouse.move(500, 400, steps=3)
    page.mouse.up()
    line = page.locator(f"#{small.LAST} .ink polyline")
    box = line.bounding_box()
    assert box["x"] == pytest.approx(300, abs=5) and box["width"] == pytest.approx(200, abs=8)
    page.keyboard.press("Escape")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageDown")
    expect(line).to_be_visible()
    page.keyboard.press("e")
    expect(line).to_have_count(0)
    page.keyboard.press("l")
    page.mouse.move(600, 200)
    dot = page.locator("[data-dot]").bounding_box()
    assert (dot["x"] + 13, dot["y"] + 13) == (pytest.approx(600, abs=1), pytest.approx(200, abs=1))
    page.keyboard.press("Escape")
    expect(page.locator("[data-dot]")).to_be_hidden()


def test_arrows_stay_the_decks_after_a_click_on_a_chart(page: Page) -> None:
    go(page, small.CHART)
    ways = page.locator(f"#{small.CHART}").get_by_role("radio")
    ways.nth(1).click()
    expect(ways.nth(1)).to_be_checked()
    page.keyboard.press("ArrowRight")
    on(page, small.MAP)
    go(page, small.CHART)
    ways.nth(1).focus()
    page.keyboard.press("ArrowUp")
    expect(ways.nth(0)).to_be_checked()
    assert decks.current(page) == small.CHART
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    on(page, small.MAP)


def test_one_key_leads_past_what_is_done_at_home(page: Page) -> None:
    go(page, small.HOME)
    expect(page.locator(f"#{small.HOME}").get_by_text("Làm ở nhà", exact=True)).to_be_visible()
    page.keyboard.press("PageDown")
    on(page, small.LAST)
    page.keyboard.press("PageUp")
    on(page, small.HOME)
    go(page, small.QUIZ)
    page.keyboard.press("n")
    on(page, small.HOME)


def test_nothing_of_a_rehearsal_is_kept(page: Page) -> None:
    page.evaluate("""localStorage.setItem("hoc-tac-pham/buoi-mot/hinh-thu", '{"state": "hai"}')""")
    page.reload()
    decks.ready(page)
    go(page, small.CHART)
    ways = page.locator(f"#{small.CHART}").get_by_role("radio")
    expect(ways.nth(0)).to_be_checked()
    ways.nth(1).click()
    go(page, small.FIRST_QUESTION)
    page.keyboard.press("PageDown")
    answer = page.locator(f"#{small.FIRST_QUESTION}").get_by_text("Đáp án:", exact=True)
    expect(answer).to_be_visible()
    page.wait_for_url(f"**#/{small.FIRST_QUESTION}")
    page.reload()
    decks.ready(page)
    assert decks.current(page) == small.FIRST_QUESTION
    expect(answer).to_be_hidden()
    kept = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    assert kept == {"hoc-tac-pham/buoi-mot/hinh-thu": '{"state": "hai"}'}
    page.evaluate("localStorage.clear()")
    go(page, small.CHART)
    expect(ways.nth(0)).to_be_checked()


def test_questions_stand_once_each_on_a_slide_of_its_own_with_letters(page: Page) -> None:
    for slide in (small.FIRST_QUESTION, small.SECOND_QUESTION):
        go(page, slide)
        shown = page.locator(f"#{slide} .options li")
        assert [one[:2] for one in shown.all_inner_texts()] == [
            f"{letter}." for letter in "ABCDEF"[: shown.count()]
        ]
    prompts = page.locator("[id^=hoi-quiz] .prompt").all_text_contents()
    assert len(prompts) == len(set(prompts)) == 4
    expect(page.locator(".slides .kit.quiz")).to_have_count(0)
