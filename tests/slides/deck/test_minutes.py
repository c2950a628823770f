"""Minutes as people read them."""

from __future__ import annotations

import pytest

from slides.deck.minutes import in_figures, in_words, with_minutes


@pytest.mark.parametrize(
    ("minutes", "figures", "words"),
    [
        (0.5, "nửa phút", "Khoảng nửa phút."),
        (1, "1 phút", "Khoảng một phút."),
        (1.5, "1,5 phút", "Khoảng một phút rưỡi."),
        (3.0, "3 phút", "Khoảng ba phút."),
        (15, "15 phút", "Khoảng mười lăm phút."),
        (20, "20 phút", "Khoảng 20 phút."),
        (20.5, "20,5 phút", "Khoảng 20 phút rưỡi."),
    ],
)
def test_minutes_are_written_as_people_read_them(minutes: float, figures: str, words: str) -> None:
    assert (in_figures(minutes), in_words(minutes)) == (figures, words)


def test_notes_end_in_the_minutes_where_there_are_any() -> None:
    assert with_minutes("Đọc to.", 3) == "Đọc to. Khoảng ba phút."
    assert with_minutes("", 3) == "Khoảng ba phút."
    assert with_minutes("Đọc to.", None) == "Đọc to."
