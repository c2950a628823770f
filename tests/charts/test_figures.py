"""The registry of figures: states, words, table, sources and notes belong together."""

from __future__ import annotations

import re

import pytest

from charts import figures, frames
from tests.courses import shipped

COURSE = shipped()
NAMES = figures.names(COURSE)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_complete(name: str) -> None:
    spec = figures.figure(COURSE, name)
    assert spec.title and spec.caption and spec.sources and spec.rows
    assert all(len(row) == len(spec.columns) for row in spec.rows)
    assert len({state.name for state in spec.states}) == len(spec.states)
    for state in spec.states:
        assert (
            state.wide.startswith("<svg") and state.narrow.startswith("<svg") and state.wide != state.narrow
        )
        assert state.alt.endswith(".")


def test_the_groups_of_figures_all_have_a_chart() -> None:
    shown = {cell for name in NAMES for row in figures.figure(COURSE, name).rows for cell in row}
    for fact in (
        "to-chuc-dang",
        "dang-vien",
        "can-bo-tw",
        "hinh-su",
        "van-ban-dang",
        "luat",
        "nghi-dinh",
        "p3-y-kien",
    ):
        assert frames.facts(COURSE, [fact])["text"].iloc[0] in shown


@pytest.mark.parametrize("name", ["ky-luat", "can-bo-tw", "the-che"])
def test_more_than_is_in_table_and_words(name: str) -> None:
    spec = figures.figure(COURSE, name)
    bounds = [cell for row in spec.rows for cell in row if cell.startswith("hơn ")]
    assert bounds
    for state in spec.states:
        for bound in bounds:
            assert " ".join(bound.split()[:2]) in state.alt
    assert "“10 năm qua”" in spec.caption and "Kế hoạch của Huyện ủy Văn Bàn" in spec.caption


def test_figures_show_the_notes_that_touch_them() -> None:
    assert any("619" in note for note in figures.figure(COURSE, "sach").notes)
    assert any("106 năm" in note for note in figures.figure(COURSE, "nam-cong-tac-van-ban").notes)
    assert any("8/2025" in note for note in figures.figure(COURSE, "nam-cong-tac-thi-uy").notes)


@pytest.mark.parametrize("name", NAMES)
def test_slides_have_a_drawing_of_every_state_or_of_none(name: str) -> None:
    spec = figures.figure(COURSE, name)
    drawings = figures.slide_drawings(COURSE, name)
    assert list(drawings) == ([state.name for state in spec.states] if spec.slide else [])
    for drawing in drawings.values():
        # What a slide has room for when its letters are to stay large.
        assert (
            re.search(r'viewBox="0 0 880 (\d+)"', drawing) and int(re.search(r"880 (\d+)", drawing)[1]) < 400
        )
    if spec.slide:
        assert drawings[spec.states[0].name] == spec.slide


def test_a_figure_without_a_recipe_has_no_drawings() -> None:
    assert figures.slide_drawings(COURSE, "hinh-thu") == {}


def test_an_unknown_figure_is_refused_with_those_that_exist() -> None:
    with pytest.raises(LookupError, match=r"no figure 'khong-co'; there are: ky-luat, can-bo-tw"):
        figures.figure(COURSE, "khong-co")


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(LookupError, match=r"no such figure in facts.csv: \['khong-co'\]"):
        frames.facts(COURSE, ["dang-vien", "khong-co"])


def test_a_figure_is_drawn_once() -> None:
    assert figures.figure(COURSE, "sach") is figures.figure(COURSE, "sach")
