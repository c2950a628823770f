"""Styles and scripts of the live deck: short modules, joined as plain scripts, and the vendored engine."""

from __future__ import annotations

from pathlib import Path

from widgets import esm

STATIC = Path(__file__).parents[1] / "static"
VENDOR = STATIC / "vendor"
# What a page loads; all other scripts in the folder are modules of these.
SCRIPTS = {
    "deck-theme.js": "deck_theme.js",
    "deck.js": "deck.js",
    "speaker.js": "speaker.js",
    "preflight.js": "preflight.js",
}


def files() -> dict[str, bytes]:
    """Return the deck's files by the names under which the pages ask for them."""
    found = {f"reveal.{kind}": (VENDOR / f"reveal.{kind}").read_bytes() for kind in ("js", "css")}
    found |= {"deck.css": _joined("deck.css", "deck_blocks.css", "deck_question.css", "speaker.css")}
    found |= {"preflight.css": _joined("preflight.css")}
    return found | {name: script(module).encode("utf-8") for name, module in SCRIPTS.items()}


def script(module: str) -> str:
    """Return a module with all that it imports as one plain script: ``file://`` loads no modules."""
    return f"(() => {{\n{esm.bundle(module, STATIC)}\n}})();\n"


def _joined(*names: str) -> bytes:
    return esm.styles(*names, folder=STATIC).encode("utf-8")
