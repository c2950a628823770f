"""A unit's own numbers as bars for the wall, beside figures of the course: each below the name of who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from charts import marks
from charts.canvas import Canvas, Run
from charts.marks import Scale
from charts.style import layout_named

# Share of the width for the words; labels of units are shorter than those of sources.
_WORDS = 0.55
_GAP = 20
_COLORS = ("kit-red", "kit-blue")


@dataclass(frozen=True)
class Voice:
    """Who says numbers: a heading, the rows below it, and where they stand.

    Attributes
    ----------
    heading
        Who; empty where the slide says it.
    frame
        With ``id, label, value, qualifier, number``: text of the row, value, ``exact`` or ``over``, and the number as
        it is read.
    source
        Named below the rows; empty for the unit's own.
    """

    heading: str
    frame: pd.DataFrame
    source: str = ""


def beside(voices: Sequence[Voice]) -> Figure:
    """Draw the rows of one voice after the other as bars on one linear scale, for a slide."""
    canvas = Canvas(layout_named("slide"))
    left = canvas.width * _WORDS + _GAP
    top = max(float(voice.frame["value"].max()) for voice in voices)
    scale = Scale(top, canvas.width - left - marks.OVERHANG, start=left)
    for voice, color in zip(voices, _COLORS, strict=False):
        if voice.heading:
            marks.heading(canvas, voice.heading)
        for row in voice.frame.itertuples():
            _row(canvas, row, scale, color)
        if voice.source:
            canvas.paragraph(Run(voice.source, "small"))
    marks.over_note(canvas, pd.concat([voice.frame for voice in voices]))
    return canvas.finish()


def words(voices: Sequence[Voice]) -> str:
    """Describe what :func:`beside` draws."""
    told = []
    for voice in voices:
        rows = "; ".join(f"{row.label}: {row.number}" for row in voice.frame.itertuples())
        told.append(
            ": ".join(filter(None, (voice.heading, rows))) + (f" ({voice.source})." if voice.source else ".")
        )
    return f"Biểu đồ thanh, mọi thanh cùng một thang. {' '.join(told)}"


def _row(canvas: Canvas, row, scale: Scale, color: str) -> None:
    top = canvas.y
    canvas.paragraph(Run(row.number, "number"), Run(row.label), width=canvas.width * _WORDS)
    bottom, height = canvas.y, canvas.layout.bar
    middle = (top + bottom) / 2
    canvas.line([(scale.start + 0.5, top), (scale.start + 0.5, bottom)], "kit-muted")
    if row.value:
        canvas.box(
            scale.start,
            middle - height / 2,
            scale(row.value) - scale.start,
            height,
            color,
            gid=f"bar:{row.id}",
        )
    if row.qualifier == "over":
        canvas.chevron(scale(row.value) + 5, middle, color, height * 0.7, gid=f"over:{row.id}")
    canvas.y = bottom + 6
