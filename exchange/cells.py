"""A cell of a table as people in Việt Nam write it: numbers, shares and days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from course import formats

# What a cell holds: a text, a number, a day, or nothing.
Cell = str | Decimal | dt.date | None
Signs = Literal[",", "."]

_SPACES = re.compile(r"[\s\u00a0\u202f']")
_NUMBER = re.compile(r"[-+−]?\d[\d.,]*|[-+−]?[.,]\d+")
_GROUPED = {",": re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?"), ".": re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True)
class Share:
    """A number of hundredths, as in “12,5%”."""

    value: Decimal


def decimal_sign(cells: Iterable[str]) -> tuple[Signs | None, tuple[str, str] | None]:
    """Find the sign before decimals in the cells of a column.

    Returns
    -------
    sign
        ``","`` or ``"."``, or None where no cell tells.
    clash
        Two cells that tell different signs, where there are such.
    """
    told: dict[Signs, str] = {}
    for cell in cells:
        if sign := _tells(_bare(cell)):
            told.setdefault(sign, cell)
    if len(told) == 2:
        return None, (told[","], told["."])
    return next(iter(told), None), None


def _tells(number: str) -> Signs | None:
    if not _NUMBER.fullmatch(number):
        return None
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        return "," if number.rfind(",") > number.rfind(".") else "."
    if dots > 1 or commas > 1:
        return "," if dots else "."
    sign: Signs = "," if commas else "."
    # One group of three digits may be thousands or thousandths.
    if dots + commas == 0 or re.fullmatch(r"[-+−]?[1-9]\d{0,2}[.,]\d{3}", number):
        return None
    return sign


def doubtful(cell: str) -> bool:
    """Tell whether a cell reads as thousands with one sign before decimals and as thousandths with the other."""
    return bool(re.fullmatch(r"[-+−]?[1-9]\d{0,2}[.,]\d{3}", _bare(cell)))


def parsed(cell: str, sign: Signs) -> Cell | Share:
    """Return what a text is: a number, a share, a day, or the text.

    Parameters
    ----------
    cell
        As written.
    sign
        The sign before decimals.
    """
    text = " ".join(cell.split())
    if not text:
        return None
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        try:
            return dt.date(year, month, day)
        except ValueError:
            return text
    number = _number(_bare(text), sign)
    if number is None:
        return text
    return Share(number) if text.endswith("%") else number


def _bare(cell: str) -> str:
    return _SPACES.sub("", cell.strip().removesuffix("%"))


def _number(bare: str, sign: Signs) -> Decimal | None:
    if not _NUMBER.fullmatch(bare):
        return None
    unsigned = bare.lstrip("+-−")
    # A phone number, a code: what begins with 0 is no number to count with.
    if re.fullmatch(r"0\d+", unsigned):
        return None
    group = "." if sign == "," else ","
    if group in unsigned and not _GROUPED[sign].fullmatch(unsigned):
        return None
    if unsigned.count(sign) > 1:
        return None
    value = Decimal(unsigned.replace(group, "").replace(sign, "."))
    return -value if bare[0] in "-−" else value


def written(cell: Cell, unit: str = "") -> str:
    """Return a cell as people read it: “1.234,5”, “12%”, “19/05/2025”; nothing stays nothing."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return formats.number(cell) + unit
    return formats.day(cell) if isinstance(cell, dt.date) else cell
