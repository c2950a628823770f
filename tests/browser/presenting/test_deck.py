"""A trainer shows decks: every slide on every screen, questions, figures, keys and links."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.presenting import decks
from tests.browser.presenting.decks import SLUGS, freeze, on
from tests.browser.watching import wait_until

CHART = "ket-qua-phat-hien-xu-ly"
QUESTIONS = ".asking[data-slide]"


# On a full-hd screen a slide is the laptop's, larger.
@pytest.mark.parametrize(
    ("slug", "screen"),
    [*((slug, screen) for slug in SLUGS for screen in ("projector", "laptop")), ("ket-qua", "full-hd")],
)
def test_every_slide_is_whole_and_can_be_read_from_the_last_row(
    show: Callable[..., Page], slug: str, screen: str
) -> None:
    page = show(slug, screen=screen)
    seen, faults = decks.go_through(page)
    assert seen == page.locator("[data-slide]").evaluate_all("(slides) => slides.map(({ id }) => id)")
    assert faults == []


def test_it_looks_right_to_axe(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    for slide in ("ket-qua-tieu-de", "ket-qua-muc-tieu", CHART, "ket-qua-cau-hoi-2-1"):
        page.evaluate("(id) => (location.hash = `#/${id}`)", slide)
        on(page, slide)
        assert looks.violations(page) == []
    page.keyboard.press("PageDown")
    assert looks.violations(page) == [] and looks.repeated_ids(page) == []


def question(page: Page, number: int = 1):
    """Go to a question's slide."""
    slide = page.locator(QUESTIONS).nth(number - 1).get_attribute("id")
    page.evaluate("(id) => (location.hash = `#/${id}`)", slide)
    on(page, slide)
    return page.locator(f"#{slide}")


def test_time_to_think_and_the_answer_by_the_next_key(show: Callable[..., Page]) -> None:
    page = show("ket-qua", clock=True)
    page.clock.install(time="2026-01-05T08:00:00")
    slide = question(page, 1)
    freeze(page)
    answer = slide.get_by_text("Đáp án:")
    expect(answer).to_be_hidden()
    slide.get_by_role("button", name="15 giây", exact=True).click()
    slide.get_by_role("button", name="Suy nghĩ 15 giây").click()
    expect(slide.get_by_role("timer")).to_have_text("15")
    page.clock.run_for(5_000)
    expect(slide.get_by_role("timer")).to_have_text("10")
    page.clock.run_for(10_500)
    expect(slide.get_by_role("timer")).to_have_text("Hết giờ")
    page.keyboard.press("PageDown")
    expect(answer).to_be_visible()
    expect(slide.get_by_text("Nguồn: ")).to_be_visible()
    right = slide.locator("[data-right]")
    expect(right.locator(".mark")).to_contain_text("✓")
    expect(right).to_contain_text("Đúng")
    expect(slide.get_by_role("timer")).to_be_hidden()
    page.keyboard.press("PageUp")
    expect(answer).to_be_hidden()


