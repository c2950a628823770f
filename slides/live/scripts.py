"""Styles and scripts of the live deck: the bundles, and the vendored engine."""

from __future__ import annotations

from pathlib import Path

from widgets.bundled import bundles

SLIDES = Path(__file__).parents[1]
VENDOR = SLIDES / "static" / "vendor"


def files() -> dict[str, bytes]:
    """Return the deck's files by the names under which the pages ask for them."""
    engine = {f"reveal.{kind}": (VENDOR / f"reveal.{kind}").read_bytes() for kind in ("js", "css")}
    return engine | bundles(SLIDES / "bundles")
