"""Sees to it that every slide has room: letters as large as fit, long lists and tables carried on.

What a slide needs is measured by Typst with the real font, once for all outputs: the
live deck and the PPTX have the same proportions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import typst

from slides import pdf
from slides.model import Block, Bullets, Deck, Paragraph, Question, Slide, SlideError, Table

# From larger to smaller letters; the last gives text of 21 points (see slides/pdf.py for what that means in a room).
SCALES = (1.25, 1.12, 1.0, 0.9, 0.8)
CONTINUED = " (tiếp)"
# A third of the slide; at the usual size these are five lines.
MAX_TITLE = pdf.HEIGHT / 3
_CARRIED_NOTE = "Nói tiếp ý của trang trước."
_GAP = pdf.SIZES["gap"] * SCALES[-1]


def fit(deck: Deck) -> Deck:
    """Return the deck with every slide at the largest scale that fits.

    Lists and tables that do not fit at the smallest scale go on on a further slide.

    Raises
    ------
    SlideError
        When a slide is too tall and has nothing to divide; the message names
        notebook and cell and says by how many points.
    """
    fits = dict(zip((slide.id for slide in deck.slides), _rulers(deck.slides), strict=True))
    pieces: list[Slide] = []
    for slide in deck.slides:
        over = fits[slide.id].overs[-1]
        if fits[slide.id].title > MAX_TITLE:
            raise _long_title(deck, slide, fits[slide.id].title)
        pieces += [slide] if over <= 0 else _divided(deck, slide, over)
    carried = [slide for slide in pieces if slide.id not in fits or fits[slide.id].overs[-1] > 0]
    fits |= dict(zip((slide.id for slide in carried), _rulers(carried), strict=True))
    return replace(deck, slides=tuple(_at_scale(deck, slide, fits[slide.id]) for slide in pieces))


def _at_scale(deck: Deck, slide: Slide, ruler: Ruler) -> Slide:
    for scale, over in zip(SCALES, ruler.overs, strict=True):
        if over <= 0:
            return replace(slide, scale=scale, title_height=ruler.title)
    raise _too_tall(deck, slide, ruler.overs[-1])


@dataclass(frozen=True)
class Ruler:
    """What was measured of a slide: height of its title, and for each scale by how much it is too tall."""

    title: float
    overs: tuple[float, ...]


def _too_tall(deck: Deck, slide: Slide, over: float) -> SlideError:
    rule = f"the slide is {over:.0f} pt too tall for its {pdf.HEIGHT} pt: shorten it, or begin a subslide"
    return SlideError(deck.notebook, slide.cell, rule, slide.title)


def _long_title(deck: Deck, slide: Slide, height: float) -> SlideError:
    over = height - MAX_TITLE
    rule = f"the heading is {over:.0f} pt too tall for its {MAX_TITLE:.0f} pt: shorten it"
    return SlideError(deck.notebook, slide.cell, rule, slide.title)


def _rulers(slides: Sequence[Slide]) -> list[Ruler]:
    asked: list[dict[str, Any]] = []
    for slide in slides:
        asked.append({"what": "title", "title": slide.title})
        asked += [_asked(slide.blocks, scale, what) for scale in SCALES for what in _faces(slide)]
    heights = iter(measure(asked))
    rulers = []
    for slide in slides:
        title = next(heights)
        overs = (max(next(heights) for _ in _faces(slide)) - room(title) for _ in SCALES)
        rulers.append(Ruler(title, tuple(overs)))
    return rulers


def _faces(slide: Slide) -> tuple[str, ...]:
    asks = any(isinstance(block, Question) for block in slide.blocks)
    return ("body", "answer") if asks else ("body",)


def room(title: float) -> float:
    """Return how many points are left for the body below a title of this height."""
    sizes = pdf.SIZES
    return pdf.HEIGHT - sizes["top"] - title - sizes["below"] - sizes["foot"]


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


def _divided(deck: Deck, slide: Slide, over: float) -> Iterator[Slide]:
    """Carry the list items and table rows of a slide on to as many slides as they need."""
    units = list(_units(slide.blocks))
    if len(units) < 2:
        raise _too_tall(deck, slide, over)
    title, pieces = _pieces(slide.title + CONTINUED, units)
    for number, page in enumerate(_with_text(_even(pieces, room(title)))):
        yield _page(slide, number, tuple(_joined([piece.block for piece in page])))


def _pieces(title: str, units: list[Block]) -> tuple[float, list[Piece]]:
    """Measure a title and units at the smallest scale."""
    scale = SCALES[-1]
    heads = [replace(unit, rows=()) if isinstance(unit, Table) else None for unit in units]
    asked = [{"what": "title", "title": title}, *(_asked((unit,), scale, "body") for unit in units)]
    asked += [_asked((head,), scale, "body") for head in heads if head is not None]
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


def _asked(blocks: tuple[Block, ...], scale: float, what: str) -> dict[str, Any]:
    return {"what": what, "blocks": pdf.plain(blocks), "scale": scale}


def measure_blocks(blocks: Sequence[Block], scale: float) -> list[float]:
    """Return the height in points of each block, as it is on a slide of this scale."""
    return measure([_asked((block,), scale, "body") for block in blocks])


def measure(asked: list[dict[str, Any]]) -> list[float]:
    """Return the heights in points of titles and bodies, as ``templates/measure.typ`` understands them."""
    if not asked:
        return []
    values = {"asked": asked, "sizes": pdf.SIZES, "palette": pdf.PALETTE}
    compiler = typst.Compiler(
        input=str(pdf.TEMPLATES / "measure.typ"), root=str(pdf.TEMPLATES), font_paths=pdf.fonts(),
        ignore_system_fonts=True, sys_inputs={"data": pdf.to_json(values)},
    )  # fmt: skip
    (heights,) = json.loads(compiler.query("<heights>", field="value"))
    return heights
