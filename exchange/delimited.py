"""CSV as Excel, LibreOffice and others save it."""

from __future__ import annotations

import csv
import io
import re
import statistics

from exchange.encodings import decoded
from exchange.grid import Grid, Raw
from exchange.table_error import TableError

# Excel's own choice first: where a line has as many of each, the comma stands within numbers.
_SIGNS = ";\t,"
_LINES = 20


def read_csv(name: str, body: bytes) -> Grid:
    """Return the cells of a CSV file, all of them as texts.

    Raises
    ------
    TableError
        When it is in an older code page, or no CSV.
    """
    text = decoded(name, body)
    if "\0" in text:
        raise TableError(name, "không phải tệp CSV; hãy chọn tệp .csv hoặc .xlsx")
    # Excel's own word on what ends a cell.
    if said := re.match(r"sep=(.)\r?\n", text):
        text = text[said.end() :]
    sign = said[1] if said else _sign(text)
    try:
        rows: list[list[Raw]] = [list(row) for row in csv.reader(io.StringIO(text), delimiter=sign)]
    except csv.Error as error:
        raise TableError(
            name, f"không đọc được như CSV ({error}); hãy lưu lại từ Excel thành .xlsx"
        ) from None
    return Grid(rows, semicolons=sign == ";")


def _sign(text: str) -> str:
    """Return what ends the cells: the sign that gives the most columns in the first lines."""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES]
    found = {sign: [len(row) for row in csv.reader(lines, delimiter=sign)] for sign in _SIGNS}
    return max(_SIGNS, key=lambda sign: statistics.median(found[sign] or [0]))
