"""Squares are as many as counted, and a square is worth what the chart says."""

from __future__ import annotations

import pytest

from charts.cells import counted_cells, equal_cells, whole_and_parts
from course.figures import square_worth
from tests.charts import drawing
from tests.charts.samples import DIVIDED, GROUPED, UNGROUPED


@pytest.mark.parametrize(("values", "worth"), [((250, 300, 2000), 50), ((7, 11), 1), ((1000, 3000), 1000)])
def test_a_square_is_worth_what_goes_into_every_figure(values: tuple[int, ...], worth: int) -> None:
    assert square_worth(values) == worth


def test_squares_of_equal_worth_say_what_they_stand_for() -> None:
    figure = equal_cells(UNGROUPED, unit="văn bản")
    assert "Mỗi ô là 50 văn bản." in drawing.words(figure)
    assert drawing.squares(figure) == {"a": 5, "b": 6, "c": 40}


def test_there_is_a_square_for_each_that_is_counted() -> None:
    figure = counted_cells(GROUPED.iloc[[0, 3]], hint="Mỗi ô là một người.")
    assert drawing.squares(figure) == {"a": 100, "d": 5}
    assert all(words in drawing.words(figure) for words in ("Mỗi ô là một người.", "Nhóm một", "Nhóm hai"))


def test_named_parts_leave_no_rest_that_the_source_does_not_give() -> None:
    figure = whole_and_parts(
        DIVIDED, hint="Mỗi ô là một người.", overlap="Có thể trùng.", apart="Không cộng."
    )
    assert drawing.squares(figure) == {"whole": 50, "one": 8, "two": 3, "apart": 7}
    words = drawing.words(figure)
    assert "39" not in words and "42" not in words
    assert "Có thể trùng." in words and words.count("Không cộng.") == 1
