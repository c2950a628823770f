"""Charts for slides say the same as those for pages."""

from __future__ import annotations

import pytest

from charts import compact
from tests.charts import drawing
from tests.charts.samples import DIVIDED, GROUPED


def test_bars_are_in_true_proportion() -> None:
    widths = drawing.widths(compact.bars(GROUPED), "bar")
    assert widths["a"] / widths["b"] == pytest.approx(100 / 400, rel=1e-6)


def test_a_part_stands_to_the_right_of_its_whole_where_that_is_wanted() -> None:
    def left(number: str, nested: bool) -> float:
        figure = compact.bars(DIVIDED, nested=nested)
        return next(text.get_position()[0] for text in drawing.texts(figure) if text.get_text() == number)

    assert left("8", True) - left("hơn 50", True) == 26
    assert left("8", False) == left("hơn 50", False)


def test_areas_are_in_true_proportion_and_need_nothing_that_stands_apart() -> None:
    figure = compact.areas(GROUPED.iloc[1:], apart="Khác đơn vị đếm.")
    sides = drawing.widths(figure, "area")
    assert sides["d"] ** 2 / max(sides.values()) ** 2 == pytest.approx(5 / 50, rel=0.03)
    assert "Nêu riêng" not in drawing.words(figure) and "Khác đơn vị" not in drawing.words(figure)
    assert "Nêu riêng:" in drawing.words(compact.areas(GROUPED))


def test_there_is_a_square_for_each_that_is_counted() -> None:
    figure = compact.counted_cells(DIVIDED, hint="Mỗi ô là một người.")
    assert drawing.squares(figure) == {"whole": 50, "one": 8, "two": 3, "apart": 7}


@pytest.mark.parametrize("draw", [compact.bars, compact.log_dots, compact.areas])
def test_lower_bounds_carry_a_sign_and_exact_figures_do_not(draw) -> None:
    assert {"a", "d"}.isdisjoint(drawing.widths(draw(GROUPED), "over"))
    assert {"b", "c"} & set(drawing.widths(draw(GROUPED), "over"))
