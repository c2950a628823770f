"""What a cell says of its slide in ``metadata.slideshow``.

What it is there (``slide_type``), how long the slide takes and whether it begins what is done at home (``minutes`` and
``at_home``, of the notes), what kind of slide it is and what its title says where the page's heading is another
(``kind`` and ``title``, of the heading), and where the cell goes (``to``):
``notes`` lets the speaker tell what the page shows, ``wall`` keeps a cell from the page.
"""

from __future__ import annotations

from typing import Any

# JupyterLab offers "fragment" too, a piece that appears later; no face of a notebook shows pieces one by one.
SLIDE_TYPES = ("slide", "subslide", "-", "skip", "notes")
# A cell of these begins a slide; "-" and "notes" belong to the slide before them.
BEGINNINGS = ("slide", "subslide")
# Where a cell may go beside page and wall, which have it where it says nothing.
NOTES, WALL = "notes", "wall"
# What the notes of a slide must hold.
MINUTES_RULE = (
    "metadata.slideshow.minutes must be how many minutes the slide takes, whole or half ones, as in 3 or 0.5 "
    "(in JupyterLab: the gears)"
)


def slide_type(cell: dict[str, Any]) -> Any:
    """Return what a cell of nbformat's JSON says that it is on the slides; None where it says nothing."""
    return cell["metadata"].get("slideshow", {}).get("slide_type")


def minutes(cell: dict[str, Any]) -> Any:
    """Return how long a cell says that its slide takes, as written; None where it says nothing."""
    return cell["metadata"].get("slideshow", {}).get("minutes")


def kind(cell: dict[str, Any]) -> Any:
    """Return what kind of slide a heading says that it begins, as written; None where it says nothing."""
    return cell["metadata"].get("slideshow", {}).get("kind")


def title(cell: dict[str, Any]) -> str:
    """Return what a heading says that the slide's title is; empty where the heading is the title."""
    return cell["metadata"].get("slideshow", {}).get("title") or ""


def to(cell: dict[str, Any]) -> Any:
    """Return where a cell says that it goes, as written; None where it is for page and wall."""
    return cell["metadata"].get("slideshow", {}).get("to")


def at_home(cell: dict[str, Any]) -> bool:
    """Tell whether a cell says that its slide begins what is done at home: the room is led past it."""
    return cell["metadata"].get("slideshow", {}).get("at_home") is True


def are_minutes(value: Any) -> bool:
    """Tell whether a value is a time that a slide can take."""
    return type(value) in (int, float) and value > 0 and value * 2 % 1 == 0
