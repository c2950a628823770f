"""The progress of flashcards on another device: the file, calling off, and files that are none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.flashcards import (
    EVENING,
    KIT,
    answer,
    choose,
    download,
    fold,
    left,
)
from tests.browser.quizzing import press_button
from widgets.flashcards.flashcards import Flashcards


@pytest.fixture
def cards(mount, clock):
    """The sample cards on an evening in Việt Nam."""
    clock.set_fixed_time(EVENING)
    return mount(Flashcards(KIT, session="the-ghi-nho"))


def everything(page: Page) -> dict:
    return page.evaluate("() => ({ ...localStorage })")


@pytest.mark.parametrize("way", ["Gộp vào máy này", "Thay tiến độ trên máy này"])
def test_a_new_phone_gets_everything_back(cards, way):
    cards.evaluate("localStorage.setItem('hoc-tac-pham/bai-hoc/quiz', '{\"done\": 3}')")
    answer(cards)
    answer(cards, "Khó")
    before = everything(cards)
    fold(cards, "Mang tiến độ sang máy khác")
    text = download(cards)
    cards.evaluate("localStorage.clear()")
    cards.reload()
    left(cards, "Hôm nay còn 10 thẻ: 10 thẻ mới.")
    fold(cards, "Mang tiến độ sang máy khác")
    choose(cards, text)
    question = cards.get_by_role("group", name="Tệp ghi tiến độ ngày 25/11/2026")
    expect(question).to_be_focused()
    press_button(question, way)
    left(cards, "Đã nhập tiến độ.")
    left(cards, "Hôm nay còn 9 thẻ: 1 thẻ ôn lại, 8 thẻ mới.")
    assert everything(cards) == before


def test_an_import_can_be_called_off(cards):
    fold(cards, "Mang tiến độ sang máy khác")
    text = download(cards)
    answer(cards)
    before = everything(cards)
    choose(cards, text)
    press_button(cards, "Không nhập")
    expect(cards.get_by_role("group", name="Tệp ghi tiến độ ngày 25/11/2026")).to_be_hidden()
    expect(cards.get_by_role("button", name="Nhập tiến độ từ tệp")).to_be_focused()
    assert everything(cards) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "Tệp trống"), ("xin chào", "không phải tệp tiến độ"), ('{"kind": "hoc-tac-pham: tien do", "ver', "bị hỏng"),
     ('{"kind": "hoc-tac-pham: tien do", "version": 9}', "bản mới hơn")],
)  # fmt: skip
def test_a_wrong_file_is_refused_and_nothing_is_lost(cards, text, said):
    answer(cards)
    before = everything(cards)
    fold(cards, "Mang tiến độ sang máy khác")
    choose(cards, text)
    expect(cards.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(cards.get_by_role("button", name="Gộp vào máy này")).to_be_hidden()
    assert everything(cards) == before
