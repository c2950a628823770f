"""What a cell shows as the blocks of a slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from urllib.parse import urlsplit

from shown import model as shown
from shown.model import Run, Runs
from slides.deck.model import Block, Bullets, Clock, Columns, Drawing, Live, Paragraph, Question, Quote, Table

# What becomes of a shown block.
Told = Paragraph | Bullets | Quote | Table | Drawing
# What must not be broken into lines at its dash or slash: numbers of documents, spans of years, of pages, and pairs.
UNBROKEN = r"\d+-[A-ZĐ]+/[A-ZĐ]+|\d{4} [-–] \d{4}|\d+–(?:\d+|[A-H])"


def slide_blocks(blocks: Iterable[shown.Block]) -> list[Block]:
    """Return shown blocks as a slide shows them: headings as labels, lists flat, terms as a list."""
    return [found for block in blocks for found in _slide_block(block)]


def unbroken(words: str) -> str:
    """Return words with spaces that keep spans together where lines are broken by another program.

    Hyphens stay as they are: the font has none that keeps together, and a number of a document must be found.
    """
    return re.sub(UNBROKEN, lambda found: found[0].replace(" ", "\u00a0"), words)


def note_and_source(notes: Iterable[str], cite: str) -> list[Paragraph]:
    """Return what stands below a card or an answer: its notes, and its source."""
    below = [Paragraph((Run(f"Ghi chú: {note}"),), "note") for note in notes]
    return [*below, Paragraph((Run(f"Nguồn: {cite}"),), "source")]


def _slide_block(block: shown.Block) -> Iterator[Told]:
    if isinstance(block, shown.Paragraph):
        yield Paragraph(_addressed(block.runs), block.role)
    elif isinstance(block, shown.Heading):
        yield Paragraph(block.runs, "label")
    elif isinstance(block, shown.Bullets):
        yield Bullets(tuple(map(_flat, block.items)), block.ordered, block.start)
    elif isinstance(block, shown.Quote):
        yield Quote(block.runs)
    elif isinstance(block, shown.Drawing):
        yield Drawing(block.title, block.svg, block.alt)
    elif isinstance(block, shown.Table):
        yield Table(block.header, block.rows)
    elif isinstance(block, shown.Definitions):
        yield Bullets(tuple(shown.words(shown.strong(one.term), f": {one.meaning}") for one in block.entries))
    elif isinstance(block, shown.Commentary):
        for inner in (shown.label(shown.COMMENTARY), *block.blocks):
            yield from _slide_block(inner)
    elif isinstance(block, shown.Folded):
        return
    elif isinstance(block, shown.Answers):
        for inner in block.blocks:
            yield from _slide_block(inner)
    else:
        # Code has no look of its own on slides, but its words are not lost.
        yield Paragraph((Run(block.text),))


def fuller(blocks: Iterable[shown.Block]) -> list[str]:
    """Return in full what lists have in fewer words for slides, one item a line."""
    return [
        shown.plain(item.runs)
        for block in blocks
        if isinstance(block, shown.Bullets)
        for item in block.items
        if item.brief
    ]


def _flat(item: shown.Item) -> Runs:
    if item.brief:
        return (Run(item.brief),)
    below = (told for block in item.below for told in _slide_block(block))
    return _joined([item.runs, *(runs for told in below for runs in lines(told))])


def _addressed(runs: Runs) -> Runs:
    """Return runs of which a link to another host says where it leads; notes and handout have the whole address."""
    return tuple(
        replace(run, text=f"{run.text} tại {urlsplit(run.href).hostname}") if outward(run.href) else run
        for run in runs
    )


def outward(href: str) -> bool:
    """Tell whether a link leads to another host."""
    return bool(re.match("https?:", href))


def addresses(blocks: Iterable[shown.Block]) -> tuple[str, ...]:
    """Return the addresses on other hosts to which shown blocks lead, each once; what is brief keeps its own."""
    full = (told for block in blocks for told in _slide_block(_unshortened(block)))
    found = (run.href for told in full for runs in lines(told) for run in runs)
    return tuple(dict.fromkeys(filter(outward, found)))


def places(blocks: Iterable[shown.Block]) -> tuple[str, ...]:
    """Return the names of the places that shown blocks are, each once."""
    return tuple(dict.fromkeys(name for block in blocks for name in _places(block)))


def _places(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _places(one)
    elif is_dataclass(value):
        held = vars(value)
        yield from filter(None, (held.get("anchor", ""), *held.get("anchors", ())))
        for one in held.values():
            yield from _places(one)


def _unshortened(block: shown.Block) -> shown.Block:
    if not isinstance(block, shown.Bullets):
        return block
    return replace(block, items=tuple(replace(item, brief="") for item in block.items))


def lines(block: Block) -> Iterable[Runs]:
    """Return the texts of a block, each on a line of its own."""
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Table):
        return [cell for row in (block.header, *block.rows) for cell in row]
    if isinstance(block, Columns):
        return [runs for inner in (*block.left, *block.right) for runs in lines(inner)]
    if isinstance(block, (Paragraph, Quote)):
        return [block.runs]
    return [] if isinstance(block, (Clock, Live, Question)) else [(Run(block.alt),)]


def _joined(several: Iterable[Runs]) -> Runs:
    found: list[Run] = []
    for runs in several:
        found += [Run(" ")] if found else []
        found += runs
    return tuple(found)
