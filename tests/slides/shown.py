"""What a slide says, in the deck model and in what was written from it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pypdf

from shown.model import plain
from slides.deck.model import (
    Bullets,
    Columns,
    Deck,
    Figure,
    Live,
    Paragraph,
    Question,
    Quote,
    Slide,
    Table,
)
from tests import pdf


def texts(blocks: tuple, *, answered: bool = False) -> Iterator[str]:
    """Yield every text of some blocks, in the order in which they are read."""
    for block in blocks:
        if isinstance(block, (Paragraph, Quote)):
            yield plain(block.runs)
        elif isinstance(block, Bullets):
            yield from map(plain, block.items)
        elif isinstance(block, Table):
            yield from (plain(cell) for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, Figure):
            yield from (bar.shown for bar in block.bars)
        elif isinstance(block, Live):
            yield block.title
        elif isinstance(block, Columns):
            yield from texts(block.left)
            yield from texts(block.right)
        elif isinstance(block, Question):
            yield from _of_answer(block) if answered else _of_question(block)


def _of_question(one: Question) -> Iterator[str]:
    yield from (one.prompt, *(option.text for option in one.options), *(side.text for side in one.sides))


def _of_answer(one: Question) -> Iterator[str]:
    yield from (one.prompt, one.answer, one.explanation)


def on_paper(deck: Deck) -> list[Slide]:
    """Return the slides that do not only hold what needs a screen."""
    return [slide for slide in deck.slides if slide.for_paper]


def asks(slide: Slide) -> bool:
    """Tell whether a slide holds a question, and so is followed by its answer."""
    return any(isinstance(block, Question) for block in slide.blocks)


def faces(deck: Deck) -> Iterator[tuple[Slide, bool]]:
    """Yield what becomes a page each: a slide, and for a question its answer."""
    for slide in on_paper(deck):
        yield slide, False
        if asks(slide):
            yield slide, True


@cache
def pages(data: bytes) -> list[str]:
    """Return the text of each page of a PDF, on one line."""
    return pdf.texts(data)


def reader(data: bytes) -> pypdf.PdfReader:
    """Open a PDF."""
    return pypdf.PdfReader(io.BytesIO(data))


def squeezed(text: str) -> str:
    """Return a text without spaces, for comparing what was broken into lines in another way."""
    return "".join(text.split())
