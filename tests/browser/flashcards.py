"""Turns and answers the sample flashcards the way a reader does, and takes their progress along."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from course import load
from tests.browser.quizzing import press, press_button
from tests.courses import SMALL
from widgets.flashcards.flashcards import Flashcards

KEY = "hoc-tac-pham/the-ghi-nho/the"
KIT = load(SMALL)
CARDS = Flashcards(KIT, session="the-ghi-nho").cards
FRONTS = [card["front"] for card in CARDS]
EVENING = "2026-11-25T20:00:00+07:00"


def front(page: Page, number: int = 0):
    return page.get_by_role("heading", name=FRONTS[number], exact=True)


def left(page: Page, text: str) -> None:
    expect(page.get_by_text(text, exact=True).first).to_be_visible()


def turn(page: Page) -> None:
    press_button(page, "Xem đáp án")


def answer(page: Page, label: str = "Rất dễ") -> None:
    turn(page)
    press(page.get_by_role("button", name=f"{label} gặp lại"))


def fold(page: Page, title: str) -> None:
    press(page.locator("summary", has_text=title))


def set_target(page: Page, day: str) -> None:
    page.get_by_label("Ôn cho ngày (buổi họp hoặc hội thi)").fill(day)
    press_button(page, "Đặt ngày")


def saved(page: Page) -> dict | None:
    return page.evaluate("(key) => JSON.parse(localStorage.getItem(key))", KEY)


def download(page: Page) -> str:
    """Take the progress along; the text of the file."""
    with page.expect_download() as waiting:
        press_button(page, "Tải tiến độ về máy")
    assert waiting.value.suggested_filename == "tien-do-hoc-tap-2026-11-25.json"
    return Path(waiting.value.path()).read_text("utf-8")


def choose(page: Page, text: str) -> None:
    with page.expect_file_chooser() as waiting:
        press_button(page, "Nhập tiến độ từ tệp")
    waiting.value.set_files({"name": "t.json", "mimeType": "application/json", "buffer": text.encode()})
