"""``facts.csv``, as editors and as Excel save it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from course.errors import ContentError, Fault
from course.models import Fact

_FILE = "facts.csv"
_COLUMNS = list(Fact.model_fields)


def rows(text: str) -> Iterator[tuple[str, dict[str, Any]] | Fault]:
    """Yield each row with what messages call it, or what is wrong with it.

    Parameters
    ----------
    text
        The file's text; cells end at commas, semicolons (as Excel writes where the comma is the decimal sign) or tabs.

    Raises
    ------
    ContentError
        When the columns are not those of a figure, or the rest cannot be read.
    """
    table = csv.DictReader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    try:
        _check_columns(list(table.fieldnames or []))
        for row in table:
            yield _row(table.line_num, row)
    except csv.Error as error:
        rule, place = "not valid CSV: {problem}", f"at or after row {table.line_num}"
        raise ContentError(_FILE, place, rule, terms={"problem": error}) from None


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _check_columns(found: list[str]) -> None:
    if missing := [name for name in _COLUMNS if name not in found]:
        rule = "columns are missing: {missing}"
        raise ContentError(_FILE, "row 1", rule, found, {"missing": ", ".join(missing)})
    if extra := [name for name in found if name not in _COLUMNS or found.count(name) > 1]:
        raise ContentError(_FILE, "row 1", "unknown or repeated columns", extra)


def _row(line: int, row: dict) -> tuple[str, dict[str, Any]] | Fault:
    place = f"row {line} ({row['id']})"
    cells = [cell for name, cell in row.items() if name is not None and cell is not None] + row.get(None, [])
    if len(cells) != len(_COLUMNS):
        rule = "must have {columns} cells, it has {found}; put a cell that holds the separator in quotation marks"
        return Fault(_FILE, place, rule, terms={"columns": len(_COLUMNS), "found": len(cells)})
    value = row["value"].strip()
    # Words have no digit; "2.000", two thousand in Vietnam and 2 elsewhere, says which it is by having no dot.
    if not (amount := re.fullmatch(r"\d+(,\d+)?|[^\W\d][^\d]*", value)):
        rule = "must be digits with no dots, and a comma before decimals, or the source's words"
        return Fault(_FILE, f"{place} > value", rule, row["value"])
    number = Decimal(value.replace(",", ".")) if amount[1] else int(value) if value.isdigit() else value
    return place, row | {"value": number}
