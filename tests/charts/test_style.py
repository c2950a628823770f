"""Colours are those of the pages, and a figure gives the same bytes each time."""

from __future__ import annotations

import re

import pytest

from charts import style
from charts.bars import bars
from charts.dots import log_dots
from charts.palette import PALETTE
from tests.charts.samples import GROUPED


def test_the_palette_is_that_of_the_pages() -> None:
    css = (style.FONTS.parents[1] / "widgets" / "shared" / "theme.css").read_text("utf-8").split("@media")[0]
    for name, colour in PALETTE.items():
        assert f"--{name}: {colour};" in css


@pytest.mark.parametrize("draw", [bars, log_dots])
def test_the_same_frame_gives_the_same_bytes_without_ids(draw) -> None:
    first, second = (style.to_svg(draw(GROUPED)) for _ in range(2))
    assert first == second
    assert "<text" in first and " id=" not in first
    assert set(re.findall(r"#[0-9a-f]{6}", first)) <= set(PALETTE.values())
