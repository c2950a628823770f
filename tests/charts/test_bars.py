"""Bars are as long as their values, and stand under the headings of their groups."""

from __future__ import annotations

import pytest

from charts.bars import bars
from tests.charts import drawing
from tests.charts.samples import GROUPED, UNGROUPED

LAYOUTS = ("wide", "narrow", "slim")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_are_in_true_proportion(layout: str) -> None:
    widths = drawing.widths(bars(GROUPED, layout), "bar")
    assert widths["a"] / widths["b"] == pytest.approx(100 / 400, rel=1e-6)
    assert widths["d"] / widths["b"] == pytest.approx(5 / 400, rel=1e-6)


def test_a_part_stands_under_the_name_of_its_whole() -> None:
    words = drawing.words(bars(GROUPED))
    assert "Nhóm một" in words and "Nhóm hai" in words
    assert "Trong hơn 400 người có:" in words and "Trong hơn 50 người có:" in words


def test_without_groups_there_are_no_headings_and_one_colour() -> None:
    figure = bars(UNGROUPED, hint="Cách đọc.")
    marks = [patch for patch in figure.axes[0].patches if (patch.get_gid() or "").startswith("bar:")]
    assert len({patch.get_facecolor() for patch in marks}) == 1
    assert "Cách đọc." in drawing.words(figure) and "Cách đọc." not in drawing.words(bars(UNGROUPED))


def test_every_group_is_drawn_however_many_there_are() -> None:
    frame = GROUPED.assign(group=["một", "hai", "ba", "bốn"], parent="")
    assert set(drawing.widths(bars(frame), "bar")) == {"a", "b", "c", "d"}


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(ValueError, match="layout must be one of"):
        bars(GROUPED, "huge")
