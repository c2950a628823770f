"""The year of one unit's plan: peaks, deadlines and reviews, month by month, or on one line."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from charts.canvas import Canvas, Run
from charts.kinds import KINDS
from charts.style import LayoutName, layout_named

# Room for the names of the months, in pixels; on a narrow chart they stand above what falls into them.
_MONTH = 86
# Rows of dates above the line of a slide.
_ROWS = 4


def plan_year(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """List the twelve months with what falls into them; what has no month stands below.

    Parameters
    ----------
    frame
        As :func:`charts.frames.plan_year` makes it, in the order of the year.
    layout
        ``wide`` gives each kind a column; ``narrow`` and ``slim`` write one below the other.
    """
    canvas = Canvas(layout_named(layout))
    kinds = [kind for kind in KINDS if kind in set(frame.loc[frame["month"].notna(), "kind"])]
    columns = _columns(canvas, kinds) if layout == "wide" else {}
    if columns:
        _column_heads(canvas, columns)
    for month in range(1, 13):
        _band(canvas, f"Tháng {month}", frame[frame["month"] == month], columns)
    always = frame[frame["month"].isna()]
    if len(always):
        _band(canvas, "Cả năm", always, {})
    canvas.rule()
    return canvas.finish()


def _columns(canvas: Canvas, kinds: list[str]) -> dict[str, tuple[float, float]]:
    gap = 20
    width = (canvas.width - _MONTH - gap * (len(kinds) - 1)) / max(1, len(kinds))
    return {kind: (_MONTH + index * (width + gap), width) for index, kind in enumerate(kinds)}


def _column_heads(canvas: Canvas, columns: dict[str, tuple[float, float]]) -> None:
    top = canvas.y
    bottoms = []
    for kind, (x, width) in columns.items():
        canvas.y = top
        canvas.paragraph(Run(KINDS[kind][0], "head"), x=x, width=width)
        bottoms.append(canvas.y)
    canvas.y = max(bottoms) + 6


def _band(canvas: Canvas, label: str, rows: pd.DataFrame, columns: dict) -> None:
    canvas.rule()
    top = canvas.y + 7
    canvas.y = top
    beside = _MONTH if canvas.layout.name == "wide" else 0
    canvas.paragraph(Run(label, "head" if len(rows) else "small"), width=beside or canvas.width)
    top = top if beside else canvas.y
    bottoms = [canvas.y]
    for _, items in rows.groupby("kind", sort=False) if columns else [("", rows)]:
        canvas.y = top
        for row in items.itertuples():
            x, width = columns.get(row.kind, (beside, canvas.width - beside))
            _entry(canvas, row, x, width, named=not columns)
        bottoms.append(canvas.y)
    canvas.y = max(bottoms) + 5


def _entry(canvas: Canvas, row, x: float, width: float, *, named: bool) -> None:
    name, color = KINDS[row.kind]
    _sign(canvas, row, x + 7, canvas.y + canvas.layout.text * 0.72, color)
    words = [Run(row.when, "head"), Run(row.title, "small", "kit-ink")]
    if named:
        words.insert(0, Run(f"{name}:", "small"))
    canvas.paragraph(*words, x=x + 20, width=width - 20)
    canvas.gap(4)


def _sign(canvas: Canvas, row, x: float, y: float, color: str) -> None:
    gid = f"{row.kind}:{row.id}"
    if row.kind == "peak":
        canvas.polygon([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], color, gid)
    elif row.kind == "deadline":
        canvas.polygon([(x - 6, y - 6), (x + 6, y - 6), (x, y + 6)], color, gid)
    elif row.kind == "review":
        canvas.dot(x, y, 6, color, gid=gid)
    else:
        canvas.box(x - 6, y - 3, 12, 6, color, gid=gid)


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that have a month."""
    return frame[frame["month"].notna()]


def timeline(frame: pd.DataFrame) -> Figure:
    """Draw the twelve months as a line for a slide, with a sign for each date above it and the kinds below.

    Parameters
    ----------
    frame
        As :func:`dated` gives it.
    """
    canvas = Canvas(layout_named("slide"))
    line, month = 250.0, canvas.width / 12
    ends, labels = [0.0] * _ROWS, []
    for row in frame.itertuples():
        day = row.day if pd.notna(row.day) else 15
        x = (row.month - 1 + (day - 1) / 31) * month
        words = Run(_short(row), "head", KINDS[row.kind][1])
        width = canvas.measure(words)
        left = min(max(0.0, x - width / 2), canvas.width - width)
        level = next((at for at, end in enumerate(ends) if left >= end), ends.index(min(ends)))
        ends[level] = left + width + 14
        y = line - 44 - level * 42
        canvas.line([(x, y + 8), (x, line - 12)], KINDS[row.kind][1], 1.5)
        _sign(canvas, row, x, line - 2, KINDS[row.kind][1])
        labels.append((left, y, words, width))
    # Above all lines: none runs through a date.
    for left, y, words, width in labels:
        canvas.box(left - 4, y - 25, width + 8, 33, "kit-surface")
        canvas.write(left, y, words)
    canvas.line([(0, line + 8), (canvas.width, line + 8)], "kit-muted", 3)
    for at in range(12):
        canvas.line([(at * month, line + 8), (at * month, line + 20)], "kit-muted", 2)
        canvas.write((at + 0.5) * month, line + 44, Run(str(at + 1), "text", "kit-muted"), align="center")
    _legend(canvas, frame, line + 96)
    canvas.y = line + 112
    return canvas.finish()


def _legend(canvas: Canvas, frame: pd.DataFrame, y: float) -> None:
    x = 0.0
    for kind, rows in frame.groupby("kind", sort=False):
        name, color = KINDS[kind]
        _sign(canvas, next(rows.itertuples()), x + 8, y - 9, color)
        words = Run(name)
        canvas.write(x + 24, y, words)
        x += 24 + canvas.measure(words) + 40


def _short(row) -> str:
    """Return a date as a label has room for it: day and month, or month and year where it has no day."""
    if pd.notna(row.day):
        return f"{row.day:02}/{row.month:02}"
    return f"{row.month}/{row.year}" if pd.notna(row.year) else f"T{row.month}"
