"""Cells as a file has them, before anything is known of heads and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from exchange.cells import Cell, Share

Raw = Cell | Share


@dataclass(frozen=True)
class Area:
    """Cells that are merged into one; rows and columns count from 0, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet.

    Attributes
    ----------
    rows
        By rows from the top.
    typed
        Whether numbers are numbers already, as in a workbook; texts may still hold some.
    sheets
        Names of all sheets that can be chosen; none where the file has no sheets.
    semicolons
        Whether cells end at semicolons, as Excel writes where the comma is the decimal sign.
    """

    rows: list[list[Raw]]
    merged: list[Area] = field(default_factory=list)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    semicolons: bool = False
