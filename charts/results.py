"""Charts of discipline and prosecution: bars, dots, areas, and one square a person."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas, Run
from charts.marks import Scale
from charts.style import LayoutName, layout_named

# Organisations are not persons: each group has its own colour and, as dots, its own shape.
_COLORS = ("kit-blue", "kit-red", "kit-gold")
AREAS = "Diện tích các hình vuông theo đúng tỷ lệ; hình thứ hai phóng to ô nhỏ của hình thứ nhất."
APART = "Nêu riêng, không vẽ chung: khác đơn vị đếm, hoặc kế hoạch ghi tách ra."


def discipline_bars(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw all figures as bars on one linear scale.

    Parameters
    ----------
    frame
        As :func:`charts.frames.discipline` makes it.
    layout
        ``wide`` (720 px) or ``narrow`` (330 px).
    """
    canvas = Canvas(layout_named(layout))
    scale = marks.bar_scale(canvas, frame["value"])
    marks.hint(canvas, "Mọi thanh cùng một thang. Thanh rất ngắn là đúng tỷ lệ.")
    _groups(canvas, frame, lambda row, color: marks.bar(canvas, row, scale, color))
    marks.axis(canvas, scale)
    marks.over_note(canvas, frame)
    return canvas.finish()


def discipline_dots(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw all figures as dots on a logarithmic scale; a bar's length would mislead there."""
    canvas = Canvas(layout_named(layout))
    scale = Scale(float(frame["value"].max()), canvas.width - marks.OVERHANG - 16, start=8, log=True)
    marks.hint(canvas, "Mỗi vạch gấp 10 lần vạch trước. Đọc vị trí của dấu trên vạch, không so độ dài.")
    organisations = frame["group"].iloc[0]
    radius = canvas.layout.bar * 0.4

    def draw(row, color: str) -> None:
        middle = canvas.y + 4 + radius
        dot(canvas, row, scale, color, middle, square=row.group == organisations)
        canvas.y = middle + radius + 4

    _groups(canvas, frame, draw)
    marks.axis(canvas, scale)
    marks.over_note(canvas, frame)
    return canvas.finish()


def _groups(canvas: Canvas, frame: pd.DataFrame, draw: Callable) -> None:
    phrases = {row.id: f"{row.number} {row.phrase}" for row in frame.itertuples()}
    for color, (group, rows) in zip(_COLORS, frame.groupby("group", sort=False), strict=False):
        marks.heading(canvas, group)
        parent = ""
        for row in rows.itertuples():
            if row.parent and row.parent != parent:
                canvas.paragraph(Run(f"Trong {phrases[row.parent]} có:", "small"))
                canvas.gap(2)
            parent = row.parent
            marks.row_text(canvas, row)
            draw(row, color)
            canvas.gap(8)
        canvas.gap(4)


def dot(canvas: Canvas, row, scale: Scale, color: str, middle: float, *, square: bool) -> None:
    """Draw a figure's place on the scale's line, as a dot or as a square; the cursor stays."""
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


def discipline_squares(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw persons as squares of true area, the small one again enlarged.

    Only a whole and its parts are compared: the first parent in ``frame`` with
    the figure inside it, then that figure with its own parts. What has no part
    and no whole is written below as text, because its unit is another or the
    source states it apart.
    """
    canvas = Canvas(layout_named(layout))
    outer, inner, parts, apart = nested(frame)
    marks.hint(canvas, AREAS)
    side = 306
    first = (0.0, canvas.y)
    wide = canvas.width >= 2 * side + 60
    second = (canvas.width - side - 14.0, canvas.y) if wide else (0.0, canvas.y + side + 44)
    small = side * math.sqrt(inner.value / outer.value)
    corner = (
        (side - 14 - small, first[1] + side - 14 - small) if wide else (14.0, first[1] + side - 14 - small)
    )
    zoom_lines(canvas, corner, small, second, side, sideways=wide)
    _outer_square(canvas, outer, inner, first, side, corner, small, beside=wide)
    _inner_square(canvas, inner, parts, second, side)
    canvas.y = second[1] + side + 16
    _left_out(canvas, apart)
    marks.over_note(canvas, frame)
    return canvas.finish()


def nested(frame: pd.DataFrame) -> tuple[Any, Any, list, list]:
    """Return the first whole, the figure inside it, that figure's parts, the largest first, and what stands apart."""
    rows = {row.id: row for row in frame.itertuples()}
    inner = next(row for row in rows.values() if row.parent)
    parts = [row for row in rows.values() if row.parent == inner.id]
    apart = [row for row in rows.values() if not row.parent and row.id != inner.parent]
    return rows[inner.parent], inner, sorted(parts, key=lambda row: -row.value), apart


def zoom_lines(canvas: Canvas, corner, small: float, target, side: float, *, sideways: bool) -> None:
    """Join the small square with the one that shows it enlarged, at its right or below."""
    x, y = corner
    if sideways:
        pairs = [((x + small, y), target), ((x + small, y + small), (target[0], target[1] + side))]
    else:
        pairs = [((x, y + small), target), ((x + small, y + small), (target[0] + side, target[1]))]
    for start, end in pairs:
        canvas.dashes([start, end], "kit-muted")


def square(canvas: Canvas, row, corner, side: float, fill: str, edge: str) -> None:
    """Draw a figure as an area, with the sign of "hơn" at its side."""
    canvas.box(*corner, side, side, fill, edge, gid=f"area:{row.id}")
    if row.qualifier == "over":
        canvas.chevron(corner[0] + side + 4, corner[1] + 24, "kit-red", 14, gid=f"over:{row.id}")


def _outer_square(
    canvas: Canvas, outer, inner, corner, side: float, spot, small: float, *, beside: bool
) -> None:
    square(canvas, outer, corner, side, "kit-raised", "kit-muted")
    canvas.y = corner[1] + 14
    _stacked(canvas, outer, corner[0] + 16, side - 32)
    canvas.box(*spot, small, small, "kit-red", gid=f"area:{inner.id}")
    label = [Run(inner.number, "head"), Run(inner.phrase, "small", "kit-ink")]
    width = 170
    lines = canvas.lines(label, width)
    canvas.y = spot[1] + small - len(lines) * canvas.layout.text * 1.45
    left = spot[0] - width - 10 if beside else spot[0] + small + 10
    canvas.paragraph(*label, x=left, width=width)


def _inner_square(canvas: Canvas, inner, parts: list, corner, side: float) -> None:
    square(canvas, inner, corner, side, "kit-surface", "kit-red")
    canvas.y = corner[1] + 14
    _stacked(canvas, inner, corner[0] + 16, side - 32)
    bottom = corner[1] + side - 16
    for row in parts:
        size = side * math.sqrt(row.value / inner.value)
        top = bottom - size
        canvas.box(corner[0] + 16, top, size, size, "kit-red", gid=f"area:{row.id}")
        left = corner[0] + 16 + size + 10
        label = [Run(row.number, "head"), Run(row.phrase, "small", "kit-ink")]
        width = corner[0] + side - 10 - left
        height = len(canvas.lines(label, width)) * canvas.layout.small * 1.45
        canvas.y = top + max(0, (size - height) / 2) - 2
        canvas.paragraph(*label, x=left, width=width)
        bottom = top - 12


def _stacked(canvas: Canvas, row, x: float, width: float) -> None:
    canvas.paragraph(Run(row.number, "number"), x=x, width=width)
    canvas.paragraph(Run(row.phrase), x=x, width=width)


def _left_out(canvas: Canvas, rows: list) -> None:
    for row in rows:
        marks.row_text(canvas, row)
    if rows:
        canvas.paragraph(Run(APART, "small"))


def officials_cells(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw officials one square each: the whole, its named parts, and those prosecuted.

    No rest is drawn: the source does not say whether the named parts have people in common.

    Parameters
    ----------
    frame
        As :func:`charts.frames.officials` makes it; one row with role ``whole``.
    layout
        ``wide`` or ``narrow``.
    """
    canvas = Canvas(layout_named(layout))
    whole = next(frame[frame["role"] == "whole"].itertuples())
    parts = frame[frame["role"] == "part"]
    marks.hint(canvas, "Mỗi ô là một người.")
    marks.row_text(canvas, whole)
    marks.cells(canvas, whole, "kit-red", hollow=True)
    canvas.gap(10)
    start, indent = canvas.y, 14
    canvas.paragraph(Run("Trong số đó:", "small"), x=indent)
    for row in parts.itertuples():
        marks.row_text(canvas, row, x=indent)
        marks.cells(canvas, row, "kit-red", x=indent)
        canvas.gap(10)
    canvas.paragraph(Run("Kế hoạch không cho biết hai nhóm này có trùng nhau hay không.", "small"), x=indent)
    canvas.line([(1.5, start + 2), (1.5, canvas.y - 4)], "kit-red", 3)
    for row in frame[frame["role"] == "apart"].itertuples():
        canvas.gap(12)
        canvas.rule()
        canvas.gap(10)
        marks.row_text(canvas, row)
        marks.cells(canvas, row, "kit-blue", hollow=True)
        canvas.paragraph(Run("Kế hoạch nêu riêng con số này; không cộng vào nhóm trên.", "small"))
    marks.over_note(canvas, frame)
    return canvas.finish()
