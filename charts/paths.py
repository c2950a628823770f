"""Writes the paths of a drawing in few letters: a page carries a drawing for every width that it may be shown in."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Coordinates are kept to a tenth of a pixel, and reckoned as whole tenths, so that steps add up to the places.
_PER_PIXEL = 10
_PIECE = re.compile(r"([A-Za-z])([^A-Za-z]*)")
# Numbers that a command takes; its last two are where it ends.
_TAKES = {"M": 2, "L": 2, "Q": 4, "C": 6, "z": 0, "Z": 0}

Point = tuple[int, int]


def number(value: float | str) -> str:
    """Write a length in pixels to a tenth: ``"93.523256"`` → ``"93.5"``."""
    return _written(_tenths(value))


def short(path: str) -> str:
    """Write a path's data with steps from point to point: ``"M 0 9 L 5 9 L 5 4 z"`` → ``"M0 9h5v-5z"``.

    Parameters
    ----------
    path
        Commands ``M``, ``L``, ``Q``, ``C`` and ``z`` with absolute coordinates in pixels, as matplotlib writes them.

    Returns
    -------
    str
        The same shape to a tenth of a pixel.

    Raises
    ------
    ValueError
        When there is another command, or one that has not its numbers.
    """
    return "".join(_pieces(path))


def _pieces(path: str) -> Iterator[str]:
    start = here = (0, 0)
    for command, rest in _PIECE.findall(path):
        values = [_tenths(value) for value in rest.split()]
        if len(values) != _TAKES.get(command, -1):
            raise ValueError(
                f"short: a path must hold M, L, Q, C and z with their numbers, got {command}{rest}"
            )
        if not values:
            here = start
            yield "z"
            continue
        points = list(zip(values[::2], values[1::2], strict=True))
        if command == "M":
            start = points[0]
            yield f"M{_joined(values)}"
        else:
            yield _step(command, here, points)
        here = points[-1]


def _step(command: str, here: Point, points: list[Point]) -> str:
    steps = [(x - here[0], y - here[1]) for x, y in points]
    if command != "L":
        return f"{command.lower()}{_joined([value for step in steps for value in step])}"
    [(right, down)] = steps
    if not down:
        return f"h{_written(right)}"
    return f"l{_joined([right, down])}" if right else f"v{_written(down)}"


def _joined(tenths: list[int]) -> str:
    return " ".join(map(_written, tenths)).replace(" -", "-")


def _tenths(value: float | str) -> int:
    return round(float(value) * _PER_PIXEL)


def _written(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), _PER_PIXEL)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if tenths < 0 else text
