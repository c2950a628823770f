"""Markdown of a cell as the blocks of a slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import mistune

from slides.deck.model import Block, Bullets, Paragraph, Quote, Run, Runs, Table

_parse = mistune.create_markdown(renderer=None, plugins=["table"])
_STYLES = {"strong": "strong", "emphasis": "em"}
# What must not be broken into lines at its dash or slash: numbers of documents, spans of years, of pages, and pairs.
UNBROKEN = r"\d+-[A-ZĐ]+/[A-ZĐ]+|\d{4} [-–] \d{4}|\d+–(?:\d+|[A-H])"
_ROLES = {"Ghi chú:": "note", "Nguồn:": "source"}


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a Markdown text; headings become labels."""
    return [block for token in _parse(markdown) for block in _block(token)]


def plain(runs: Runs) -> str:
    """Return runs without their styles."""
    return "".join(run.text for run in runs)


def unbroken(words: str) -> str:
    """Return words with spaces that keep spans together where lines are broken by another program.

    Hyphens stay as they are: the font has none that keeps together, and a number of a document must be found.
    """
    return re.sub(UNBROKEN, lambda found: found[0].replace(" ", "\u00a0"), words)


def note_and_source(notes: Iterable[str], cite: str) -> list[Paragraph]:
    """Return what stands below a card or an answer: its notes, and its source."""
    below = [Paragraph((Run(f"Ghi chú: {note}"),), "note") for note in notes]
    return [*below, Paragraph((Run(f"Nguồn: {cite}"),), "source")]


def _block(token: dict) -> Iterator[Block]:
    kind = token["type"]
    if kind == "heading":
        yield Paragraph(_runs(token), "label")
    elif kind in ("paragraph", "block_text"):
        yield _paragraph(_runs(token))
    elif kind == "list":
        attrs = token["attrs"]
        items = tuple(_item(child) for child in token["children"])
        yield Bullets(items, attrs["ordered"], attrs.get("start", 1))
    elif kind == "block_quote":
        yield Quote(_joined(token["children"]))
    elif kind == "table":
        head, body = token["children"][0], token["children"][1:]
        rows = [row for part in body for row in part["children"]]
        yield Table(_cells(head), tuple(map(_cells, rows)))
    elif words := token.get("raw", "").strip():
        # Code and HTML have no look of their own on slides, but their words are not lost.
        yield Paragraph((Run(words),))


def _paragraph(runs: Runs) -> Paragraph:
    text = plain(runs)
    role = next((role for word, role in _ROLES.items() if text.startswith(word)), "text")
    only_strong = len(runs) == 1 and runs[0].style == "strong"
    return Paragraph(runs, "label" if only_strong and role == "text" else role)


def _item(token: dict) -> Runs:
    return _joined(token["children"])


def _joined(tokens: list[dict]) -> Runs:
    found: list[Run] = []
    for token in tokens:
        if "children" not in token:
            continue
        if found:
            found.append(Run(" "))
        found += _joined(token["children"]) if token["type"] == "list" else _runs(token)
    return tuple(found)


def _cells(token: dict) -> tuple[Runs, ...]:
    return tuple(_runs(cell) for cell in token["children"])


def _runs(token: dict, style: str = "") -> Runs:
    """Return the runs of a token; neighbours of the same style are joined."""
    found: list[Run] = []
    for child in token.get("children", []):
        inner = _STYLES.get(child["type"], style)
        text = " " if child["type"] in ("softbreak", "linebreak") else child.get("raw", "")
        for run in (Run(text, inner),) if text else _runs(child, inner):
            if found and found[-1].style == run.style:
                found[-1] = Run(found[-1].text + run.text, run.style)
            else:
                found.append(run)
    return tuple(found)