def test_the_answer_by_button_and_the_clicker_goes_on(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    slide = question(page, 1)
    slide.get_by_role("button", name="Hiện đáp án").click()
    expect(slide.get_by_text("Đáp án:")).to_be_visible()
    page.keyboard.press("Space")
    on(page, page.locator(QUESTIONS).nth(1).get_attribute("id"))


def test_a_question_that_one_jumps_back_to_is_still_asked(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    question(page, 6)
    slide = question(page, 2)
    expect(slide.get_by_text("Đáp án:")).to_be_hidden()


def test_a_chart_is_switched_on_the_slide_and_the_clicker_goes_on(show: Callable[..., Page]) -> None:
    page = show("ket-qua", CHART)
    drawing = page.locator(f"#{CHART} .figure-drawing")
    before = drawing.get_attribute("aria-label")
    expect(drawing.locator("svg")).to_have_attribute("viewBox", re.compile("^0 0 880 "))
    page.locator(f"#{CHART}").get_by_role("radio", name="Thang lôgarit").click()
    expect(drawing).not_to_have_attribute("aria-label", before)
    page.keyboard.press("PageDown")
    wait_until(page, "(id) => document.querySelector('.deck-slide.present:not(.stack)').id !== id", arg=CHART)


@pytest.mark.parametrize(
    ("slug", "slide"), [("ket-qua", CHART), ("ket-qua", "ket-qua-the-che"), ("tac-pham", "tac-pham-cac-phan")]
)
def test_every_way_of_showing_a_chart_can_be_read_from_the_last_row(
    show: Callable[..., Page], slug: str, slide: str
) -> None:
    page = show(slug, slide)
    ways = page.locator(f"#{slide} .figure-states label")
    drawing = page.locator(f"#{slide} .figure-drawing")
    words = drawing.get_attribute("aria-label")
    for way in ways.all()[1:]:
        way.click()
        expect(drawing).not_to_have_attribute("aria-label", words)
        words = drawing.get_attribute("aria-label")
        assert decks.faults(page) == []


@pytest.mark.parametrize("screen", ["projector", "laptop"])
@pytest.mark.parametrize("slug", ["tac-pham", "ket-qua"])
def test_a_live_question_is_seen_whole_and_stays_beside_its_answer(
    show: Callable[..., Page], slug: str, screen: str
) -> None:
    slide = f"{slug}-cau-hoi"
    page = show(slug, slide, screen)
    card = page.locator(f"#{slide} .quiz-card:visible")
    seen = [card.locator("legend"), *card.locator("label").all(), card.get_by_role("button", name="Trả lời")]
    assert len(seen) == 6
    for part in seen:
        expect(part).to_be_in_viewport(ratio=1)
    assert decks.faults(page) == []
    card.get_by_role("radio").first.check()
    seen.pop().click()
    for part in [*seen, card.get_by_role("heading", name=re.compile("đúng", re.IGNORECASE))]:
        expect(part).to_be_in_viewport(ratio=1)
    assert decks.faults(page) == []
    page.locator(f"#{slide}").get_by_role("button", name="Câu tiếp theo").click()
    expect(card.get_by_role("heading", name="Câu 2")).to_be_in_viewport(ratio=1)


def sign(page: Page, slide: str) -> bool:
    """Tell whether a slide's widget shows that it goes on below."""
    shown = "(place) => getComputedStyle(place, '::after').content.includes('Cuộn')"
    return page.locator(f"#{slide} .widget-live").evaluate(shown)


def test_a_long_live_question_says_that_it_goes_on_and_keeps_its_button_in_sight(
    show: Callable[..., Page],
) -> None:
    page = show("on-tap", "on-tap-cau-hoi")
    card = page.locator("#on-tap-cau-hoi .quiz-card:visible")
    page.locator("#on-tap-cau-hoi").get_by_role("button", name="Câu tiếp theo").click()
    assert sign(page, "on-tap-cau-hoi")
    expect(card.get_by_role("button", name="Trả lời")).to_be_in_viewport(ratio=1)
    card.locator("select").last.scroll_into_view_if_needed()
    page.locator("#on-tap-cau-hoi .widget-live").hover()
    page.mouse.wheel(0, 2000)
    wait_until(page, "() => !document.querySelector('#on-tap-cau-hoi .widget-live').matches('[data-more]')")
    assert not sign(page, "on-tap-cau-hoi")


def test_the_map_stays_in_sight_beside_a_part_of_the_book(show: Callable[..., Page]) -> None:
    page = show("tac-pham", "tac-pham-ban-do", "projector")
    slide = page.locator("#tac-pham-ban-do")
    blocks = slide.locator(".book-map-block").all()
    expect(slide.get_by_text("Nguồn về kết cấu của sách")).to_be_in_viewport(ratio=1)
    blocks[1].click()
    expect(slide.get_by_role("heading", name=re.compile("^Phần thứ hai"))).to_be_in_viewport(ratio=1)
    for block in blocks:
        expect(block).to_be_in_viewport(ratio=1)


def test_keys_belong_to_the_widget_until_escape(show: Callable[..., Page]) -> None:
    page = show("ket-qua", "ket-qua-cau-hoi")
    options = page.locator("#ket-qua-cau-hoi").get_by_role("radio")
    options.first.check()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_be_checked()
    assert decks.current(page) == "ket-qua-cau-hoi"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    on(page, "ket-qua-cau-hoi-2-1")


def test_a_deep_link_survives_reload_and_follows_the_slides(show: Callable[..., Page]) -> None:
    page = show("bai-hoc", "bai-hoc-cac-bai-hoc-2-4")
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-4"
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**#/bai-hoc-cac-bai-hoc-2-5")
    page.reload()
    decks.ready(page)
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-5"


def test_black_until_the_next_key(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".pause-overlay")).to_be_visible()
        page.keyboard.press("PageDown")
        expect(page.locator(".pause-overlay")).to_be_hidden()
    assert decks.current(page) == "ket-qua-tieu-de"


def test_the_overview_leads_to_any_slide(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    page.keyboard.press("o")
    goal = page.locator("#ket-qua-muc-tieu")
    expect(goal.get_by_text("Mục tiêu của buổi học")).to_be_visible()
    goal.click()
    on(page, "ket-qua-muc-tieu")
    expect(page.locator(".reveal.overview")).to_have_count(0)


def test_the_bar_help_and_the_ground(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    bar = page.get_by_role("navigation", name="Điều khiển trình chiếu")
    expect(bar).to_be_hidden()
    page.mouse.move(300, 300)
    bar.get_by_role("button", name="Nền").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("localStorage.getItem('hoc-tac-pham/giao-dien')") is None
    page.keyboard.press("?")
    help_panel = page.get_by_role("dialog", name="Phím dùng khi trình chiếu")
    expect(help_panel).to_be_visible()
    assert looks.violations(page) == []
    page.keyboard.press("Escape")
    expect(help_panel).to_be_hidden()
    page.keyboard.press("f")
    wait_until(page, "() => document.fullscreenElement !== null")
