"""Areas are as large as their values; what is outside the whole is told in words."""

from __future__ import annotations

import pytest

from charts.areas import areas, nested
from tests.charts import drawing
from tests.charts.samples import GROUPED

LAYOUTS = ("wide", "narrow", "slim")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_areas_are_in_true_proportion(layout: str) -> None:
    sides = drawing.widths(areas(GROUPED, layout), "area")
    # The enlarged square stands under the same name; its part is measured against it.
    assert sides["d"] ** 2 / max(sides.values()) ** 2 == pytest.approx(5 / 50, rel=0.03)


def test_what_stands_apart_is_told_with_the_reason_and_not_drawn() -> None:
    figure = areas(GROUPED, apart="Khác đơn vị đếm.")
    assert "a" not in drawing.widths(figure, "area")
    assert "100" in drawing.words(figure) and "Khác đơn vị đếm." in drawing.words(figure)
    assert "Khác đơn vị đếm." not in drawing.words(areas(GROUPED.iloc[1:], apart="Khác đơn vị đếm."))


def test_whole_part_and_what_stands_apart_are_told_from_the_parents() -> None:
    outer, inner, parts, apart = nested(GROUPED)
    assert (outer.id, inner.id, [row.id for row in parts], [row.id for row in apart]) == (
        "b",
        "c",
        ["d"],
        ["a"],
    )
