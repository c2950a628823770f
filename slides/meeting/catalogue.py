"""What of a session can be chosen: what is spoken about, its questions one by one, its activities."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from shown import model as shown
from slides.deck.explorers import asking
from slides.deck.model import Clock, Columns, Deck, Paragraph, Slide
from slides.meeting.model import Composition

ItemKind = Literal["talk", "question", "activity"]
# For a question of those that a session leaves to be done at home: half a minute to think, and one for the answer.
QUESTION_MINUTES = 1.5
_THINK = "Để mọi người suy nghĩ và giơ tay chọn, rồi mới nêu đáp án và vì sao."


@dataclass(frozen=True)
class Item:
    """What is chosen as one.

    Attributes
    ----------
    id
        That of its first slide; it stays as long as the notebook's cell does.
    part
        Title of the part that it belongs to.
    minutes
        What it takes.
    slides
        Ids of its slides.
    detail
        Whether it goes further into what begins its part.
    sourced
        Whether it has matter of a source; what has none prepares, explains or leads on.
    places
        Names of the places on pages whose matter it shows.
    see
        The one that a question is about; empty where it says none.
    """

    id: str
    title: str
    part: str
    kind: ItemKind
    minutes: float
    slides: tuple[str, ...]
    detail: bool = False
    sourced: bool = False
    places: frozenset[str] = frozenset()
    see: str = ""


def items(deck: Deck) -> tuple[Item, ...]:
    """Return what can be chosen of a session's deck, in its order; its cover cannot.

    One item is what has its own minutes: a slide with those that go on from it. Questions are chosen one by one, and
    share the minutes of the slide that announces them.
    """
    found: list[Item] = []
    for part, unit in _units(deck):
        asked = [slide for slide in unit if slide.question]
        found += [_asked(one, part, _each(unit)) for one in asked] if asked else [_spoken(unit, part)]
    return tuple(found)


def _asked(slide: Slide, part: str, minutes: float) -> Item:
    title, see = (slide.question.prompt, slide.question.see) if slide.question else (slide.title, "")
    return Item(slide.id, title, part, "question", minutes, (slide.id,), see=see)


def _spoken(unit: list[Slide], part: str) -> Item:
    first = unit[0]
    sourced = any(
        isinstance(block, Paragraph) and block.role == "source"
        for slide in unit
        for block in (*slide.blocks, *slide.asides)
    )
    return Item(
        first.id, first.title, part, "activity" if any(map(_has_clock, first.blocks)) else "talk", _minutes(unit),
        tuple(slide.id for slide in unit), detail=first.level == "sub", sourced=sourced,
        places=frozenset(name for slide in unit for name in slide.places),
    )  # fmt: skip


def chosen_slides(deck: Deck, chosen: Collection[str]) -> list[Slide]:
    """Return the slides of the items with these ids, in the deck's order, and those that announce chosen questions.

    What announces questions says how many are asked and has the minutes of all of them.
    """
    kept: list[Slide] = []
    for _, unit in _units(deck):
        asked = [slide for slide in unit if slide.question]
        wanted = [slide for slide in asked if slide.id in chosen]
        if asked:
            ahead = [slide for slide in unit if not slide.question][:1]
            if wanted:
                minutes = _half(_each(unit) * len(wanted))
                kept += [*(_announcing(slide, len(wanted), minutes) for slide in ahead), *wanted]
        elif unit[0].id in chosen:
            kept += unit
    return kept


def on_screen(decks: Mapping[str, Deck], composition: Composition) -> int:
    """Return how many slides of a meeting only a screen can show."""
    chosen = [one for one in composition.chosen if one.session in decks]
    slides = [slide for one in chosen for slide in chosen_slides(decks[one.session], one.items)]
    return sum(not slide.for_paper for slide in slides)


def _units(deck: Deck) -> Iterator[tuple[str, list[Slide]]]:
    """Yield what has its own minutes, with the title of its part; without the cover."""
    part, unit = "", list[Slide]()
    for slide in deck.slides:
        begins = slide.level != "sub" or (slide.minutes is not None and not slide.question)
        if begins and unit:
            yield part, unit
            unit = []
        if slide.level == "title" or slide.kind == "cover":
            continue
        if slide.level != "sub":
            part = slide.title
        unit.append(slide)
    if unit:
        yield part, unit


def _minutes(unit: Iterable[Slide]) -> float:
    return sum(slide.minutes or 0 for slide in unit)


def _each(unit: list[Slide]) -> float:
    """Return the minutes of one question."""
    if any(slide.at_home for slide in unit):
        return QUESTION_MINUTES
    return _minutes(unit) / sum(1 for slide in unit if slide.question)


def _half(minutes: float) -> float:
    return math.ceil(minutes * 2) / 2


def _announcing(slide: Slide, count: int, minutes: float) -> Slide:
    said = shown.text(asking(count))
    notes = (_THINK,) if slide.at_home else slide.notes
    return replace(slide, blocks=(said,), notes=notes, minutes=minutes, at_home=False)


def _has_clock(block: object) -> bool:
    if isinstance(block, Columns):
        return any(map(_has_clock, (*block.left, *block.right)))
    return isinstance(block, Clock)
