"""Frames hold what the course holds."""

from __future__ import annotations

import pytest

from charts import frames
from course import load
from course.figures import Row
from tests.charts import samples
from tests.courses import TEMPLATE

COURSE = samples.course()


def test_a_row_has_the_facts_number_words_and_source() -> None:
    (row,) = frames.facts(COURSE, [Row(fact="nguoi", group="Xã")]).to_dict("records")
    assert row == {
        "id": "nguoi", "group": "Xã", "parent": "", "label": "Số người", "value": 12500, "qualifier": "over",
        "unit": "người", "number": "hơn 12.500", "text": "hơn 12.500 người", "phrase": "số người",
        "source": "Nguồn thử, mục 2",
    }  # fmt: skip


def test_a_label_of_the_figure_takes_the_place_of_the_facts() -> None:
    (row,) = frames.facts(COURSE, [Row(fact="nguoi", label="Người trong xã")]).itertuples()
    assert (row.label, row.phrase) == ("Người trong xã", "người trong xã")


def test_the_parts_of_the_book_are_named_by_their_place() -> None:
    frame = frames.book_pages(COURSE)
    assert list(frame["group"]) == ["Phần thứ nhất", "Phần thứ hai"]
    assert list(frame["text"]) == ["trang 1–40", "trang 41–90"]


@pytest.mark.parametrize(("order", "name"), [(1, "nhất"), (4, "tư"), (10, "mười"), (11, "11")])
def test_a_book_may_have_many_parts(order: int, name: str) -> None:
    assert frames.part_name(order) == f"Phần thứ {name}"


def test_what_comes_every_quarter_stands_in_its_four_months() -> None:
    year = frames.plan_year(load(TEMPLATE), "ke-hoach-mau")
    meetings = year[year["id"].str.startswith("trao-doi")]
    assert list(meetings["month"]) == [3, 6, 9, 12]
    assert year["id"].is_unique


def test_an_unknown_plan_is_refused() -> None:
    with pytest.raises(LookupError, match=r"no such plan: 'khac'; plans: \['ke-hoach'\]"):
        frames.plan_year(COURSE, "khac")
