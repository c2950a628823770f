"""What members hold in their hands: the matter of a session as running text, and what of it fills one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from shown.model import plain as text_of
from slides.deck.dividing import CONTINUED, joined
from slides.deck.explorers import OTHER_WORDS
from slides.deck.model import Block, Bullets, Columns, Deck, Drawing, Figure, Paragraph, Run, Slide, Table
from slides.paper import pdf

# A table of more columns needs the width of the page.
NARROW = 3
_T = TypeVar("_T")


def matter(deck: Deck) -> list[Slide]:
    """Return the slides that hold a session's matter, those that go on on further ones put together again.

    Covers and questions are left out, and slides that lead to the questions or to a screen.
    """
    found: list[Slide] = []
    for slide, after in _with_next(deck.slides):
        leads = after is not None and after.question is not None
        if slide.kind == "cover" or slide.question or leads or not slide.for_paper:
            continue
        if found and slide.title == found[-1].title + CONTINUED:
            found[-1] = replace(found[-1], blocks=tuple(joined([*found[-1].blocks, *slide.blocks])))
        else:
            found.append(slide)
    return found


def handed_out(deck: Deck) -> dict[str, Any]:
    """Return title, matter and questions of a session, as the templates receive them."""
    slides = matter(deck)
    addresses: set[str] = set()
    notes: set[Paragraph] = set()
    return {
        "title": deck.title,
        "matter": [
            pdf.plain_slide(slide, deck)
            | {
                "wide": any(map(_wide, slide.blocks)),
                "below": pdf.plain([*_new(_of("note", below), notes), *_of("source", below)]),
                "addresses": list(_new(slide.addresses, addresses)),
            }
            for slide, below in zip(slides, _below(slides), strict=True)
        ],
        "questions": pdf.plain(deck.questions),
    }


def in_short(deck: Deck) -> dict[str, Any]:
    """Return what of a session fills one page: goals, its points part by part, its figures, and what to take along.

    The case that follows the goals, and what the group does, need the hall.
    """
    parts: list[list[dict[str, Any]]] = []
    rows: set[tuple[str, ...]] = set()
    for section in _sections(matter(deck)):
        slides = [slide for slide in section if slide.kind not in ("activity", "closing")]
        if not slides or _says_goals(section[0], deck.goals):
            continue
        parts.append(list(_points(slides, rows)))
    messages = [block for slide in deck.slides for block in slide.blocks if _is_message(block)]
    return {
        "title": deck.title, "goals": list(deck.goals), "parts": parts, "messages": pdf.plain(messages[-1:]),
    }  # fmt: skip


def _sections(slides: Sequence[Slide]) -> Iterator[list[Slide]]:
    """Yield the slides of each part: what begins it, and what belongs to it."""
    part: list[Slide] = []
    for slide in slides:
        if part and slide.level != "sub":
            yield part
            part = []
        part.append(slide)
    if part:
        yield part


def _says_goals(slide: Slide, goals: Sequence[str]) -> bool:
    said = {text_of(item) for block in slide.blocks if isinstance(block, Bullets) for item in block.items}
    return bool(said) and said <= set(goals)


def _points(slides: Sequence[Slide], rows: set[tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """Yield what each slide is about; words of other sources belong to the point that they follow."""
    about = [slide for slide in slides if not any(_follows(slide, one) for one in slides)]
    for slide, below in zip(about, _below(about), strict=True):
        sources = [text_of(it.runs) for it in _of("source", below)]
        figures = [table for block in slide.blocks for table in _figures(block, rows)]
        yield {"title": slide.title, "items": _items(slide), "figures": figures, "sources": sources}


def _follows(slide: Slide, point: Slide) -> bool:
    return slide.id.startswith(f"{point.id}{OTHER_WORDS}")


def _items(slide: Slide) -> list[str]:
    """Return the short lines of a slide beside its title."""
    return [text_of(item) for block in slide.blocks if isinstance(block, Bullets) for item in block.items]


def _figures(block: Block, told: set[tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """Yield a chart's rows that no chart before has told."""
    if isinstance(block, Figure) and (rows := list(_new(block.rows, told))):
        header, *cells = (tuple((Run(cell),) for cell in row) for row in (block.header, *rows))
        yield {"title": block.title, "table": pdf.plain(Table(header, tuple(cells)))}


def _of(role: str, asides: Iterable[Paragraph]) -> Iterator[Paragraph]:
    return (it for it in asides if it.role == role)


def _new(values: Iterable[_T], told: set[_T]) -> Iterator[_T]:
    """Yield the values that were not told yet."""
    for value in values:
        if value not in told:
            told.add(value)
            yield value


def _is_message(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "message"


def _wide(block: Block) -> bool:
    """Tell whether a block needs the width of the page for letters that can be read."""
    if isinstance(block, Table):
        return len(block.header) > NARROW
    if isinstance(block, Columns):
        return any(map(_wide, (*block.left, *block.right)))
    return isinstance(block, (Figure, Drawing))


def _below(slides: Sequence[Slide]) -> list[tuple[Paragraph, ...]]:
    """Return the notes and sources that stand below each slide; those that neighbours share, below the last of them."""
    return [
        () if after and after.level == "sub" and after.asides == slide.asides else slide.asides
        for slide, after in _with_next(slides)
    ]


def _with_next(slides: Sequence[Slide]) -> Iterator[tuple[Slide, Slide | None]]:
    return zip(slides, (*slides[1:], None), strict=True)
