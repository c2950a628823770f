"""How long a slide takes, as its notes say it."""

from __future__ import annotations

import pytest

from slides.deck.minutes import minutes_of, words_for


@pytest.mark.parametrize(
    ("notes", "minutes"),
    [
        ("Đọc to. Khoảng ba phút.", 3),
        ("Khoảng nửa phút.", 0.5),
        ("Khoảng một phút rưỡi.", 1.5),
        ("Khoảng mười lăm phút.", 15),
        ("Khoảng mười phút, có thể khoảng 12 phút.", 12),
        ("Nói trong ba phút.", None),
        ("", None),
    ],
)
def test_the_last_time_named_counts(notes: str, minutes: float | None) -> None:
    assert minutes_of(notes) == minutes


@pytest.mark.parametrize(("minutes", "words"), [(0.5, "nửa phút"), (3, "3 phút"), (1.5, "1,5 phút")])
def test_minutes_are_written_as_people_read_them(minutes: float, words: str) -> None:
    assert words_for(minutes) == words
