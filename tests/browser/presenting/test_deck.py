"""A trainer shows decks: every slide on every screen, questions, figures, keys and links."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.presenting import decks, small
from tests.browser.presenting.decks import SLUGS, freeze, on
from tests.browser.watching import wait_until

CHART = "ket-qua-phat-hien-xu-ly"
QUESTIONS = ".asking[data-slide]"


# On every screen a slide is laid out in 960 × 540 and scaled as a whole: one deck shows that it is.
@pytest.mark.parametrize(
    ("slug", "screen"),
    [*((slug, "laptop") for slug in SLUGS), ("ket-qua", "projector"), ("ket-qua", "full-hd")],
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
    answer = slide.get_by_text("Đáp án:", exact=True)
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
    expect(slide.locator(".notes")).to_contain_text("Nguồn: ")
    right = slide.locator("[data-right]")
    expect(right.locator(".mark")).to_contain_text("✓")
    expect(right).to_contain_text("Đúng")
    expect(slide.get_by_role("timer")).to_be_hidden()
    page.keyboard.press("PageUp")
    expect(answer).to_be_hidden()


def test_the_time_of_an_activity_runs_on_the_wall_and_for_the_speaker(show: Callable[..., Page]) -> None:
    page = show("ket-qua", "ket-qua-hoat-dong")
    slide = page.locator("#ket-qua-hoat-dong")
    clock = slide.get_by_role("timer")
    expect(clock).to_have_text("10 phút")
    page.keyboard.press("t")
    expect(clock).to_have_text(re.compile("9:5"))
    page.keyboard.press("PageDown")
    speaker = small.speaker_of(page)
    page.keyboard.press("PageUp")
    expect(speaker.get_by_text(re.compile("^Hoạt động: còn 9:"))).to_be_visible()
    speaker.get_by_role("button", name="Giờ hoạt động").click()
    expect(clock).to_have_text("10 phút")
    slide.get_by_role("button", name="Bấm giờ 10 phút").click()
    expect(slide.get_by_role("button", name="Dừng bấm giờ")).to_be_visible()


def test_the_answer_by_button_and_the_clicker_goes_on(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    slide = question(page, 1)
    slide.get_by_role("button", name="Hiện đáp án").click()
    expect(slide.get_by_text("Đáp án:", exact=True)).to_be_visible()
    page.keyboard.press("Space")
    on(page, page.locator(QUESTIONS).nth(1).get_attribute("id"))


def test_a_question_that_one_jumps_back_to_is_still_asked(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    question(page, 4)
    slide = question(page, 2)
    expect(slide.get_by_text("Đáp án:", exact=True)).to_be_hidden()


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


def test_a_deep_link_survives_reload_and_follows_the_slides(show: Callable[..., Page]) -> None:
    page = show("bai-hoc", "bai-hoc-cac-bai-hoc-2-4")
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-4"
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**#/bai-hoc-cac-bai-hoc-2-5")
    page.reload()
    decks.ready(page)
    assert decks.current(page) == "bai-hoc-cac-bai-hoc-2-5"


def test_the_bar_help_and_the_ground(show: Callable[..., Page]) -> None:
    page = show("ket-qua")
    bar = page.get_by_role("navigation", name="Điều khiển trình chiếu")
    expect(bar).to_be_hidden()
    page.mouse.move(300, 300)
    bar.get_by_role("button", name="Mở điều khiển").click()
    bar.get_by_role("button", name="Nền sáng, nền tối").click()
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
