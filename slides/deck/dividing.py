"""Carries what is too much for one slide on to further ones: lists by items, tables by rows, quotations by clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shown.model import plain
from slides.deck.kinds import Kind
from slides.deck.limits import too_much
from slides.deck.measuring import asked_body, asked_title, measure, room
from slides.deck.model import Block, Bullets, Paragraph, Quote, Run, Slide, Table
from slides.paper import pdf

CONTINUED = " (tiếp)"
# What is carried on has the smallest letters, as far as it is known here; a page may get larger ones afterwards.
SMALLEST = 1.0
# Where the words of a source may go on on another slide.
_CLAUSE = re.compile(r"(?<=[.;,]) ")
_GAP = pdf.SIZES["gap"] * SMALLEST


@dataclass(frozen=True)
class Piece:
    """What is not divided further, with its height; ``head`` is that of a table's header in it."""

    block: Block
    height: float
    head: float = 0.0

    def height_after(self, last: Piece | None) -> float:
        """Return by how much it makes a page longer that ends with another one."""
        if last is None:
            return self.height
        if isinstance(self.block, Table) and isinstance(last.block, Table):
            return self.height - self.head
        return self.height + _GAP


def divided(slide: Slide) -> list[Slide]:
    """Return a slide as as many as its list items and table rows need; one where nothing can be divided."""
    units = list(_units(slide.blocks))
    if len(units) < 2:
        return [slide]
    title, pieces = _pieces(slide.title + CONTINUED, units, slide.kind)
    pages = _even(pieces, room(title))
    return [
        _page(slide, number, tuple(joined([piece.block for piece in page])))
        for number, page in enumerate(pages)
    ]


def _pieces(title: str, units: list[Block], kind: Kind) -> tuple[float, list[Piece]]:
    """Measure a title and units at the smallest scale."""
    scale = SMALLEST
    heads = [replace(unit, rows=()) if isinstance(unit, Table) else None for unit in units]
    asked = [asked_title(title, kind), *(asked_body((unit,), scale, kind) for unit in units)]
    asked += [asked_body((head,), scale, kind) for head in heads if head is not None]
    (height, *heights) = measure(asked)
    rest = iter(heights[len(units) :])
    pieces = [
        Piece(unit, tall, 0.0 if head is None else next(rest))
        for unit, tall, head in zip(units, heights, heads, strict=False)
    ]
    return height, pieces


def _pages(pieces: list[Piece], space: float, share: float = 1.0) -> list[list[Piece]]:
    """Fill pages one after the other to a share of what they hold; a label goes with what it is a label of."""
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for place, piece in enumerate(pieces):
        last = pages[-1][-1] if pages[-1] else None
        coming = pieces[place : place + (2 if _is(piece, "label") else 1)]
        needed, before = 0.0, last
        for one in coming:
            needed += one.height_after(before)
            before = one
        full = too_much(tuple(joined([one.block for one in (*pages[-1], *coming)])), share)
        if last is not None and (full or used + needed > space * share):
            pages.append([])
            used, last = 0.0, None
        pages[-1].append(piece)
        used += piece.height_after(last)
    return pages


def _even(pieces: list[Piece], space: float) -> list[list[Piece]]:
    """Share the pieces among as few pages as they need, so that the last is not nearly empty."""
    best = _pages(pieces, space)
    for percent in range(95, 30, -5):
        tried = _pages(pieces, space, percent / 100)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _page(slide: Slide, number: int, blocks: tuple[Block, ...]) -> Slide:
    if number == 0:
        return replace(slide, blocks=blocks)
    title = slide.title.removesuffix(CONTINUED) + CONTINUED
    return replace(
        slide, id=f"{slide.id}-tiep-{number}", title=title, level="sub", blocks=blocks,
        notes=(), told=(), matter=(), asides=(), addresses=(), minutes=None, at_home=False,
    )  # fmt: skip


def _is(piece: Piece, *roles: str) -> bool:
    return isinstance(piece.block, Paragraph) and piece.block.role in roles


def _units(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks, lists and tables as single items and rows."""
    for block in blocks:
        if isinstance(block, Bullets):
            for place, item in enumerate(block.items):
                yield replace(block, items=(item,), start=block.start + place)
        elif isinstance(block, Table):
            for row in block.rows:
                yield replace(block, rows=(row,))
        elif isinstance(block, Quote) and too_much((block,)):
            yield from _clauses(block)
        else:
            yield block


def _clauses(quote: Quote) -> Iterator[Quote]:
    """Yield the words of a source clause by clause."""
    for clause in _CLAUSE.split(plain(quote.runs)):
        yield Quote((Run(clause),))


def joined(units: Sequence[Block]) -> Iterator[Block]:
    """Put neighbouring items and rows together again."""
    last: Block | None = None
    for unit in units:
        if isinstance(unit, Bullets) and isinstance(last, Bullets) and last.ordered == unit.ordered:
            last = replace(last, items=last.items + unit.items)
        elif isinstance(unit, Table) and isinstance(last, Table) and last.header == unit.header:
            last = replace(last, rows=last.rows + unit.rows)
        elif isinstance(unit, Quote) and isinstance(last, Quote):
            last = Quote((Run(f"{plain(last.runs)} {plain(unit.runs)}"),))
        else:
            if last is not None:
                yield last
            last = unit
    if last is not None:
        yield last
