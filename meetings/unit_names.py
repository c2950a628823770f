"""Names of units as people write them: compared whatever the spelling, shown as they were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

# “hòa” and “hoà”, “khỏe” and “khoẻ”, “thủy” and “thuỷ” are one word each: the tone goes behind both vowels.
_TONE = "\u0300\u0301\u0303\u0309\u0323"
_EARLY_TONE = re.compile(rf"(o)([{_TONE}])([ae])|(u)([{_TONE}])(y)")
# Some keyboards write Ð (eth) for Đ.
_LETTERS = str.maketrans("ð–—−", "đ---")
_LOOSE = re.compile(r"\s*([-,.;:()])\s*")


def key(name: str) -> str:
    """Return a form in which two spellings of a unit's name are the same text.

    Letters are composed and small, tones stand where the newer spelling puts them, dashes are of one kind, spaces
    around signs do not count; marks and words do: “Chi bộ Hà” is not “Chi bộ Hạ”.
    """
    plain = unicodedata.normalize("NFD", " ".join(name.split()).casefold().translate(_LETTERS))
    placed = _EARLY_TONE.sub(lambda found: "".join(_behind(found)), plain)
    return unicodedata.normalize("NFC", _LOOSE.sub(r"\1", placed).strip(" .,;"))


def _behind(found: re.Match[str]) -> tuple[str, str, str]:
    first, tone, second = (part for part in found.groups() if part)
    return first, second, tone


def nearest(name: str, names: Iterable[str]) -> str:
    """Return which of some names a name is likely to be misspelt for; nothing where none is near."""
    by_key = {key(one): one for one in names}
    near = get_close_matches(key(name), by_key, n=1, cutoff=0.8)
    return by_key[near[0]] if near else ""
