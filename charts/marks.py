"""Marks that several charts use: row texts, scales, bars, dots, cells, the sign of "hơn"."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from charts.canvas import Canvas, Run
from course import formats

# Room at the right for the sign of "hơn" behind the longest bar.
OVERHANG = 18
# Between two labels of a scale, in pixels.
_APART = 8
_COLORS = ("kit-blue", "kit-red", "kit-gold")


@dataclass(frozen=True)
class Scale:
    """Turns a value into pixels from the left edge; ``top`` lies ``length`` right of ``start``."""

    top: float
    length: float
    start: float = 0
    log: bool = False

    def __call__(self, value: float) -> float:
        """Return the place of ``value``."""
        share = math.log10(value) / math.log10(self.top) if self.log else value / self.top
        return self.start + share * self.length

    def ticks(self) -> list[int]:
        """Return round values: powers of ten on a log scale, four steps or so on a linear one."""
        if self.log:
            return [10**power for power in range(int(math.log10(self.top)) + 1)]
        step = _round_step(self.top / 4)
        return list(range(0, int(self.top) + 1, step))


def _round_step(least: float) -> int:
    power = 10 ** math.floor(math.log10(max(least, 1)))
    return int(next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least))


def bar_scale(canvas: Canvas, values: pd.Series) -> Scale:
    """Return a scale from zero on which the largest value fills the width."""
    return Scale(top=float(values.max()), length=canvas.width - OVERHANG)


def row_text(canvas: Canvas, row, x: float = 0) -> None:
    """Write a row's number, large, and what it counts."""
    canvas.paragraph(Run(row.number, "number"), Run(row.phrase), x=x)


def bar(canvas: Canvas, row, scale: Scale, color: str) -> None:
    """Draw a bar in true length over faint ticks; behind "hơn" it stays open."""
    top, height = canvas.y + 4, canvas.layout.bar
    strip_ticks(canvas, scale, top, height)
    canvas.box(scale.start, top, scale(row.value) - scale.start, height, color, gid=f"bar:{row.id}")
    if row.qualifier == "over":
        canvas.chevron(scale(row.value) + 5, top + height / 2, color, height * 0.7, gid=f"over:{row.id}")
    canvas.y = top + height + 4


def strip_ticks(canvas: Canvas, scale: Scale, top: float, height: float) -> None:
    """Draw the scale's ticks behind one row."""
    for value in scale.ticks():
        x = scale(value)
        color = "kit-muted" if value == 0 else "kit-line"
        canvas.line([(x + 0.5, top - 3), (x + 0.5, top + height + 3)], color)


def axis(canvas: Canvas, scale: Scale, ticks: Iterable[int] | None = None) -> None:
    """Write the values of the ticks, kept inside the figure."""
    labels = [(scale(value), formats.number(value)) for value in ticks or scale.ticks()]
    axis_labels(canvas, labels)


def axis_labels(canvas: Canvas, labels: list[tuple[float, str]]) -> None:
    """Write labels below their places on one line, kept inside the figure; one that has no room is left out.

    The ends of a scale are always written.
    """
    size = canvas.layout.small
    placed = [_placed(canvas, x, Run(words, "small")) for x, words in labels]
    *others, (last, _, _) = placed
    free = 0.0
    for left, right, run in placed:
        if left != last and others and (left < free or right + _APART > last):
            continue
        canvas.write(left, canvas.y + size * 1.1, run)
        free = right + _APART
    canvas.y += size * 1.5


def _placed(canvas: Canvas, x: float, run: Run) -> tuple[float, float, Run]:
    width = canvas.measure(run)
    left = min(max(0, x - width / 2), canvas.width - width - 3)
    return left, left + width, run


def cells(
    canvas: Canvas,
    row,
    color: str,
    *,
    per_cell: int = 1,
    columns: int = 0,
    x: float = 0,
    hollow: bool = False,
) -> None:
    """Draw one square for each ``per_cell`` of the row's value; behind "hơn" a sign stands at the end.

    Parameters
    ----------
    row
        A row of the frame.
    color
        Name of a colour in the palette.
    columns
        Squares on a line; as many as the layout has, when 0.
    x
        Where the lines begin, in pixels.
    hollow
        Whether squares are outlines.
    """
    columns = columns or canvas.layout.columns
    pitch = math.floor((canvas.width - x) / columns)
    side = pitch - max(2, round(pitch * 0.14))
    top, count = canvas.y + 5, row.value / per_cell
    corners: list[tuple[float, float, float, float]] = [
        (x + index % columns * pitch, top + index // columns * pitch, side * min(1, count - index), side)
        for index in range(math.ceil(count))
    ]
    if hollow:
        inset = [(left + 0.75, up + 0.75, wide - 1.5, high - 1.5) for left, up, wide, high in corners]
        canvas.boxes(inset, "", color, gid=f"cells:{row.id}")
    else:
        canvas.boxes(corners, color, gid=f"cells:{row.id}")
    after = len(corners)
    if row.qualifier == "over":
        column, line = after % columns, after // columns
        middle = top + line * pitch + side / 2
        canvas.chevron(x + column * pitch + 4, middle, color, side * 0.8, gid=f"over:{row.id}")
        after += 1
    canvas.y = top + math.ceil(after / columns) * pitch + 2


def heading(canvas: Canvas, words: str) -> None:
    """Begin a group: a thin rule and its name."""
    canvas.rule()
    canvas.gap(8)
    canvas.paragraph(Run(words, "head"))
    canvas.gap(2)


def group_colors(frame: pd.DataFrame) -> dict[str, str]:
    """Return each row's colour by its id: one for each group, so that what differs in kind looks different."""
    if not frame["group"].any():
        return dict.fromkeys(frame["id"], "kit-red")
    order = {group: index for index, group in enumerate(dict.fromkeys(frame["group"]))}
    return {row.id: _COLORS[order[row.group] % len(_COLORS)] for row in frame.itertuples()}


def groups(canvas: Canvas, frame: pd.DataFrame, draw: Callable[..., None]) -> None:
    """Write headings and each row's words, and let ``draw(row, color)`` put its mark below them."""
    phrases = {row.id: f"{row.number} {row.phrase}" for row in frame.itertuples()}
    colors = group_colors(frame)
    for group, rows in frame.groupby("group", sort=False):
        if group:
            heading(canvas, group)
        parent = ""
        for row in rows.itertuples():
            if row.parent and row.parent != parent:
                canvas.paragraph(Run(f"Trong {phrases[row.parent]} có:", "small"))
                canvas.gap(2)
            parent = row.parent
            row_text(canvas, row)
            draw(row, colors[row.id])
            # Within a group the rows belong together.
            canvas.gap(8 if group else 14)
        if group:
            canvas.gap(4)


def hint(canvas: Canvas, words: str) -> None:
    """Say above the drawing how it is to be read."""
    canvas.paragraph(Run(words, "small"))
    canvas.gap(10)


def over_note(canvas: Canvas, frame: pd.DataFrame) -> None:
    """Explain the sign of "hơn", if a fact of the frame has it."""
    if not has_over(frame):
        return
    canvas.gap(8)
    canvas.chevron(2, canvas.y + canvas.layout.small * 0.75, "kit-muted", canvas.layout.small * 0.8)
    canvas.paragraph(Run(OVER_NOTE, "small"), x=20)


OVER_NOTE = "Dấu này là “hơn”: con số thật lớn hơn mức được vẽ."


def has_over(frame: pd.DataFrame) -> bool:
    """Tell whether a fact of the frame is a lower bound."""
    return bool((frame["qualifier"] == "over").any())
