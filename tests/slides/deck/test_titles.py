"""Titles tell slides apart."""

from __future__ import annotations

import pytest

from slides.deck.model import Deck, Slide
from slides.deck.titles import told_apart


def slide(title: str, kind: str = "sub") -> Slide:
    return Slide(title, title, title, kind, ())


def titles(*slides: Slide) -> list[str]:
    return [one.title for one in told_apart(slides)]


def test_a_title_in_two_chapters_says_its_chapter_without_the_words_that_both_begin_with() -> None:
    assert titles(
        slide("Kế hoạch của Thị ủy", "section"), slide("Lịch"), slide("Riêng"),
        slide("Kế hoạch của Huyện ủy", "section"), slide("Lịch"),
    ) == [
        "Kế hoạch của Thị ủy", "Lịch – Thị ủy", "Riêng", "Kế hoạch của Huyện ủy", "Lịch – Huyện ủy",
    ]  # fmt: skip


def test_a_chapter_that_begins_another_one_keeps_a_word() -> None:
    assert titles(
        slide("Phần hai", "section"), slide("Ý"), slide("Phần hai, tiếp", "section"), slide("Ý")
    ) == ["Phần hai", "Ý – hai", "Phần hai, tiếp", "Ý – hai, tiếp"]


@pytest.mark.parametrize(
    "slides",
    [
        [],
        [slide("Một", "section"), slide("Ý"), slide("Ý")],
        [slide("Mở", "title"), slide("Một", "section"), slide("Một", "section")],
    ],
)
def test_where_no_chapter_tells_them_apart_titles_stay(slides: list[Slide]) -> None:
    assert told_apart(slides) == slides


def test_no_two_slides_of_a_session_have_the_same_title(unfitted: dict[str, Deck]) -> None:
    for deck in unfitted.values():
        found = [one.title for one in deck.slides]
        assert sorted(set(found)) == sorted(found), deck.slug
    plans = [one.title for one in unfitted["ke-hoach"].slides if one.title.startswith("Tháng nào có việc gì")]
    assert plans == ["Tháng nào có việc gì – Ban Thường vụ Thị ủy", "Tháng nào có việc gì – Huyện ủy Văn Bàn"]
