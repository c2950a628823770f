"""Charts of the documents that were issued: bars, and squares of equal worth."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas
from charts.style import LayoutName, layout_named
from course import formats

# Worths that a square may have; the largest that goes into every figure is taken.
_WORTHS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
# Squares in a line; on a slide the most documents, with the sign of "hơn", stand in one.
_COLUMNS = {"wide": 20, "narrow": 10, "slide": 44}


def documents_bars(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw one bar for each issuer on one linear scale.

    Parameters
    ----------
    frame
        Columns as in :mod:`charts.frames`.
    layout
        ``wide`` or ``narrow``.
    """
    canvas = Canvas(layout_named(layout))
    scale = marks.bar_scale(canvas, frame["value"])
    for row in frame.itertuples():
        marks.row_text(canvas, row)
        marks.bar(canvas, row, scale, "kit-red")
        canvas.gap(14)
    marks.axis(canvas, scale)
    marks.over_note(canvas, frame)
    return canvas.finish()


def documents_cells(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw squares that each stand for the same number of documents."""
    canvas = Canvas(layout_named(layout))
    worth = cell_worth(frame["value"])
    marks.hint(canvas, f"Mỗi ô là {formats.number(worth)} văn bản.")
    for row in frame.itertuples():
        marks.row_text(canvas, row)
        marks.cells(canvas, row, "kit-red", per_cell=worth, columns=_COLUMNS[layout])
        canvas.gap(14)
    marks.over_note(canvas, frame)
    return canvas.finish()


def cell_worth(values: pd.Series) -> int:
    """Return the largest round number that divides every value: ``250, 300, 2000`` → ``50``."""
    return next(worth for worth in _WORTHS if all(value % worth == 0 for value in values))
