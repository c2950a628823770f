"""Charts for the wall: one row a figure, few words, letters that the back of a room can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from charts import areas as page_areas
from charts import dots as page_dots
from charts import marks
from charts.canvas import Canvas, Run
from charts.marks import Scale
from charts.style import layout_named

# Shares of the width that the words may have; the marks have the rest. A drawing that is higher than the 410 px which
# a slide has for it is made smaller there, and its letters with it.
_SHARES = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
# In pixels: from the words to the marks, and how far a part stands to the right of its whole.
_GAP = 20
_INDENT = 26


def bars(frame: pd.DataFrame) -> Figure:
    """Draw every fact as one row: its number and words at the left, its bar at the right.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it. Rows of one ``group`` share a colour; a row with a ``parent`` stands
        a little to the right, as a part of it.
    """
    canvas = Canvas(layout_named("slide"))
    words = _words(canvas, frame)
    left = words + _GAP
    scale = Scale(float(frame["value"].max()), canvas.width - left - marks.OVERHANG, start=left)

    def draw(row, color: str, top: float, height: float) -> None:
        bar, middle = canvas.layout.bar, top + height / 2
        canvas.line([(left + 0.5, top), (left + 0.5, top + height)], "kit-muted")
        canvas.box(left, middle - bar / 2, scale(row.value) - left, bar, color, gid=f"bar:{row.id}")
        if row.qualifier == "over":
            canvas.chevron(scale(row.value) + 5, middle, color, bar * 0.7, gid=f"over:{row.id}")

    _rows(canvas, frame, words, draw)
    marks.over_note(canvas, frame)
    return canvas.finish()


def log_dots(frame: pd.DataFrame) -> Figure:
    """Draw every fact as one row, with a mark on a logarithmic scale at the right; the first group's are square."""
    canvas = Canvas(layout_named("slide"))
    words = _words(canvas, frame)
    room = canvas.width - words - _GAP - marks.OVERHANG - 16
    scale = Scale(float(frame["value"].max()), room, words + _GAP + 8, log=True)

    def draw(row, color: str, top: float, height: float) -> None:
        square = page_dots.is_square(frame, row)
        page_dots.dot(canvas, row, scale, color, top + height / 2, square=square)

    _rows(canvas, frame, words, draw)
    top = canvas.y
    # The labels of all ticks would meet.
    marks.axis(canvas, scale, scale.ticks()[:: len(scale.ticks()) - 1])
    canvas.y = top
    canvas.paragraph(Run("Mỗi vạch gấp 10 lần vạch trước.", "small"))
    marks.over_note(canvas, frame)
    return canvas.finish()


def counted_cells(frame: pd.DataFrame, *, hint: str) -> Figure:
    """Draw every fact as one row, with one square for each that is counted at the right."""
    canvas = Canvas(layout_named("slide"))
    marks.hint(canvas, hint)
    words = _words(canvas, frame)

    def draw(row, color: str, top: float, height: float) -> None:
        canvas.y = top
        marks.cells(canvas, row, color, x=words + _GAP, columns=20)

    _rows(canvas, frame, words, draw)
    marks.over_note(canvas, frame)
    return canvas.finish()


def areas(frame: pd.DataFrame) -> Figure:
    """Draw what :func:`charts.areas.areas` does within the whole, with the words below and beside the squares.

    Parameters
    ----------
    frame
        As :func:`within` gives it.
    """
    canvas = Canvas(layout_named("slide"))
    outer, inner, parts, _ = page_areas.nested(frame)
    side, inset, between = 240.0, 14.0, 50.0
    second = (side + between, 0.0)
    small = side * math.sqrt(inner.value / outer.value)
    spot = (side - inset - small, side - inset - small)
    page_areas.zoom_lines(canvas, spot, small, second, side, sideways=True)
    bottoms = []
    for row, corner, colors in (
        (outer, (0.0, 0.0), ("kit-raised", "kit-muted")),
        (inner, second, ("kit-surface", "kit-red")),
    ):
        page_areas.square(canvas, row, corner, side, *colors)
        canvas.y = inset
        canvas.paragraph(Run(row.number, "number"), x=corner[0] + inset, width=side - inset)
        canvas.y = side + 6
        canvas.paragraph(Run(row.phrase), x=corner[0], width=side + 10)
        bottoms.append(canvas.y)
    canvas.box(*spot, small, small, "kit-red", gid=f"area:{inner.id}")
    x, bottom = second[0] + inset, side - inset
    for row in parts:
        size = side * math.sqrt(row.value / inner.value)
        canvas.box(x, bottom - size, size, size, "kit-red", gid=f"area:{row.id}")
        canvas.write(
            x + size / 2, bottom - size / 2 + canvas.layout.text * 0.36, Run(row.number, "head", "kit-surface"),
            align="center",
        )  # fmt: skip
        x += size + inset
    canvas.y = 0
    for row in parts:
        _beside(canvas, row, second[0] + side + 34)
    canvas.y = max(canvas.y, *bottoms)
    return canvas.finish()


def within(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of one whole with its parts and theirs; what the source tells apart is left out."""
    parents = set(frame["parent"])
    return frame[(frame["parent"] != "") | frame["id"].isin(parents)]


def _beside(canvas: Canvas, row, x: float) -> None:
    canvas.paragraph(*_runs(row), x=x)
    canvas.gap(10)


def _words(canvas: Canvas, frame: pd.DataFrame) -> float:
    """Return the least width with which the rows' words have as few lines as can be."""

    def lines(width: float) -> int:
        return sum(len(canvas.lines(_runs(row), width - left)) for row, left in _indented(frame))

    return min((share * canvas.width for share in _SHARES), key=lines)


def _rows(canvas: Canvas, frame: pd.DataFrame, words: float, draw: Callable[..., None]) -> None:
    """Write each row's words and let ``draw(row, color, top, height)`` put its mark beside them."""
    colors = marks.group_colors(frame)
    for row, left in _indented(frame):
        top = canvas.y
        canvas.paragraph(*_runs(row), x=left, width=words - left)
        bottom = canvas.y
        draw(row, colors[row.id], top, bottom - top)
        canvas.y = max(bottom, canvas.y) + 3


def _runs(row) -> list[Run]:
    return [Run(row.number, "number"), Run(row.phrase)]


def _indented(frame: pd.DataFrame) -> Iterator[tuple[Any, float]]:
    """Yield the rows, each with how far it stands to the right."""
    for row in frame.itertuples():
        yield row, _depth(frame, row) * _INDENT


def _depth(frame: pd.DataFrame, row) -> int:
    """Return how many wholes a row is inside."""
    parents = dict(zip(frame["id"], frame["parent"], strict=True))
    depth, name = 0, parents[row.id]
    while name:
        depth, name = depth + 1, parents.get(name, "")
    return depth
