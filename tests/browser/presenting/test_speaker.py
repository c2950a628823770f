"""The speaker's window beside a deck: notes, what the room sees, keys, and the clock."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looks
from tests.browser.presenting import decks
from tests.browser.presenting.decks import freeze, on
from tests.browser.presenting.small import speaker_of


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_speakers_window_and_the_deck_follow_each_other(
    open_page: Callable[..., Page], request: pytest.FixtureRequest, place: str
) -> None:
    root = request.getfixturevalue(place)
    page = open_page(f"{root}ket-qua/{'index.html' if place == 'stick' else ''}#/ket-qua-tinh-huong")
    decks.ready(page)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    shown, following = speaker.locator("[data-current]"), speaker.locator("[data-next]")
    expect(shown).to_contain_text("Tình huống giả định của bộ tài liệu")
    expect(speaker.get_by_role("region", name="Lời dẫn")).to_contain_text("Khoảng")
    first = following.locator(".title").text_content()
    speaker.get_by_role("button", name="Sau", exact=True).click()
    page.wait_for_url("**#/ket-qua-tinh-huong-1-chon")
    expect(shown.locator(".title")).to_have_text(first)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(shown.locator(".title")).to_have_text(re.compile("^1. "))
    speaker.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_visible()
    expect(speaker.get_by_role("button", name="Màn đen")).to_have_attribute("aria-pressed", "true")
    speaker.keyboard.press("b")
    expect(page.locator(".pause-overlay")).to_be_hidden()
    speaker.keyboard.press("PageUp")
    # The engine writes an address at most once a second.
    page.wait_for_url("**#/ket-qua-cac-ket-qua")
    page.reload()
    decks.ready(page)
    speaker.keyboard.press("PageUp")
    on(page, "ket-qua-tinh-huong-1-chon")
    assert looks.violations(speaker) == []


@pytest.fixture
def speaking(open_page: Callable[..., Page], server: str, stick: str) -> Callable[..., tuple[Page, Page]]:
    """Return a function that opens a deck at a slide, and its speaker's window."""

    def open_both(slide: str, place: str = "server") -> tuple[Page, Page]:
        root, name = (server, "") if place == "server" else (stick, "index.html")
        page = open_page(f"{root}ket-qua/{name}#/{slide}")
        decks.ready(page)
        return page, speaker_of(page)

    return open_both


@pytest.mark.parametrize("place", ["server", "stick"])
def test_the_clock_goes_on_when_the_speakers_window_comes_back(
    speaking: Callable[..., tuple[Page, Page]], place: str
) -> None:
    page, speaker = speaking("ket-qua-muc-tieu", place)
    used = speaker.get_by_role("row", name="Mở đầu")
    speaker.get_by_role("button", name="Bấm giờ").click()
    expect(used).to_contain_text("0:01")
    speaker.reload()
    expect(speaker.get_by_role("button", name="Tạm dừng")).to_be_visible()
    speaker.get_by_role("button", name="Tạm dừng").click()
    spoken = speaker.locator("[data-elapsed]").text_content()
    assert spoken != "0:00"
    with speaker.expect_event("close"):
        speaker.evaluate("setTimeout(close)")
    again = speaker_of(page)
    expect(again.locator("[data-elapsed]")).to_have_text(spoken)
    expect(again.get_by_role("row", name="Mở đầu")).to_contain_text(spoken)
    page.reload()
    decks.ready(page)
    again.get_by_role("button", name="Chạy tiếp").click()
    expect(again.get_by_role("button", name="Tạm dừng")).to_be_visible()


@pytest.mark.parametrize("size", [(1366, 650), (1280, 600)])
def test_the_notes_stand_in_the_speakers_window_without_scrolling(
    speaking: Callable[..., tuple[Page, Page]], size: tuple[int, int]
) -> None:
    _, speaker = speaking("ket-qua-muc-tieu")
    speaker.set_viewport_size({"width": size[0], "height": size[1]})
    notes = speaker.get_by_role("region", name="Lời dẫn")
    expect(notes).to_be_in_viewport(ratio=1)
    assert notes.bounding_box()["height"] > 150
    assert speaker.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert looks.violations(speaker) == []


def test_the_speakers_clock(open_page: Callable[..., Page], server: str) -> None:
    address = f"{server}ket-qua/?nguoi-noi#/ket-qua-phat-hien-xu-ly"
    speaker = open_page(
        address, prepare=lambda page: page.clock.install(time="2026-01-05T08:00:00"), clock=True
    )
    freeze(speaker)
    pace, left = speaker.locator("[data-pace]"), speaker.locator("[data-left]")
    expect(pace).to_have_text("Chưa bấm giờ")
    expect(left).to_have_text("45:00")
    speaker.get_by_role("button", name="Bấm giờ").click()
    speaker.clock.run_for(60_000)
    expect(left).to_have_text("44:00")
    expect(pace).to_have_text(re.compile(r"^Nhanh hơn dự kiến \d+ phút$"))
    row = speaker.get_by_role("row", name="Phát hiện, xử lý")
    expect(row).to_contain_text("1:00")
    speaker.get_by_role("button", name="Tạm dừng").click()
    speaker.clock.run_for(60_000)
    expect(left).to_have_text("44:00")
    speaker.get_by_role("button", name="Chạy tiếp").click()
    speaker.clock.run_for(45 * 60_000)
    expect(left).to_have_text("−1:00")
    expect(pace).to_have_text(re.compile(r"^Chậm hơn dự kiến \d+ phút$"))
    speaker.get_by_role("button", name="Đặt lại").click()
    expect(left).to_have_text("45:00")
    expect(speaker.get_by_text("Chưa nối với bản trình chiếu.")).to_be_visible()
