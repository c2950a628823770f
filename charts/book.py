"""Charts of the book: its parts on the page axis, and the speeches over the years."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas, Run
from charts.style import LayoutName, layout_named
from course import formats

_COLORS = ("kit-red", "kit-gold", "kit-blue")


def book_pages(frame: pd.DataFrame, layout: LayoutName = "wide") -> Figure:
    """Draw each part as a bar from its first to its last page on one page axis.

    Parameters
    ----------
    frame
        As :func:`charts.frames.book_pages` makes it, in the order of the pages.
    layout
        ``wide``, ``narrow``, ``slim`` or ``slide``.
    """
    canvas = Canvas(layout_named(layout))
    start, end = frame["first"].min(), frame["last"].max() + 1

    def place(page: float) -> float:
        return (page - start) / (end - start) * canvas.width

    if layout != "slide":
        marks.hint(canvas, "Mỗi thanh dài đúng bằng số trang của phần đó.")
    for order, row in enumerate(frame.itertuples()):
        head, title = Run(row.group, "head"), Run(row.label)
        if layout == "slide":
            # Every line counts, and the axis says what the numbers are.
            span = f"{formats.number(row.first)}–{formats.number(row.last)}"
            canvas.paragraph(head, Run(span, "small"), title)
        else:
            canvas.paragraph(head, Run(row.text, "small"))
            canvas.paragraph(title)
        top, height = canvas.y + 5, canvas.layout.bar
        canvas.line([(0, top + height / 2), (canvas.width, top + height / 2)], "kit-line")
        left, right = place(row.first), place(row.last + 1)
        canvas.box(left, top, right - left, height, _COLORS[order % len(_COLORS)], gid=f"bar:{row.id}")
        canvas.y = top + height + 14
    _page_axis(canvas, frame, place)
    return canvas.finish()


def _page_axis(canvas: Canvas, frame: pd.DataFrame, place) -> None:
    canvas.line([(0, canvas.y), (canvas.width, canvas.y)], "kit-muted")
    pages = [*frame["first"], frame["last"].max()]
    for page in pages:
        x = min(max(0.5, place(page)), canvas.width - 0.5)
        canvas.line([(x, canvas.y), (x, canvas.y + 5)], "kit-muted")
    canvas.gap(6)
    if canvas.layout.name == "slide":
        words = [f"trang {formats.number(page)}" for page in pages]
        marks.axis_labels(canvas, list(zip(map(place, pages), words, strict=True)))
        return
    marks.axis_labels(canvas, [(place(page), formats.number(page)) for page in pages])
    canvas.paragraph(Run("số trang trong sách", "small"))


def book_years(frame: pd.DataFrame, layout: LayoutName = "wide", *, remark: str = "") -> Figure:
    """Draw the years of the speeches as dots under the span of the meetings.

    Parameters
    ----------
    frame
        As :func:`charts.frames.book_years` makes it.
    layout
        ``wide``, ``narrow``, ``slim`` or ``slide``.
    remark
        What else is to be known of the meetings; follows their years.
    """
    canvas = Canvas(layout_named(layout))
    first, last = int(frame["start"].min()), int(frame["end"].max())
    pitch = canvas.width / (last - first + 1)

    def middle(year: int) -> float:
        return (year - first + 0.5) * pitch

    speeches = frame[frame["kind"] == "speech"]
    for row in frame[frame["kind"] == "meetings"].itertuples():
        _meetings(canvas, row, remark, middle(row.start) - pitch / 2, middle(row.end) + pitch / 2)
    _speeches(canvas, speeches, middle, [middle(year) for year in range(first, last + 1)])
    # A narrow chart has no room for the labels of neighbouring years: those of the speeches go first.
    years = range(first, last + 1) if layout in ("wide", "slide") else sorted(set(speeches["start"]))
    marks.axis_labels(canvas, [(middle(year), str(year)) for year in years])
    return canvas.finish()


def _meetings(canvas: Canvas, row, remark: str, left: float, right: float) -> None:
    marks.row_text(canvas, row)
    words = "; ".join(filter(None, [f"từ năm {row.start} đến năm {row.end}", remark]))
    canvas.paragraph(Run(words, "small"))
    top, height = canvas.y + 6, canvas.layout.bar
    canvas.box(left, top, right - left, height, "kit-gold-soft", "kit-gold", gid="span:meetings")
    canvas.y = top + height + 20


def _speeches(canvas: Canvas, speeches: pd.DataFrame, middle, years: list[float]) -> None:
    marks.row_text(canvas, next(speeches.itertuples()))
    radius = canvas.layout.bar * 0.45
    line = canvas.y + 10 + radius
    canvas.line([(0, line), (canvas.width, line)], "kit-muted")
    for x in years:
        canvas.line([(x, line - 4), (x, line + 4)], "kit-muted")
    for row in speeches.itertuples():
        canvas.dot(middle(row.start), line, radius, "kit-red", gid=f"dot:{row.start}")
    canvas.y = line + radius + 8
