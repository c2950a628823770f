"""Carries what is too much for one slide on to further slides: lists by their items, tables by their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from slides.deck.measuring import asked_body, measure, room
from slides.deck.model import Block, Bullets, Paragraph, Slide, Table
from slides.paper import pdf

CONTINUED = " (tiếp)"
# What is carried on has the smallest letters, as far as it is known here; a page may get larger ones afterwards.
SMALLEST = 0.8
_CARRIED_NOTE = "Nói tiếp ý của trang trước."
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
    title, pieces = _pieces(slide.title + CONTINUED, units)
    pages = _with_text(_even(pieces, room(title)))
    return [
        _page(slide, number, tuple(_joined([piece.block for piece in page])))
        for number, page in enumerate(pages)
    ]


def _pieces(title: str, units: list[Block]) -> tuple[float, list[Piece]]:
    """Measure a title and units at the smallest scale."""
    scale = SMALLEST
    heads = [replace(unit, rows=()) if isinstance(unit, Table) else None for unit in units]
    asked = [{"what": "title", "title": title}, *(asked_body((unit,), scale, "body") for unit in units)]
    asked += [asked_body((head,), scale, "body") for head in heads if head is not None]
    (height, *heights) = measure(asked)
    rest = iter(heights[len(units) :])
    pieces = [
        Piece(unit, tall, 0.0 if head is None else next(rest))
        for unit, tall, head in zip(units, heights, heads, strict=False)
    ]
    return height, pieces


def _pages(pieces: list[Piece], space: float) -> list[list[Piece]]:
    """Fill pages one after the other; a label goes with what it is a label of."""
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for place, piece in enumerate(pieces):
        last = pages[-1][-1] if pages[-1] else None
        needed = piece.height_after(last)
        if _is(piece, "label") and place + 1 < len(pieces):
            needed += pieces[place + 1].height_after(piece)
        if last is not None and used + needed > space:
            pages.append([])
            used, last = 0.0, None
        pages[-1].append(piece)
        used += piece.height_after(last)
    return pages


def _even(pieces: list[Piece], space: float) -> list[list[Piece]]:
    """Share the pieces among as few pages as they need, so that the last is not nearly empty."""
    best = _pages(pieces, space)
    for percent in range(95, 30, -5):
        tried = _pages(pieces, space * percent / 100)
        if len(tried) > len(best):
            break
        best = tried
    return best


def _with_text(pages: list[list[Piece]]) -> list[list[Piece]]:
    """Give a last page that would hold only notes and sources the text before them, where there is enough."""
    *_, before, last = [[], *pages]
    if not all(_is(piece, "note", "source") for piece in last):
        return pages
    moved = 2 if len(before) > 1 and _is(before[-2], "label") else 1
    if len(before) <= moved:
        return pages
    return [*pages[:-2], before[:-moved], before[-moved:] + last]


def _page(slide: Slide, number: int, blocks: tuple[Block, ...]) -> Slide:
    if number == 0:
        return replace(slide, blocks=blocks)
    return replace(
        slide, id=f"{slide.id}-tiep-{number}", title=slide.title + CONTINUED, kind="sub", blocks=blocks,
        notes=(_CARRIED_NOTE,), minutes=None,
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
        else:
            yield block


def _joined(units: list[Block]) -> Iterator[Block]:
    """Put neighbouring items and rows together again."""
    last: Block | None = None
    for unit in units:
        if isinstance(unit, Bullets) and isinstance(last, Bullets) and last.ordered == unit.ordered:
            last = replace(last, items=last.items + unit.items)
        elif isinstance(unit, Table) and isinstance(last, Table) and last.header == unit.header:
            last = replace(last, rows=last.rows + unit.rows)
        else:
            if last is not None:
                yield last
            last = unit
    if last is not None:
        yield last
