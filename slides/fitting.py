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


def _divided(deck: Deck, slide: Slide, over: float) -> Iterator[Slide]:
    """Carry the list items and table rows of a slide on to as many slides as they need."""
    scale = SCALES[-1]
    units = list(_units(slide.blocks))
    if len(units) < 2:
        raise _too_tall(deck, slide, over)
    (title, *heights) = measure(
        [
            {"what": "title", "title": slide.title + CONTINUED},
            *(_asked((unit,), scale, "body") for unit in units),
        ]
    )
    pages: list[list[Block]] = [[]]
    used, gap = 0.0, pdf.SIZES["gap"] * scale
    for position, (unit, height) in enumerate(zip(units, heights, strict=True)):
        # A label stays with what it is a label of.
        needed = height + (
            heights[position + 1] + gap if _is_label(unit) and position + 1 < len(units) else 0
        )
        if pages[-1] and used + needed > room(title):
            pages.append([])
            used = 0.0
        pages[-1].append(unit)
        used += height + gap
    for number, blocks in enumerate(pages):
        yield _page(slide, number, tuple(_joined(blocks)))


def _page(slide: Slide, number: int, blocks: tuple[Block, ...]) -> Slide:
    if number == 0:
        return replace(slide, blocks=blocks)
    return replace(
        slide, id=f"{slide.id}-tiep-{number}", title=slide.title + CONTINUED, kind="sub", blocks=blocks,
        notes=(), minutes=None,
    )  # fmt: skip


def _is_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "label"


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


def measure(asked: list[dict[str, Any]]) -> list[float]:
    """Return the heights in points of titles and bodies, as ``templates/measure.typ`` understands them."""
    values = {"asked": asked, "sizes": pdf.SIZES, "palette": pdf.PALETTE}
    compiler = typst.Compiler(
        input=str(pdf.TEMPLATES / "measure.typ"), root=str(pdf.TEMPLATES), font_paths=pdf.fonts(),
        ignore_system_fonts=True, sys_inputs={"data": pdf.to_json(values)},
    )  # fmt: skip
    if not asked:
        return []
    (heights,) = json.loads(compiler.query("<heights>", field="value"))
    return heights
