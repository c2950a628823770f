"""Whole numbers in words, as Vietnamese texts spell them."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# After tens some digits have another sound.
_AFTER_TENS = {1: "(?:mốt|một)", 4: "(?:tư|bốn)", 5: "(?:lăm|nhăm)"}
_THOUSANDS = ("", "(?:nghìn|ngàn)", "triệu", "(?:tỷ|tỉ)")
LARGEST = 10**12 - 1


def pattern(value: int) -> str:
    """Return a regular expression for the ways in which a number is spelt: ``24`` → "hai mươi tư", "hai mươi bốn".

    Parameters
    ----------
    value
        From 0 to :data:`LARGEST`.
    """
    if value == 0:
        return _DIGITS[0]
    groups: list[str] = []
    for order, name in enumerate(_THOUSANDS):
        group, higher = value // 1000**order % 1000, value // 1000 ** (order + 1)
        if group:
            groups.insert(0, f"{_group(group, bool(higher))} {name}".strip())
    return " ".join(groups)


def _group(value: int, follows: bool) -> str:
    """Spell three digits; behind a higher group the hundreds may be said though there are none."""
    hundreds, rest = divmod(value, 100)
    if hundreds:
        return f"{_DIGITS[hundreds]} trăm{_after_hundreds(rest)}"
    return f"(?:không trăm )?{_after_hundreds(rest)[1:]}" if follows else _below_hundred(rest)


def _after_hundreds(rest: int) -> str:
    if not rest:
        return ""
    return f" (?:linh|lẻ) {_DIGITS[rest]}" if rest < 10 else f" {_below_hundred(rest)}"


def _below_hundred(value: int) -> str:
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    if tens == 1:
        return f"mười {'(?:lăm|nhăm)' if ones == 5 else _DIGITS[ones]}" if ones else "mười"
    return f"{_DIGITS[tens]} mươi" + (f" {_AFTER_TENS.get(ones, _DIGITS[ones])}" if ones else "")
