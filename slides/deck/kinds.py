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
    largest
        The largest scale of the text beside the usual size, which is the smallest.
    middle
        Whether title and text stand in the middle of the height; else at the top.
    ground
        Name of the ground's colour in the palette, without ``kit-``.
    quiet
        Whether the title stands back behind what is below it.
    margin
        Room at both sides, in points.
    lead
        How much of the height that is left may stand between title and text, in points.
    """

    title: int = 34
    largest: float = 1.45
    middle: bool = False
    ground: str = "surface"
    quiet: bool = False
    margin: int = 48
    lead: int = 0


LOOKS: dict[Kind, Look] = {
    "cover": Look(title=46, largest=1.0, middle=True, ground="ground", margin=96, lead=12),
    "section": Look(title=54, largest=1.3, middle=True, ground="red", lead=16),
    "statement": Look(title=44, largest=1.3, middle=True, lead=16),
    "number": Look(largest=1.45, middle=True, quiet=True, lead=16),
    "comparison": Look(title=38, largest=1.3, lead=60),
    "quotation": Look(title=28, largest=1.7, middle=True, ground="raised", quiet=True, margin=84, lead=16),
    "points": Look(title=40, largest=1.45, lead=60),
    "diagram": Look(largest=1.1),
    "figure": Look(largest=1.1),
    "map": Look(largest=1.1),
    "timeline": Look(largest=1.1),
    # In larger letters a span of years would not fit into a cell.
    "table": Look(largest=1.0, lead=30),
    "question": Look(largest=1.45),
    "answer": Look(largest=1.3),
    "activity": Look(title=38, largest=1.3, ground="ground", lead=60),
    "closing": Look(title=28, largest=1.8, middle=True, ground="gold-soft", quiet=True, margin=84, lead=16),
}


def plain_looks() -> dict[str, dict[str, Any]]:
    """Return the looks as JSON values, as templates receive them."""
    return {kind: vars(look) for kind, look in LOOKS.items()}
