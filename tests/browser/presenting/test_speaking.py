"""A trainer speaks from the speaker's window: what the room sees, time, hands, ways to a slide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import looks
from tests.browser.presenting import small
from tests.browser.presenting.conftest import problems_noted
from tests.browser.presenting.decks import freeze, on
from tests.browser.profiles import LAPTOP, Profiles

QUESTION = small.FIRST_QUESTION


@pytest.fixture(scope="module")
def windows(profiles: Profiles) -> Iterator[tuple[Page, Page]]:
    """A deck and its speaker's window for all tests of this module; an error on one of them fails them."""
    problems: list[str] = []
    with profiles.lent(LAPTOP) as context, problems_noted(context, small.ADDRESS, problems):
        small.answer(context)
        deck = small.show(context.new_page(), QUESTION)
        yield deck, small.speaker_of(deck)
        assert problems == []
        context.unroute_all()


@pytest.fixture
def deck(windows: tuple[Page, Page]) -> Page:
    """The deck at its first question, asked."""
    page, speaker = windows
    speaker.bring_to_front()
    page.evaluate("(id) => (location.hash = `#/${id}`)", small.COVER)
    on(page, small.COVER)
    page.evaluate("(id) => (location.hash = `#/${id}`)", QUESTION)
    on(page, QUESTION)
    return page


@pytest.fixture
def speaker(windows: tuple[Page, Page], deck: Page) -> Page:
    """The speaker's window, when it shows that question."""
    expect(windows[1].locator("[data-current]")).to_contain_text("Câu 1/7")
    return windows[1]


def press(speaker: Page, name: str) -> None:
    speaker.get_by_role("button", name=name, exact=True).click()


def widths(place: Locator, which: str) -> list[str]:
    """Return how long the bars beside the options are, as they are set."""
    return place.locator(f".options .hands-{which}").evaluate_all(
        "(bars) => bars.map(({ style }) => style.width)"
    )


def test_hands_are_counted_on_the_wall_before_and_after_talking(deck: Page, speaker: Page) -> None:
    deck.bring_to_front()
    slide = deck.locator(f"#{QUESTION}")
    deck.keyboard.press("h")
    deck.keyboard.type("12")
    deck.keyboard.press("Enter")
    deck.keyboard.type("5")
    deck.keyboard.press("Tab")
    deck.keyboard.type("3")
    assert widths(slide, "before") == ["60%", "25%", "15%"]
    assert looks.violations(deck) == []
    deck.keyboard.press("Enter")
    expect(slide.get_by_role("group", name="Đếm số người giơ tay")).to_have_count(0)
    deck.keyboard.press("h")
    for count in ("2", "15", "3"):
        deck.keyboard.type(count)
        deck.keyboard.press("Enter")
    expect(slide.locator(".hands-numbers")).to_have_text(["12 → 2", "5 → 15", "3 → 3"])
    expect(slide.locator(".hands-legend")).to_have_text("Trước: 20 taySau: 20 tay")
    assert (widths(slide, "before"), widths(slide, "after")) == (["60%", "25%", "15%"], ["10%", "75%", "15%"])
    shown = speaker.locator("[data-current]")
    expect(shown.locator(".hands-numbers")).to_have_text(["12 → 2", "5 → 15", "3 → 3"])
    deck.keyboard.press("PageDown")
    expect(slide.get_by_text("Đáp án:", exact=True)).to_be_visible()
    expect(slide.locator("[data-right] .hands-numbers")).to_be_visible()
    assert looks.violations(deck) == []


def test_hands_are_counted_from_the_speakers_window(deck: Page, speaker: Page) -> None:
    small.show(deck, small.SECOND_QUESTION)
    expect(speaker.locator("[data-current]")).to_contain_text("Câu 2/7")
    press(speaker, "Đếm tay")
    first = speaker.get_by_label("Số người chọn A")
    expect(first).to_be_focused()
    speaker.keyboard.type("b8")
    expect(first).to_have_value("8")
    expect(deck.locator(f"#{small.SECOND_QUESTION} .hands-numbers").first).to_have_text("8")
    press(speaker, "Sau thảo luận")
    speaker.keyboard.type("4")
    expect(deck.locator(f"#{small.SECOND_QUESTION} .hands-numbers").first).to_have_text("8 → 4")
    press(speaker, "Xong")
    deck.reload()
    expect(speaker.locator("[data-current] .hands-numbers:not(:empty)")).to_have_count(0)


