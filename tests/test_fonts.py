"""The fonts of pages: every letter that the course shows is in them, in both weights."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
FONTS = sorted((ROOT / "server" / "static" / "fonts").glob("*.woff2"))
# What a first visit has to carry; they were 67 KB with hints and in four files.
MOST_BYTES = 16_000


def written() -> set[str]:
    """Return every sign that the content and the kit's own texts hold."""
    folders = {"data": ("*.yml", "*.csv"), "notebooks": ("*.ipynb",), "course/template": ("*.yml", "*.ipynb")}
    texts = [
        path.read_text("utf-8")
        for folder, kinds in folders.items()
        for kind in kinds
        for path in (ROOT / folder).rglob(kind)
    ]
    return {sign for text in texts for sign in text if unicodedata.category(sign)[0] in "LNPS"}


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_every_letter_of_the_content_is_in_the_font(font: Path) -> None:
    letters = set(TTFont(font).getBestCmap())
    # Arrows and boxes that the typeface does not have come from the system.
    drawn = set(TTFont(ROOT / "charts" / "fonts" / f"{font.stem}.ttf").getBestCmap())
    assert {sign for sign in written() if ord(sign) in drawn - letters} == set()
    assert font.stat().st_size < MOST_BYTES


def test_both_weights_are_there() -> None:
    assert [font.stem for font in FONTS] == ["be-vietnam-pro-400", "be-vietnam-pro-600"]
