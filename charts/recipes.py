"""How each kind of ``figures.yml`` is drawn: on a page, on a slide, and in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.figure import Figure

from charts import alternatives, areas, bars, book, cells, compact, dots
from charts.style import LayoutName
from course.figures import State


@dataclass(frozen=True)
class Recipe:
    """The drawings of one way of showing.

    Attributes
    ----------
    page
        Draws a frame in a layout of a page: ``wide``, ``narrow`` or ``slim``.
    words
        Says what the drawing shows.
    slide
        Draws a frame for a slide.
    on_slide
        The rows of a frame that a slide shows.
    slide_words
        Says what the drawing for a slide shows, where that is not what ``words`` says.
    bars
        Whether the drawing for a slide is made of bars, each a fact.
    """

    page: Callable[[pd.DataFrame, LayoutName], Figure]
    words: Callable[[pd.DataFrame], str]
    slide: Callable[[pd.DataFrame], Figure]
    on_slide: Callable[[pd.DataFrame], pd.DataFrame] = lambda frame: frame
    slide_words: Callable[[pd.DataFrame], str] | None = None
    bars: bool = False

    def told(self, frame: pd.DataFrame) -> str:
        """Return in words what the drawing for a slide shows of the rows that it has."""
        return (self.slide_words or self.words)(frame)


def recipe(state: State) -> Recipe:
    """Return how a state is drawn, with the course's own words in it; references are put in already."""
    return _RECIPES[state.kind](state)


def _bars(state) -> Recipe:
    return Recipe(partial(bars.bars, hint=state.hint), alternatives.bars, compact.bars, bars=True)


def _log_dots(state) -> Recipe:
    return Recipe(dots.log_dots, alternatives.log_dots, compact.log_dots)


def _areas(state) -> Recipe:
    draw = partial(areas.areas, apart=state.apart)
    return Recipe(draw, alternatives.areas, compact.areas, compact.within)


def _whole_and_parts(state) -> Recipe:
    draw = partial(cells.whole_and_parts, hint=state.each, overlap=state.overlap, apart=state.apart)
    words = partial(alternatives.whole_and_parts, each=state.each, overlap=state.overlap_in_words)
    return Recipe(draw, words, compact.bars, compact.within, alternatives.bars, bars=True)


def _equal_cells(state) -> Recipe:
    draw = partial(cells.equal_cells, unit=state.unit)
    return Recipe(draw, alternatives.equal_cells, partial(draw, layout="slide"))


def _counted_cells(state) -> Recipe:
    hint = f"{state.each} {state.remark}".rstrip()
    draw, slide = (partial(module.counted_cells, hint=hint) for module in (cells, compact))
    return Recipe(draw, partial(alternatives.counted_cells, each=state.each), slide)


def _book_pages(state) -> Recipe:
    return Recipe(book.book_pages, alternatives.book_pages, partial(book.book_pages, layout="slide"))


def _book_years(state) -> Recipe:
    draw = partial(book.book_years, remark=state.meetings.remark)
    return Recipe(draw, alternatives.book_years, partial(draw, layout="slide"))


_RECIPES: dict[str, Callable[..., Recipe]] = {
    "bars": _bars,
    "log-dots": _log_dots,
    "areas": _areas,
    "whole-and-parts": _whole_and_parts,
    "equal-cells": _equal_cells,
    "counted-cells": _counted_cells,
    "book-pages": _book_pages,
    "book-years": _book_years,
}
