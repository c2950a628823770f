"""Tables of a unit's own, from CSV and Excel: heads, rows and numbers, as real files have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from course import formats
from exchange import cells
from exchange.cells import Cell, Share, Signs, written
from exchange.delimited import read_csv
from exchange.encodings import check_letters
from exchange.grid import Grid, Raw
from exchange.heads import laid_out
from exchange.table_error import TableError
from exchange.workbook import is_workbook, read_workbook

MOST_BYTES = 5 * 2**20
MOST_ROWS, MOST_COLUMNS = 2000, 40


@dataclass(frozen=True)
class Table:
    """A table that was read.

    Attributes
    ----------
    title
        What stands alone above the heads; often nothing.
    frame
        Its rows; columns by their heads, cells are texts, :class:`decimal.Decimal`, :class:`datetime.date` or None.
    units
        ``"%"`` by the heads of columns that hold shares.
    remarks
        What had to be decided in reading, for whoever knows the table to see whether it is right.
    sheet, sheets
        Which sheet it is, and which there are; nothing for CSV.
    """

    title: str
    frame: pd.DataFrame
    units: dict[str, str]
    remarks: tuple[str, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def numeric(self) -> list[str]:
        """Heads of the columns that hold numbers and nothing else, in at least one row."""
        return [name for name in self.frame if _all_numbers(self.frame[name].tolist())]

    def texts(self) -> list[list[str]]:
        """Return the rows as people read them."""
        rows = self.frame.itertuples(index=False, name=None)
        units = [self.units.get(name, "") for name in self.frame]
        return [[written(cell, unit) for cell, unit in zip(row, units, strict=True)] for row in rows]


def read_table(name: str, body: bytes, sheet: str = "") -> Table:
    """Return the table of a CSV or Excel file.

    Titles above the heads stand apart, merged heads are joined ("Năm 2024 – Đảng viên"), empty rows and columns are
    left out, numbers are read with the sign before decimals that their column shows.

    Parameters
    ----------
    name
        Of the file, for messages.
    body
        Its bytes.
    sheet
        Which sheet of a workbook; the first that holds something, when empty.

    Raises
    ------
    TableError
        When it cannot be read; says place, rule and remedy.
    """
    if len(body) > MOST_BYTES:
        rule = f"nặng hơn {MOST_BYTES // 2**20} MB; hãy chép phần cần dùng sang tệp mới"
        raise TableError(name, rule)
    most = MOST_ROWS, MOST_COLUMNS
    grid = read_workbook(name, body, sheet, most) if is_workbook(body) else read_csv(name, body)
    check_letters(name, (cell for row in grid.rows for cell in row if isinstance(cell, str)))
    title, heads, rows = laid_out(name, grid, most)
    columns, units, remarks = _columns(name, grid, heads, rows)
    return Table(title, pd.DataFrame(columns, dtype=object), units, tuple(remarks), grid.sheet, grid.sheets)


def _all_numbers(column: list[Cell]) -> bool:
    given = [cell for cell in column if cell is not None]
    return bool(given) and all(isinstance(cell, Decimal) for cell in given)


def _columns(
    name: str, grid: Grid, heads: list[str], rows: list[list[Raw]]
) -> tuple[dict[str, list[Cell]], dict[str, str], list[str]]:
    columns: dict[str, list[Cell]] = {}
    units: dict[str, str] = {}
    remarks: list[str] = []
    for at, head in enumerate(heads):
        if not head:
            continue
        texts = [cell for row in rows if isinstance(cell := row[at], str)]
        if formula := next((text for text in texts if text.startswith("=")), None):
            rule = "là công thức, không phải kết quả; hãy mở bằng Excel, bấm Lưu rồi chọn lại tệp"
            raise TableError(name, f"cột “{head}”", rule, value=formula)
        sign, said = _sign(name, head, texts, grid.semicolons)
        remarks += said
        read = [cells.parsed(cell, sign) if isinstance(cell := row[at], str) else cell for row in rows]
        given = [cell for cell in read if cell is not None]
        if given and all(isinstance(cell, Share) for cell in given):
            units[head] = "%"
        columns[head] = [_alone(cell, head in units) for cell in read]
    return columns, units, remarks


def _alone(cell: Raw, shares: bool) -> Cell:
    """Return a cell of a column; a share among other numbers keeps its sign, as a text."""
    if isinstance(cell, Share):
        return cell.value if shares else f"{formats.number(cell.value)}%"
    return cell


def _sign(name: str, head: str, texts: list[str], semicolons: bool) -> tuple[Signs, Iterator[str]]:
    """Return the sign before decimals of a column, and what is to be said of that."""
    sign, clash = cells.decimal_sign(texts)
    if clash:
        rule = "có số viết theo hai cách; hãy viết thống nhất, như 1.234,5"
        raise TableError(name, f"cột “{head}”", rule, value=" và ".join(clash))
    doubtful = next((text for text in texts if cells.doubtful(text)), None)
    chosen: Signs = sign or ","
    if sign or doubtful is None or semicolons:
        return chosen, iter(())
    value = written(_plain(cells.parsed(doubtful, chosen)))
    return chosen, iter([f"Cột “{head}”: “{doubtful}” được đọc là {value}; nếu sai, hãy ghi lại trong tệp."])


def _plain(cell: Raw) -> Cell:
    return cell.value if isinstance(cell, Share) else cell
