"""Numbers and dates the way Vietnamese administrative texts write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal

# A figure as its source gives it: a whole number, one with decimals, or words such as "hàng nghìn".
Amount = int | Decimal | str


def number(value: Amount) -> str:
    """Write a number with dots between thousands and a comma before decimals, as in ``"1.234,5"``; words stay."""
    return value if isinstance(value, str) else f"{value:,}".translate(_SIGNS)


_SIGNS = str.maketrans(",.", ".,")


def quantity(value: Amount, qualifier: Literal["exact", "over"], unit: str = "") -> str:
    """Write a figure with its "hơn" and its unit: ``"hơn 167.700 đảng viên"``, ``"98,7%"``."""
    words = ["hơn"] if qualifier == "over" else []
    words.append(number(value) + ("%" if unit == "%" else ""))
    if unit and unit != "%":
        words.append(unit)
    return " ".join(words)


def day(value: date) -> str:
    """Write a date as ``dd/mm/yyyy``."""
    return f"{value:%d/%m/%Y}"


def slug(name: str) -> str:
    """Write a name as an id: ``"Đảng ủy xã"`` → ``"dang-uy-xa"``."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", plain.translate(_NO_MARKS)))


_NO_MARKS = dict.fromkeys(range(768, 880))


def together(names: list[str]) -> str:
    """Write organisations in one line; "Các" is no part of a name, so within the line it is small."""
    others = (re.sub(r"^(Các|Đảng ủy các)\b", _lower, name) for name in names[1:])
    return "; ".join([*names[:1], *others])


def _lower(found: re.Match) -> str:
    return found[0].lower()
