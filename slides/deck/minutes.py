"""The minutes of a slide as people read them."""

from __future__ import annotations

_NUMBERS = (
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
    "mười một", "mười hai", "mười ba", "mười bốn", "mười lăm",
)  # fmt: skip


def in_figures(minutes: float) -> str:
    """Return minutes as they stand beside a title: "3 phút", "1,5 phút"."""
    return "nửa phút" if minutes == 0.5 else f"{minutes:g} phút".replace(".", ",")


def in_words(minutes: float) -> str:
    """Return the sentence in which notes end: "Khoảng ba phút.", "Khoảng một phút rưỡi."."""
    whole, half = divmod(minutes, 1)
    if whole == 0:
        return "Khoảng nửa phút."
    number = _NUMBERS[int(whole) - 1] if whole <= len(_NUMBERS) else f"{whole:g}"
    return f"Khoảng {number} phút{' rưỡi' if half else ''}."


def with_minutes(notes: str, minutes: float | None) -> str:
    """Return what is said on a slide, and after it how long that takes, where it is known."""
    return notes if minutes is None else f"{notes} {in_words(minutes)}".lstrip()
