"""Numbers and dates the way Vietnamese administrative texts write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal


def number(value: int) -> str:
    """Write a whole number with dots between thousands: ``167700`` → ``"167.700"``."""
    return f"{value:,}".replace(",", ".")


def quantity(value: int, qualifier: Literal["exact", "over"], unit: str = "") -> str:
    """Write a figure with its "hơn" and its unit: ``"hơn 167.700 đảng viên"``."""
    words = ["hơn"] if qualifier == "over" else []
    words.append(number(value))
    if unit:
        words.append(unit)
    return " ".join(words)


def day(value: date) -> str:
    """Write a date as ``dd/mm/yyyy``."""
    return f"{value:%d/%m/%Y}"


def together(names: list[str]) -> str:
    """Write organisations in one line; "Các" is no part of a name, so within the line it is small."""
    others = (re.sub(r"^(Các|Đảng ủy các)\b", _lower, name) for name in names[1:])
    return "; ".join([*names[:1], *others])


def _lower(found: re.Match) -> str:
    return found[0].lower()
