"""A chart for the wall: one row a figure, few words, letters that the back of a room can read."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from widgets.charts import marks
from widgets.charts.canvas import LEADING, Canvas, Run
from widgets.charts.marks import Scale
from widgets.charts.style import layout_named

# Share of the width for the words; the bars have the rest.
_WORDS = 0.68
_GAP = 20
_INDENT = 26
_COLORS = ("kit-blue", "kit-red", "kit-gold")


def rows(frame: pd.DataFrame) -> Figure:
    """Draw every figure as one row: its number and words at the left, its bar at the right.

    Parameters
    ----------
    frame
        Columns as in :mod:`widgets.charts.frames`. Rows of one ``group`` share a colour where there is
        that column; a row with a ``parent`` stands a little to the right, as a part of it.
    """
    canvas = Canvas(layout_named("slide"))
    left = canvas.width * _WORDS + _GAP
    scale = Scale(float(frame["value"].max()), canvas.width - left - marks.OVERHANG, start=left)
    colors = _colors(frame)
    for row in frame.itertuples():
        _row(canvas, row, scale, colors[row.id], _depth(frame, row) * _INDENT)
    marks.over_note(canvas, frame)
    return canvas.finish()


def _colors(frame: pd.DataFrame) -> dict[str, str]:
    if "group" not in frame:
        return dict.fromkeys(frame["id"], "kit-red")
    order = {group: index for index, group in enumerate(dict.fromkeys(frame["group"]))}
    return {row.id: _COLORS[order[row.group] % len(_COLORS)] for row in frame.itertuples()}


def _depth(frame: pd.DataFrame, row) -> int:
    """Return how many wholes a row is inside."""
    parents = dict(zip(frame["id"], frame["parent"], strict=True)) if "parent" in frame else {}
    depth, name = 0, parents.get(row.id, "")
    while name:
        depth, name = depth + 1, parents.get(name, "")
    return depth


def _row(canvas: Canvas, row, scale: Scale, color: str, indent: float) -> None:
    words = [Run(row.number, "number"), Run(row.phrase)]
    width = canvas.width * _WORDS - indent
    lines = canvas.lines(words, width)
    height = sum(max(run.size(canvas.layout) for run in line) * LEADING for line in lines)
    top = canvas.y
    canvas.paragraph(*words, x=indent, width=width)
    bar = canvas.layout.bar
    middle = top + height / 2
    canvas.line([(scale.start + 0.5, top), (scale.start + 0.5, top + height)], "kit-muted")
    canvas.box(scale.start, middle - bar / 2, scale(row.value) - scale.start, bar, color, gid=f"bar:{row.id}")
    if row.qualifier == "over":
        canvas.chevron(scale(row.value) + 5, middle, color, bar * 0.7, gid=f"over:{row.id}")
    canvas.y = top + height + 8
