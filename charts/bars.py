"""Bars in true length on one linear scale."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas
from charts.style import LayoutName, layout_named


def bars(frame: pd.DataFrame, layout: LayoutName = "wide", *, hint: str = "") -> Figure:
    """Draw every fact as a bar, under the heading of its group where there are groups.

    Parameters
    ----------
    frame
        As :func:`charts.frames.facts` makes it.
    layout
        ``wide``, ``narrow`` or ``slim``.
    hint
        How the chart is to be read; written above it.
    """
    canvas = Canvas(layout_named(layout))
    scale = marks.bar_scale(canvas, frame["value"])
    if hint:
        marks.hint(canvas, hint)
    marks.groups(canvas, frame, lambda row, color: marks.bar(canvas, row, scale, color))
    marks.axis(canvas, scale)
    marks.over_note(canvas, frame)
    return canvas.finish()
