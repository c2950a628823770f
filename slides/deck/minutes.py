"""How long a slide takes, read from its notes: "Khoảng ba phút." is three minutes."""

from __future__ import annotations

import re

_WORDS = {
    "nửa": 0.5, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
_SAID = re.compile(rf"[Kk]hoảng ({'|'.join(sorted(_WORDS, key=len, reverse=True))}|\d+) phút( rưỡi)?")


def words_for(minutes: float) -> str:
    """Return minutes as people read them: "nửa phút", "1,5 phút"."""
    return "nửa phút" if minutes == 0.5 else f"{minutes:g} phút".replace(".", ",")


def minutes_of(notes: str) -> float | None:
    """Return the last "khoảng … phút" of the notes in minutes; None where they name none."""
    said = _SAID.findall(notes)
    if not said:
        return None
    word, half = said[-1]
    return (_WORDS.get(word) or float(word)) + (0.5 if half else 0)


def ends_in_minutes(notes: str) -> bool:
    """Tell whether the last sentence of notes, and no other, is a slide's minutes in words."""
    sentences = [found for found in _SAID.finditer(notes) if found[0].startswith("K")]
    return len(sentences) == 1 and sentences[0][1] in _WORDS and notes.endswith(f"{sentences[0][0]}.")
