"""Squares of true area: a whole, the fact inside it enlarged, and that fact's parts."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import LEADING, Canvas, Run
from charts.style import LayoutName, layout_named

HOW = "Diện tích các hình vuông theo đúng tỷ lệ; hình thứ hai phóng to ô nhỏ của hình thứ nhất."
# Sizes in pixels. On a wide chart of 720 two squares stand beside each other; on a narrow one, below each other, they
# take the width. At their right there is room for the sign of "hơn", between them for the lines that join them.
_SIDE = 306
_SIGN = 14
_BETWEEN = 44
# From the edge of a square to the small square in it, and to the words in it.
_INSET, _PADDING = 14, 16
# With this the words at the small square take three lines: fewer would reach further across the whole, more would
# rise to the whole's own words.
_LABEL = 170
# A corner of a square: x from the left, y from the top.
Point = tuple[float, float]


def areas(frame: pd.DataFrame, layout: LayoutName = "wide", *, apart: str = "") -> Figure:
    """Draw facts as squares of true area, the small one again enlarged.

    Only a whole and its parts are compared: the first parent in ``frame`` with
    the fact inside it, then that fact with its own parts. What has no part
    and no whole is written below as text.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it; one row at least has a ``parent``.
    layout
        ``wide``, ``narrow`` or ``slim``.
    apart
        Why the facts outside the whole are not drawn; written below them.
    """
    canvas = Canvas(layout_named(layout))
    marks.hint(canvas, HOW)
    outer, inner, parts, others = nested(frame)
    draw = _beside if layout == "wide" else _below
    draw(canvas, outer, inner, parts)
    _left_out(canvas, others, apart)
    marks.over_note(canvas, frame)
    return canvas.finish()


def _beside(canvas: Canvas, outer, inner, parts: list) -> None:
    """Draw the squares beside each other, with their words in them."""
    top = canvas.y
    second = (canvas.width - _SIDE - _SIGN, top)
    small = _SIDE * math.sqrt(inner.value / outer.value)
    spot = (_SIDE - _INSET - small, top + _SIDE - _INSET - small)
    zoom_lines(canvas, spot, small, second, _SIDE, sideways=True)
    _outer_square(canvas, outer, inner, (0.0, top), spot, small)
    _inner_square(canvas, inner, parts, second)
    canvas.y = top + _SIDE + 16


def _below(canvas: Canvas, outer, inner, parts: list) -> None:
    """Draw the squares below each other; in them stand the numbers alone, and below them what is counted."""
    side = canvas.width - _SIGN
    marks.row_text(canvas, outer)
    top = canvas.y + 6
    second = (0.0, top + side + _BETWEEN)
    small = side * math.sqrt(inner.value / outer.value)
    spot = (_INSET, top + side - _INSET - small)
    zoom_lines(canvas, spot, small, second, side, sideways=False)
    square(canvas, outer, (0.0, top), side, "kit-raised", "kit-muted")
    _numbered(canvas, inner, spot, small)
    square(canvas, inner, second, side, "kit-surface", "kit-red")
    bottom = second[1] + side - _PADDING
    for row in parts:
        size = side * math.sqrt(row.value / inner.value)
        _numbered(canvas, row, (_PADDING, bottom - size), size)
        bottom -= size + 12
    canvas.y = second[1] + side + 8
    marks.row_text(canvas, inner)
    if parts:
        canvas.paragraph(Run("Trong đó có:", "small"))
    for row in parts:
        marks.row_text(canvas, row)
    canvas.gap(8)


def _numbered(canvas: Canvas, row, corner, size: float) -> None:
    """Draw a fact as a filled area with its number at the right."""
    x, y = corner
    canvas.box(x, y, size, size, "kit-red", gid=f"area:{row.id}")
    canvas.write(x + size + 8, y + size / 2 + canvas.layout.text * 0.36, Run(row.number, "head"))


def nested(frame: pd.DataFrame) -> tuple[Any, Any, list, list]:
    """Return the first whole, the row inside it, that row's parts, the largest first, and what stands apart."""
    rows = {row.id: row for row in frame.itertuples()}
    inner = next(row for row in rows.values() if row.parent)
    parts = [row for row in rows.values() if row.parent == inner.id]
    apart = [row for row in rows.values() if not row.parent and row.id != inner.parent]
    return rows[inner.parent], inner, sorted(parts, key=lambda row: -row.value), apart


def zoom_lines(
    canvas: Canvas, corner: Point, small: float, target: Point, side: float, *, sideways: bool
) -> None:
    """Join the small square with the one that shows it enlarged.

    Parameters
    ----------
    corner, small
        Corner and side of the small square.
    target, side
        The same of the other, which stands at its right or below it.
    sideways
        Whether it stands at its right.
    """
    x, y = corner
    if sideways:
        pairs = [((x + small, y), target), ((x + small, y + small), (target[0], target[1] + side))]
    else:
        pairs = [((x, y + small), target), ((x + small, y + small), (target[0] + side, target[1]))]
    for start, end in pairs:
        canvas.dashes([start, end], "kit-muted")


def square(canvas: Canvas, row, corner: Point, side: float, fill: str, edge: str) -> None:
    """Draw a fact as an area, with the sign of "hơn" at its side.

    Parameters
    ----------
    row
        A row of the frame.
    fill, edge
        Names of colours in the palette.
    """
    canvas.box(*corner, side, side, fill, edge, gid=f"area:{row.id}")
    if row.qualifier == "over":
        canvas.chevron(corner[0] + side + 4, corner[1] + 24, "kit-red", 14, gid=f"over:{row.id}")


def _outer_square(canvas: Canvas, outer, inner, corner: Point, spot: Point, small: float) -> None:
    square(canvas, outer, corner, _SIDE, "kit-raised", "kit-muted")
    _stacked(canvas, outer, corner)
    canvas.box(*spot, small, small, "kit-red", gid=f"area:{inner.id}")
    label = [Run(inner.number, "head"), Run(inner.phrase, "small", "kit-ink")]
    canvas.y = spot[1] + small - len(canvas.lines(label, _LABEL)) * canvas.layout.text * LEADING
    canvas.paragraph(*label, x=spot[0] - _LABEL - 10, width=_LABEL)


def _inner_square(canvas: Canvas, inner, parts: list, corner: Point) -> None:
    square(canvas, inner, corner, _SIDE, "kit-surface", "kit-red")
    _stacked(canvas, inner, corner)
    bottom = corner[1] + _SIDE - _PADDING
    for row in parts:
        size = _SIDE * math.sqrt(row.value / inner.value)
        top = bottom - size
        canvas.box(corner[0] + _PADDING, top, size, size, "kit-red", gid=f"area:{row.id}")
        left = corner[0] + _PADDING + size + 10
        label = [Run(row.number, "head"), Run(row.phrase, "small", "kit-ink")]
        width = corner[0] + _SIDE - 10 - left
        height = len(canvas.lines(label, width)) * canvas.layout.small * LEADING
        canvas.y = top + max(0, (size - height) / 2) - 2
        canvas.paragraph(*label, x=left, width=width)
        bottom = top - 12


def _stacked(canvas: Canvas, row, corner: Point) -> None:
    canvas.y = corner[1] + _INSET
    x, width = corner[0] + _PADDING, _SIDE - 2 * _PADDING
    canvas.paragraph(Run(row.number, "number"), x=x, width=width)
    canvas.paragraph(Run(row.phrase), x=x, width=width)


def _left_out(canvas: Canvas, rows: list, why: str) -> None:
    for row in rows:
        marks.row_text(canvas, row)
    if rows and why:
        canvas.paragraph(Run(why, "small"))
