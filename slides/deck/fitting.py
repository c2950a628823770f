"""Sees to it that every slide has room: letters as large as fit, long lists and tables carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from slides.deck.dividing import SMALLEST, divided
from slides.deck.measuring import asked_body, measure, room
from slides.deck.model import Deck, Question, Slide, SlideError
from slides.paper import pdf

# From larger to smaller letters; the last gives text of 21 points (see slides/pdf.py for what that means in a room).
SCALES = (1.25, 1.12, 1.0, 0.9, SMALLEST)
# A third of the slide; at the usual size these are five lines.
MAX_TITLE = pdf.HEIGHT / 3


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
        if fits[slide.id].title > MAX_TITLE:
            raise _long_title(deck, slide, fits[slide.id].title)
        pieces += [slide] if fits[slide.id].over <= 0 else divided(slide)
    carried = [slide for slide in pieces if slide.id not in fits or fits[slide.id].over > 0]
    fits |= dict(zip((slide.id for slide in carried), _rulers(carried), strict=True))
    return replace(deck, slides=tuple(_at_scale(deck, slide, fits[slide.id]) for slide in pieces))


def _at_scale(deck: Deck, slide: Slide, ruler: Ruler) -> Slide:
    if ruler.over > 0:
        raise _too_tall(deck, slide, ruler.over)
    scale, *answer = (_largest(overs) for overs in ruler.overs)
    return replace(slide, scale=scale, answer_scale=answer[0] if answer else scale, title_height=ruler.title)


def _largest(overs: tuple[float, ...]) -> float:
    return next(scale for scale, over in zip(SCALES, overs, strict=True) if over <= 0)


@dataclass(frozen=True)
class Ruler:
    """What was measured of a slide.

    Attributes
    ----------
    title
        Height of its title.
    overs
        For its body, then for its answer where it asks: by how much each scale makes it too tall.
    """

    title: float
    overs: tuple[tuple[float, ...], ...]

    @property
    def over(self) -> float:
        """By how much it is too tall at the smallest scale."""
        return max(overs[-1] for overs in self.overs)


def _too_tall(deck: Deck, slide: Slide, over: float) -> SlideError:
    rule = "the slide is {over:.0f} pt too tall for its {room} pt: shorten it, or begin a subslide"
    return SlideError(deck.notebook, slide.cell, rule, slide.title, {"over": over, "room": pdf.HEIGHT})


def _long_title(deck: Deck, slide: Slide, height: float) -> SlideError:
    rule, terms = (
        "the heading is {over:.0f} pt too tall for its {room:.0f} pt: shorten it",
        {"over": height - MAX_TITLE, "room": MAX_TITLE},
    )
    return SlideError(deck.notebook, slide.cell, rule, slide.title, terms)


def _rulers(slides: Sequence[Slide]) -> list[Ruler]:
    asked: list[dict[str, Any]] = []
    for slide in slides:
        asked.append({"what": "title", "title": slide.title})
        asked += [asked_body(slide.blocks, scale, what) for what in _faces(slide) for scale in SCALES]
    heights = iter(measure(asked))
    rulers = []
    for slide in slides:
        title = next(heights)
        overs = tuple(tuple(next(heights) - room(title) for _ in SCALES) for _ in _faces(slide))
        rulers.append(Ruler(title, overs))
    return rulers


def _faces(slide: Slide) -> tuple[str, ...]:
    asks = any(isinstance(block, Question) for block in slide.blocks)
    return ("body", "answer") if asks else ("body",)
