"""Every kind of figure can be read in every layout: on a course of its own, and as the shipped one shows it."""

from __future__ import annotations

import re
from typing import get_args

import pandas as pd
import pytest

from charts import frames, plan_year, style
from charts.kinds import KINDS as OCCASIONS
from charts.palette import PALETTE
from charts.recipes import recipe
from course import Course
from course.figures import State
from tests.charts import drawing, samples
from tests.courses import shipped

LAYOUTS = ("wide", "narrow", "slim")
KINDS = [one.model_fields["kind"].annotation.__args__[0] for one in get_args(get_args(State)[0])]


def frame(course: Course, figure: str, state: State) -> pd.DataFrame:
    if state.kind == "book-pages":
        return frames.book_pages(course)
    if state.kind == "book-years":
        return frames.book_years(course, state)
    return frames.facts(course, course.figures[figure].rows)


COURSE = shipped()
SHOWN = [
    pytest.param(recipe(state), frame(COURSE, name, state), id=f"{name}-{state.id}")
    for name, entry in COURSE.figures.items()
    for state in entry.states
]
YEARS = [pytest.param(frames.plan_year(COURSE, unit), id=unit) for unit in COURSE.plans]


def test_the_shipped_course_has_every_kind() -> None:
    assert {state.kind for entry in COURSE.figures.values() for state in entry.states} == set(KINDS)


def can_be_read(figure) -> None:
    assert drawing.outside(figure) == []
    assert drawing.overlapping(figure) == []
    assert {text.get_rotation() for text in drawing.texts(figure)} == {0}
    assert min(text.get_fontsize() for text in drawing.texts(figure)) >= 14


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("how", "shown"), SHOWN)
def test_every_word_can_be_read_and_every_fact_is_there(how, shown: pd.DataFrame, layout: str) -> None:
    figure = how.page(shown, layout)
    can_be_read(figure)
    for number in shown.get("number", ()):
        assert number in drawing.words(figure)
    assert set(re.findall(r"#[0-9a-f]{6}", style.to_svg(figure))) <= set(PALETTE.values())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shown", YEARS)
def test_every_word_of_a_plans_year_can_be_read(shown: pd.DataFrame, layout: str) -> None:
    can_be_read(plan_year.plan_year(shown, layout))


def test_what_happens_in_a_month_stands_below_heads_of_two_lines() -> None:
    row = {"month": 1, "day": 1, "when": "Ngày 01/01", "title": "Họp rút kinh nghiệm", "source": "Kế hoạch"}
    shown = pd.DataFrame([{"id": kind, "kind": kind, **row} for kind in OCCASIONS])
    can_be_read(plan_year.plan_year(shown, "wide"))


@pytest.mark.parametrize(("how", "shown"), SHOWN)
def test_on_a_slide_every_word_stands_free_and_every_fact_is_there(how, shown: pd.DataFrame) -> None:
    shown = how.on_slide(shown)
    figure = how.slide(shown)
    assert drawing.outside(figure) == [] and drawing.overlapping(figure) == []
    assert min(text.get_fontsize() for text in drawing.texts(figure)) >= style.SLIDE.small
    for number in shown.get("number", ()):
        assert number in drawing.words(figure)


NEEDED = {
    "whole-and-parts": {"each": "Mỗi ô là một người."},
    "equal-cells": {"unit": "người"},
    "counted-cells": {"each": "Mỗi ô là một người."},
    "book-years": {"meetings": {"fact": "so-bai"}, "speeches": {"fact": "so-bai", "label": "Bài nói"}},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_drawn_without_the_words_that_may_be_left_out(kind: str) -> None:
    rows = [
        {"fact": "hoc-vien", "group": "Người"},
        {"fact": "so-bai", "group": "Bài", "parent": "hoc-vien"},
        {"fact": "trang-dau", "group": "Trang"},
    ]
    state = {"id": "mot", "label": "Một", "kind": kind} | NEEDED.get(kind, {})
    course = samples.course({"id": "thu", "rows": rows, "states": [state]})
    (given,) = course.figures["thu"].states
    shown = frame(course, "thu", given)
    how = recipe(given)
    for layout in LAYOUTS:
        can_be_read(how.page(shown, layout))
    assert drawing.outside(how.slide(shown)) == []
    assert how.words(shown).endswith(".") and "  " not in how.words(shown) and ".." not in how.words(shown)


@pytest.mark.parametrize("kind", ["bars", "log-dots", "areas", "whole-and-parts", "counted-cells"])
def test_lower_bounds_carry_a_sign_and_exact_figures_do_not(kind: str) -> None:
    state = {"id": "mot", "label": "Một", "kind": kind} | NEEDED.get(kind, {})
    (given,) = samples.course({"id": "thu", "states": [state]}).figures["thu"].states
    shown = samples.DIVIDED if kind == "whole-and-parts" else samples.GROUPED
    over = set(shown.loc[shown["qualifier"] == "over", "id"])
    signs = set(drawing.widths(recipe(given).page(shown, "wide"), "over"))
    # Of areas, the part has its sign where it is drawn large.
    assert signs == over