def test_the_speaker_sees_whether_the_room_sees_the_answer(deck: Page, speaker: Page) -> None:
    expect(speaker.get_by_text("Phòng chưa thấy đáp án")).to_be_visible()
    press(speaker, "Hiện đáp án")
    expect(deck.locator(f"#{QUESTION} .answer")).to_be_visible()
    expect(speaker.get_by_text("Đã hiện đáp án")).to_be_visible()
    press(speaker, "Sau")
    on(deck, small.SECOND_QUESTION)
    expect(speaker.get_by_text("Phòng chưa thấy đáp án")).to_be_visible()


def test_the_speaker_sees_the_seconds_of_thinking(deck: Page, speaker: Page) -> None:
    speaker.keyboard.press("t")
    expect(speaker.get_by_text("Suy nghĩ: còn 29 giây")).to_be_visible()
    expect(deck.locator(".present").get_by_role("timer")).to_be_visible()
    press(speaker, "Suy nghĩ")
    expect(speaker.get_by_text("Suy nghĩ: còn")).to_be_hidden()


def test_ways_to_a_slide(deck: Page, speaker: Page) -> None:
    speaker.keyboard.type("13")
    speaker.keyboard.press("Enter")
    on(deck, small.LAST)
    press(speaker, "Danh sách")
    speaker.get_by_role("dialog", name="Danh sách trang").get_by_role("button", name="4 Câu hỏi").click()
    on(deck, small.QUIZ)
    press(speaker, "Phần sau")
    on(deck, small.HOME)
    speaker.keyboard.press("w")
    expect(deck.locator(".reveal.white .pause-overlay")).to_be_visible()
    expect(speaker.get_by_role("button", name="Màn trắng")).to_have_attribute("aria-pressed", "true")
    speaker.keyboard.press("PageDown")
    expect(deck.locator(".pause-overlay")).to_be_hidden()
    speaker.keyboard.press("f")
    expect(speaker.get_by_text("Toàn màn hình chỉ mở được từ cửa sổ trình chiếu")).to_be_visible()


def test_a_figure_is_seen_as_the_room_sees_it(deck: Page, speaker: Page) -> None:
    small.show(deck, small.CHART)
    drawing = speaker.locator("[data-current] .drawing")
    expect(drawing).to_contain_text("hơn 1.200 người")
    deck.locator(f"#{small.CHART}").get_by_role("radio", name="Tỷ lệ").click()
    expect(drawing).to_contain_text("40 người")


def test_the_speakers_words_become_larger(speaker: Page) -> None:
    words = speaker.locator("[data-notes] p").first
    before = words.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)")
    speaker.get_by_role("button", name="Chữ lời dẫn lớn hơn").click()
    assert words.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)") > before
    speaker.get_by_role("button", name="Chữ lời dẫn nhỏ hơn").click()
    assert words.evaluate("(node) => parseFloat(getComputedStyle(node).fontSize)") == before
    assert looks.violations(speaker) == []


def test_a_part_that_ends_is_told_of(profiles: Profiles) -> None:
    with profiles.lent(LAPTOP, clock=True) as context:
        small.answer(context)
        speaker = context.new_page()
        speaker.clock.install(time="2026-01-05T08:00:00")
        speaker.goto(f"{small.ADDRESS}?nguoi-noi#/{small.CHART}")
        freeze(speaker)
        left, said = speaker.locator("[data-part-left]"), speaker.locator("[data-part-said]")
        expect(left).to_have_text("10:00")
        press(speaker, "Bấm giờ")
        speaker.clock.run_for(4 * 60_000)
        expect(left).to_have_text("6:00")
        expect(said).to_be_hidden()
        speaker.clock.run_for(60_000)
        expect(said).to_have_text("Còn 5 phút cho phần này.")
        speaker.clock.run_for(5 * 60_000)
        expect(left).to_have_text("0:00")
        expect(said).to_have_text("Hết giờ của phần này.")
