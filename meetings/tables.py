"""Tables of a Word paper: with lines around their cells, or without as places side by side."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell

from meetings import word

CENTRE, LEFT, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
# How high a row is that is written in by hand.
_HAND_ROW = Mm(9)
# A table of so many rows stands on one page.
_SHORT = 5


def table(
    document: Document, width: Length, heads: Sequence[str], rows: Sequence[Sequence[str]],
    shares: Sequence[float], size: Length,
) -> None:  # fmt: skip
    """Add a table whose head stands again on every page.

    Parameters
    ----------
    document
        At its end.
    width
        Of the whole table.
    heads, rows, shares, size
        As in :meth:`meetings.papers.Paper.table`.
    """
    made = document.add_table(0, len(heads), style="Table Grid")
    for index, texts in enumerate([heads, *rows]):
        row = made.add_row()
        row.height = None if any(texts) else _HAND_ROW
        for cell, text in zip(row.cells, texts, strict=True):
            line(cell, text, bold=index == 0, size=size, align=CENTRE if index == 0 else LEFT)
    _lay(made, width, shares)
    word.repeat_head(made)
    if len(rows) <= _SHORT:
        for row in made.rows[:-1]:
            word.keep_together(row.cells)


def columns(document: Document, width: Length, *shares: float) -> list[_Cell]:
    """Add cells side by side without lines around them; the last one takes what the shares of the width leave."""
    made = document.add_table(1, len(shares) + 1)
    _lay(made, width, [*shares, 1 - sum(shares)])
    return list(made.rows[0].cells)


def line(
    cell: _Cell, text: str, *, bold: bool = False, italic: bool = False, size: Length | None = None,
    align: WD_ALIGN_PARAGRAPH = CENTRE,
) -> None:  # fmt: skip
    """Write a line into a cell, whose first one stands there already and is empty."""
    paragraph = cell.paragraphs[0]
    if cell.paragraphs[1:] or paragraph.runs:
        paragraph = cell.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    if size:
        word.sized(paragraph, size)


def _lay(made: Table, width: Length, shares: Sequence[float]) -> None:
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Length(int(width * share))
        for cell in column.cells:
            cell.width = column.width
