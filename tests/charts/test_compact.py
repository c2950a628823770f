"""Charts for slides say the same as those for pages."""

from __future__ import annotations

import pytest

from charts import compact
from tests.charts import drawing
from tests.charts.samples import DIVIDED, GROUPED


def test_bars_are_in_true_proportion() -> None:
    widths = drawing.widths(compact.bars(GROUPED), "bar")
    assert widths["a"] / widths["b"] == pytest.approx(100 / 400, rel=1e-6)


def test_a_part_stands_to_the_right_of_its_whole() -> None:
    figure = compact.bars(DIVIDED)
    left = {text.get_text(): text.get_position()[0] for text in drawing.texts(figure)}
    assert left["8"] - left["hơn 50"] == 26


def test_areas_are_in_true_proportion_and_hold_nothing_that_stands_apart() -> None:
    within = compact.within(GROUPED)
    figure = compact.areas(within)
    sides = drawing.widths(figure, "area")
    assert sides["d"] ** 2 / max(sides.values()) ** 2 == pytest.approx(5 / 50, rel=0.03)
    assert set(within["id"]) < set(GROUPED["id"])


def test_there_is_a_square_for_each_that_is_counted() -> None:
    figure = compact.counted_cells(DIVIDED, hint="Mỗi ô là một người.")
    assert drawing.squares(figure) == {"whole": 50, "one": 8, "two": 3, "apart": 7}


@pytest.mark.parametrize("draw", [compact.bars, compact.log_dots, compact.areas])
def test_lower_bounds_carry_a_sign_and_exact_figures_do_not(draw) -> None:
    assert {"a", "d"}.isdisjoint(drawing.widths(draw(GROUPED), "over"))
    assert {"b", "c"} & set(drawing.widths(draw(GROUPED), "over"))
