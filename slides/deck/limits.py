"""How much a slide may hold: one idea, which a room takes in while it listens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.errors import Fault
from shown.model import plain
from slides.deck.model import (
    Block,
    Bullets,
    Columns,
    Deck,
    Paragraph,
    Question,
    Quote,
    Slide,
    SlideError,
    Table,
)

# Syllables of running text; of the words of a source a few more, for they are read out.
SYLLABLES, QUOTED = 40, 55
ROWS = 5


def syllables(words: str) -> int:
    """Return how many syllables a text has, which Vietnamese writes apart."""
    return sum(any(letter.isalnum() for letter in word) for word in words.split())


def running(blocks: Iterable[Block]) -> int:
    """Return the syllables that are read one after the other: paragraphs, items, quotations; no labels, no cells."""
    return sum(_running(block) for block in blocks)


def _running(block: Block) -> int:
    if isinstance(block, Paragraph):
        return 0 if block.role in ("label", "number") else syllables(plain(block.runs))
    if isinstance(block, Quote):
        return syllables(plain(block.runs))
    if isinstance(block, Bullets):
        return sum(syllables(plain(item)) for item in block.items)
    return running((*block.left, *block.right)) if isinstance(block, Columns) else 0


def most(blocks: Iterable[Block]) -> int:
    """Return how many syllables of running text these blocks may have on a slide."""
    return QUOTED if any(isinstance(block, Quote) for block in blocks) else SYLLABLES


def too_much(blocks: tuple[Block, ...], share: float = 1.0) -> bool:
    """Tell whether blocks hold more than a share of what one slide may."""
    return running(blocks) > most(blocks) * share or _rows(blocks) > ROWS * share


def _rows(blocks: Iterable[Block]) -> int:
    return max((len(block.rows) for block in blocks if isinstance(block, Table)), default=0)


def keep_to(deck: Deck) -> None:
    """Hold every slide of a deck to the limits; questions are as long as they are.

    Raises
    ------
    SlideError
        When slides have too much running text or a table too many rows; it holds a fault for each of them, with
        notebook, cell and count.
    """
    if found := [fault for slide in deck.slides for fault in _faults(deck, slide)]:
        raise SlideError.of(found)


def _faults(deck: Deck, slide: Slide) -> Iterator[Fault]:
    if any(isinstance(block, Question) for block in slide.blocks):
        return
    if (count := running(slide.blocks)) > most(slide.blocks):
        rule = "the slide {title!r} must have {most} syllables of running text or fewer: split it, or let cells be told"
        yield Fault(
            deck.notebook, slide.cell, rule, count, {"title": slide.title, "most": most(slide.blocks)}
        )
    if (count := _rows(slide.blocks)) > ROWS:
        rule = "the table of the slide {title!r} must have {most} rows or fewer"
        yield Fault(deck.notebook, slide.cell, rule, count, {"title": slide.title, "most": ROWS})
