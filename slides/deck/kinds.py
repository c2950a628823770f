"""What kinds of slides there are, and what each looks like in every output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "cover", "section", "statement", "number", "comparison", "quotation", "points", "diagram", "figure", "map",
    "timeline", "table", "question", "answer", "activity", "closing",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Look:
    """How slides of a kind look.

    Attributes
    ----------
    title
        Size of the title's letters, in points of a slide 540 high.
    largest, smallest
        The largest and the smallest scale of the text beside the usual size.
    middle
        Whether title and text stand in the middle of the height; else at the top.
    ground
        Name of the ground's colour in the palette, without ``kit-``.
    quiet
        Whether the title stands back behind what is below it.
    margin
        Room at both sides, in points.
    """

    title: int = 34
    largest: float = 1.45
    smallest: float = 1.0
    middle: bool = False
    ground: str = "surface"
    quiet: bool = False
    margin: int = 48


LOOKS: dict[Kind, Look] = {
    "cover": Look(title=46, largest=1.0, middle=True, ground="ground", margin=96),
    "section": Look(title=54, largest=1.3, middle=True, ground="red"),
    "statement": Look(title=44, largest=1.3, middle=True),
    "number": Look(largest=1.45, middle=True, quiet=True),
    "comparison": Look(largest=1.3),
    "quotation": Look(title=28, largest=1.7, middle=True, ground="raised", quiet=True, margin=84),
    "points": Look(largest=1.6),
    "diagram": Look(),
    "figure": Look(),
    "map": Look(),
    "timeline": Look(),
    # In larger letters a span of years would not fit into a cell.
    "table": Look(largest=1.0),
    "question": Look(largest=1.45, smallest=0.8),
    "answer": Look(largest=1.3, smallest=0.8),
    "activity": Look(largest=1.3, ground="ground"),
    "closing": Look(title=28, largest=1.8, middle=True, ground="gold-soft", quiet=True, margin=84),
}


def plain_looks() -> dict[str, dict[str, Any]]:
    """Return the looks as JSON values, as templates receive them."""
    return {kind: vars(look) for kind, look in LOOKS.items()}
