"""What a cell shows: typed blocks, without saying how they look.

Cells make them (:class:`shown.piece.Piece`, and every widget for its reading form); pages, decks, PDF, PPTX and
printed forms are renderers of them. They travel as JSON (:mod:`shown.json`) in a MIME type of our own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "strong", "em", "code"]


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style; ``href`` makes it a link."""

    text: str
    style: Style = ""
    href: str = ""


Runs = tuple[Run, ...]

# What marks the kit's own explanation on every face.
COMMENTARY = "Cách hiểu của bộ tài liệu"


def words(*parts: str | Run) -> Runs:
    """Return runs of texts on one line: white space is folded, neighbours of the same style are joined.

    Parameters
    ----------
    parts
        Plain texts, and runs that have a style (:func:`strong`, :func:`em`).
    """
    found: list[Run] = []
    for part in parts:
        run = part if isinstance(part, Run) else Run(part)
        run = Run(re.sub(r"\s+", " ", run.text), run.style, run.href)
        if found and (found[-1].style, found[-1].href) == (run.style, run.href):
            found[-1] = Run(found[-1].text + run.text, run.style, run.href)
        elif run.text:
            found.append(run)
    return tuple(found)


def strong(text: str) -> Run:
    """Return words that carry weight."""
    return Run(text.strip(), "strong")


def em(text: str) -> Run:
    """Return words that stand back, such as a place in a source."""
    return Run(text.strip(), "em")


def plain(runs: Runs) -> str:
    """Return runs without their styles."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes
    ----------
    role
        What it is for: text, a label above a list, a note, a source, the message of a session, a number that is
        shown large (its strong words) with what it counts.
    anchor
        Name of the place, for links to it; empty where nothing leads there.
    """

    runs: Runs
    role: Literal["text", "label", "note", "source", "message", "number"] = "text"
    anchor: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading inside what is shown; ``level`` counts from 1, as in HTML."""

    runs: Runs
    level: int
    anchor: str = ""


@dataclass(frozen=True)
class Item:
    """An item of a list.

    Attributes
    ----------
    below
        The blocks that follow its first line.
    brief
        The same in fewer of its words, for slides; empty where it is short.
    """

    runs: Runs
    below: tuple[Block, ...] = ()
    anchor: str = ""
    brief: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; ``start`` is the number of its first item where it is ordered."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True)
class Quote:
    """Words of a source."""

    runs: Runs


@dataclass(frozen=True)
class Commentary:
    """The kit's own explanation: every face marks it as such, and puts no source to it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes
    ----------
    anchors
        Names of the rows' places, one a row; empty where no row is a place.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Definition:
    """A term with its meaning, and where the term is met."""

    term: str
    meaning: str
    found: str
    anchor: str


@dataclass(frozen=True)
class Definitions:
    """Terms with their meanings, in their order."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True)
class Answers:
    """The answers to questions that stand above; paper puts them on a page of their own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Code:
    """Text that is shown letter by letter."""

    text: str


@dataclass(frozen=True)
class Drawing:
    """A picture that explains, as SVG; ``alt`` says what is drawn."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True)
class Folded:
    """What pages fold away under a label, and paper shows in full; slides have no room for it."""

    label: str
    blocks: tuple[Block, ...]


Block = (
    Paragraph
    | Heading
    | Bullets
    | Quote
    | Commentary
    | Table
    | Definitions
    | Answers
    | Code
    | Drawing
    | Folded
)


def bullets(*items: Runs | Item | str, ordered: bool = False) -> Bullets:
    """Return a list of texts, runs or items."""
    return Bullets(tuple(map(_item, items)), ordered)


def _item(one: Runs | Item | str) -> Item:
    return one if isinstance(one, Item) else Item(words(one) if isinstance(one, str) else one)


def table(header: list[str], rows: list[list[str]], anchors: list[str] | None = None) -> Table:
    """Return a table of plain texts.

    Parameters
    ----------
    header, rows
        Its cells, by columns.
    anchors
        As in :class:`Table`.
    """
    cells = tuple(tuple(words(cell) for cell in row) for row in rows)
    return Table(tuple(words(cell) for cell in header), cells, tuple(anchors or ()))


def label(text: str) -> Paragraph:
    """Return a label, as above a list."""
    return Paragraph(words(strong(text)), "label")


def text(*parts: str | Run, anchor: str = "") -> Paragraph:
    """Return an ordinary paragraph."""
    return Paragraph(words(*parts), anchor=anchor)


def paragraphs(several: str) -> list[Paragraph]:
    """Return a paragraph for each line of a text, as in a folded YAML text."""
    return [text(line.strip()) for line in several.splitlines() if line.strip()]
