"""Squares that count: each stands for one, or all for the same round number."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas, Run
from charts.style import LayoutName, layout_named
from course import formats
from course.figures import square_worth

# Squares in a line. On a slide the largest fact of the shipped course, with the sign of "hơn", stands in one.
_COLUMNS = {"wide": 20, "narrow": 10, "slim": 10, "slide": 44}
_COLORS = ("kit-red", "kit-gold", "kit-blue")
# How far the parts stand to the right of their whole, in pixels; the line beside them has room there.
_INDENT = 14


def equal_cells(frame: pd.DataFrame, layout: LayoutName = "wide", *, unit: str) -> Figure:
    """Draw squares that each stand for the same number.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it.
    layout
        ``wide``, ``narrow``, ``slim`` or ``slide``.
    unit
        What a square stands for a number of, e.g. "văn bản".
    """
    canvas = Canvas(layout_named(layout))
    worth = square_worth(frame["value"])
    marks.hint(canvas, f"Mỗi ô là {formats.number(worth)} {unit}.")
    for row in frame.itertuples():
        marks.row_text(canvas, row)
        marks.cells(canvas, row, "kit-red", per_cell=worth, columns=_COLUMNS[layout])
        canvas.gap(14)
    marks.over_note(canvas, frame)
    return canvas.finish()


def counted_cells(frame: pd.DataFrame, layout: LayoutName = "wide", *, hint: str) -> Figure:
    """Draw one square for each that is counted, under the headings of the groups.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it, every row with a ``group``.
    layout
        ``wide``, ``narrow`` or ``slim``.
    hint
        What a square stands for; written above the chart.
    """
    canvas = Canvas(layout_named(layout))
    marks.hint(canvas, hint)
    for order, (group, rows) in enumerate(frame.groupby("group", sort=False)):
        marks.heading(canvas, group)
        for row in rows.itertuples():
            marks.row_text(canvas, row)
            marks.cells(canvas, row, _COLORS[order % len(_COLORS)])
            canvas.gap(8)
        canvas.gap(4)
    marks.over_note(canvas, frame)
    return canvas.finish()


def whole_and_parts(
    frame: pd.DataFrame, layout: LayoutName = "wide", *, hint: str, overlap: str = "", apart: str = ""
) -> Figure:
    """Draw one square for each of a whole, of its named parts, and of what stands apart.

    No rest is drawn: the parts may have members in common.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it; one row is the ``parent`` of others.
    layout
        ``wide``, ``narrow`` or ``slim``.
    hint
        What a square stands for; written above the chart.
    overlap
        Whether the parts have members in common, as far as the source tells.
    apart
        Why a fact outside the whole is not added to it.
    """
    canvas = Canvas(layout_named(layout))
    whole, parts, others = divided(frame)
    marks.hint(canvas, hint)
    marks.row_text(canvas, whole)
    marks.cells(canvas, whole, "kit-red", hollow=True)
    canvas.gap(10)
    _parts(canvas, parts, overlap)
    for row in others:
        canvas.gap(12)
        canvas.rule()
        canvas.gap(10)
        marks.row_text(canvas, row)
        marks.cells(canvas, row, "kit-blue", hollow=True)
        if apart:
            canvas.paragraph(Run(apart, "small"))
    marks.over_note(canvas, frame)
    return canvas.finish()


def divided(frame: pd.DataFrame) -> tuple[Any, list, list]:
    """Return the whole, its parts, and the rows that stand apart."""
    rows = {row.id: row for row in frame.itertuples()}
    parts = [row for row in rows.values() if row.parent]
    whole = rows[parts[0].parent]
    return whole, parts, [row for row in rows.values() if not row.parent and row.id != whole.id]


def _parts(canvas: Canvas, parts: list, overlap: str) -> None:
    start = canvas.y
    canvas.paragraph(Run("Trong số đó:", "small"), x=_INDENT)
    for row in parts:
        marks.row_text(canvas, row, x=_INDENT)
        marks.cells(canvas, row, "kit-red", x=_INDENT)
        canvas.gap(10)
    if overlap:
        canvas.paragraph(Run(overlap, "small"), x=_INDENT)
    canvas.line([(1.5, start + 2), (1.5, canvas.y - 4)], "kit-red", 3)
