"""The list of units that should send a file: a text with one a line, or a table of CSV or Excel."""

from __future__ import annotations

from pathlib import Path

from exchange.encodings import decoded
from exchange.table_error import TableError
from exchange.tables import Table, read_table

# What the head of the column with the units says, the likeliest first.
_HEADS = ("đơn vị", "chi bộ", "đảng bộ", "tổ chức", "tên")


def read(path: Path, column: str = "") -> list[str]:
    """Return the names of units in the order of the list.

    Parameters
    ----------
    path
        A ``.txt`` with one name a line, or a ``.csv`` or ``.xlsx`` with heads.
    column
        Head of the column with the names; found by what it says, when empty.

    Raises
    ------
    TableError
        When it cannot be read, names no unit, or does not tell which column has them.
    """
    body = path.read_bytes()
    if path.suffix.lower() == ".txt":
        cells = decoded(path.name, body).splitlines()
    else:
        table = read_table(path.name, body)
        cells = table.frame[_column(path.name, table, column)].tolist()
    names = [" ".join(cell.split()) for cell in cells if isinstance(cell, str) and cell.strip()]
    if not names:
        raise TableError(path.name, "không có tên đơn vị nào; hãy ghi mỗi dòng một đơn vị")
    return names


def _column(name: str, table: Table, wanted: str) -> str:
    heads = [str(head) for head in table.frame]
    texts = [head for head in heads if head not in table.numeric]
    said = [head for words in _HEADS for head in texts if words in head.lower()]
    found = (
        [head for head in heads if head == wanted] if wanted else said or (texts if len(texts) == 1 else [])
    )
    if not found:
        rule = "chưa rõ cột nào ghi tên đơn vị; hãy ghi tên cột bằng --column"
        raise TableError(name, f"{rule}; các cột: {'; '.join(heads)}")
    return found[0]
