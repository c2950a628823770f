"""Icons of Lucide (see VENDORED.md), as what stands in an SVG of 24 × 24."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def icon(name: str) -> str:
    """Return the shapes of an icon, to be drawn as lines."""
    return (_HERE / f"{name}.svg").read_text("utf-8").strip()
