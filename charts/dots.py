"""Marks on a logarithmic scale, for facts too far apart for bars."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas
from charts.marks import Scale
from charts.style import LayoutName, layout_named


def log_dots(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw every fact as a mark on a logarithmic scale; a bar's length would mislead there.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it, values of 1 or more.
    layout
        ``wide``, ``narrow`` or ``slim``.
    """
    canvas = Canvas(layout_named(layout))
    scale = Scale(float(frame["value"].max()), canvas.width - marks.OVERHANG - 16, start=8, log=True)
    marks.hint(canvas, "Mỗi vạch gấp 10 lần vạch trước. Đọc vị trí của dấu trên vạch, không so độ dài.")
    radius = canvas.layout.bar * 0.4

    def draw(row, color: str) -> None:
        middle = canvas.y + 4 + radius
        dot(canvas, row, scale, color, middle, square=is_square(frame, row))
        canvas.y = middle + radius + 4

    marks.groups(canvas, frame, draw)
    marks.axis(canvas, scale)
    marks.over_note(canvas, frame)
    return canvas.finish()


def is_square(frame: pd.DataFrame, row) -> bool:
    """Tell whether a row's mark is square: those of the first group are, for readers who do not see the colours."""
    return bool(row.group) and row.group == frame["group"].iloc[0]


def dot(canvas: Canvas, row, scale: Scale, color: str, middle: float, *, square: bool) -> None:
    """Draw a fact's place on the scale's line, as a dot or as a square; the cursor stays."""
    radius = canvas.layout.bar * 0.4
    top = middle - radius
    canvas.line([(scale(1), middle), (scale(scale.top), middle)], "kit-line")
    marks.strip_ticks(canvas, scale, top, 2 * radius)
    x = scale(row.value)
    if square:
        canvas.box(x - radius, top, 2 * radius, 2 * radius, color, gid=f"dot:{row.id}")
    else:
        canvas.dot(x, middle, radius, color, gid=f"dot:{row.id}")
    if row.qualifier == "over":
        canvas.chevron(x + radius + 4, middle, color, radius * 1.7, gid=f"over:{row.id}")
