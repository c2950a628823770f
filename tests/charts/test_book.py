"""The parts of a book on its pages, and its speeches over the years."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.book import book_pages, book_years
from tests.charts import drawing
from tests.charts.samples import PARTS

YEARS = pd.DataFrame(
    [
        {"kind": kind, "start": start, "end": end, "number": number, "phrase": phrase}
        for kind, start, end, number, phrase in (
            ("meetings", 2013, 2016, "36", "cuộc họp"), ("speech", 2014, 2014, "2", "bài nói"),
            ("speech", 2016, 2016, "2", "bài nói"),
        )
    ]
)  # fmt: skip


@pytest.mark.parametrize("layout", ["wide", "narrow", "slim", "slide"])
def test_a_part_is_as_long_as_its_pages(layout: str) -> None:
    widths = drawing.widths(book_pages(PARTS, layout), "bar")
    assert widths["b"] / widths["a"] == pytest.approx(20 / 40, rel=1e-6)
    assert widths["c"] / widths["a"] == pytest.approx(4 / 40, rel=1e-6)
    assert set(widths) == {"a", "b", "c", "d"}


def test_years_stand_in_even_steps_under_the_span_of_the_meetings() -> None:
    figure = book_years(YEARS, remark="không ghi từng buổi")
    places = drawing.places(figure, "dot")
    # From the first year to the fourth: 720 px, 180 px a year.
    assert places["2016"] - places["2014"] == pytest.approx(2 * 180, abs=0.01)
    assert drawing.widths(figure, "span")["meetings"] == pytest.approx(720, abs=2)
    assert "từ năm 2013 đến năm 2016; không ghi từng buổi" in drawing.words(figure)
    assert "từ năm 2013 đến năm 2016" in [text.get_text() for text in drawing.texts(book_years(YEARS))]
