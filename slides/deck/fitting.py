"""Sees to it that every slide has room: letters as large as fit, long lists and tables carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from slides.deck.dividing import SMALLEST, divided
from slides.deck.kinds import LOOKS, Kind
from slides.deck.limits import keep_to, too_much
from slides.deck.measuring import asked_body, asked_title, measure, room
from slides.deck.model import Deck, Question, Slide, SlideError
from slides.paper import pdf

# From larger to smaller letters; 1 gives text of 26 points (see slides/paper/pdf.py for what that means in a room).
# Each kind of slide has its largest (slides/deck/kinds.py).
SCALES = (1.8, 1.6, 1.45, 1.3, 1.2, 1.1, SMALLEST)
# Four lines of a statement, five of a usual title.
MAX_TITLE = pdf.HEIGHT * 0.42


def fit(deck: Deck) -> Deck:
    """Return the deck with every slide at the largest scale that fits, and each numbered.

    Lists and tables that do not fit at the smallest scale, or are more than a room takes in, go on on a further slide.
    An answer that does not fit leaves its explanation to the speaker.

    Raises
    ------
    SlideError
        When a slide is too tall and has nothing to divide, or holds more than one slide may; the message names
        notebook and cell and says by how much.
    """
    fits = _fits(deck.slides)
    longer = {slide.id: _told(slide) for slide in deck.slides if slide.question and fits[slide.id].over > 0}
    deck = replace(deck, slides=tuple(longer.get(slide.id, slide) for slide in deck.slides))
    fits |= _fits(list(longer.values()))
    pieces: list[Slide] = []
    for slide in deck.slides:
        if fits[slide.id].title > MAX_TITLE:
            raise _long_title(deck, slide, fits[slide.id].title)
        too_long = fits[slide.id].over > 0 or too_much(slide.blocks)
        pieces += divided(slide) if too_long else [slide]
    keep_to(replace(deck, slides=tuple(pieces)))
    carried = [
        slide for slide in pieces if slide.id not in fits or fits[slide.id].over > 0 or _changed(deck, slide)
    ]
    fits |= _fits(carried)
    slides = (_at_scale(deck, slide, fits[slide.id]) for slide in pieces)
    return replace(
        deck, slides=tuple(replace(slide, number=number) for number, slide in enumerate(slides, 1))
    )


def _told(slide: Slide) -> Slide:
    """Return a question's slide whose answer is shown without its explanation, which is told."""
    asked = cast(Question, slide.question)
    return replace(slide, blocks=(replace(asked, told=True),), told=(*slide.told, asked.explanation))


def _fits(slides: Sequence[Slide]) -> dict[str, Ruler]:
    return dict(zip((slide.id for slide in slides), _rulers(slides), strict=True))


def _changed(deck: Deck, slide: Slide) -> bool:
    return slide not in deck.slides


def _at_scale(deck: Deck, slide: Slide, ruler: Ruler) -> Slide:
    if ruler.over > 0:
        raise _too_tall(deck, slide, ruler.over)
    scale, top, lead = _placed(*ruler.overs[0])
    answer_scale, _, _ = _placed(*ruler.overs[-1])
    return replace(
        slide, scale=scale, answer_scale=answer_scale, title_height=ruler.title, top=top, lead=lead,
    )  # fmt: skip


def _placed(kind: Kind, overs: tuple[float, ...]) -> tuple[float, float, float]:
    """Return scale, top and lead of a face: the largest scale of its kind that fits, from the top or in the middle."""
    look = LOOKS[kind]
    fitting = zip(SCALES, overs, strict=True)
    scale, over = next((scale, over) for scale, over in fitting if scale <= look.largest and over <= 0)
    lead = min(look.lead, -over / 3)
    top = pdf.SIZES["top"] + ((-over - lead) / 2 if look.middle else 0)
    return scale, round(top, 1), round(lead, 1)


@dataclass(frozen=True)
class Ruler:
    """What was measured of a slide.

    Attributes
    ----------
    title
        Height of its title.
    overs
        For its body, then for its answer where it asks: its kind, and by how much each scale makes it too tall.
    """

    title: float
    overs: tuple[tuple[Kind, tuple[float, ...]], ...]

    @property
    def over(self) -> float:
        """By how much it is too tall at the smallest scale."""
        return max(overs[-1] for _, overs in self.overs)


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
        asked.append(asked_title(slide.title, slide.kind))
        asked += [asked_body(slide.blocks, scale, kind) for kind in _faces(slide) for scale in SCALES]
    heights = iter(measure(asked))
    rulers = []
    for slide in slides:
        title = next(heights)
        overs = tuple((kind, tuple(next(heights) - room(title) for _ in SCALES)) for kind in _faces(slide))
        rulers.append(Ruler(title, overs))
    return rulers


def _faces(slide: Slide) -> tuple[Kind, ...]:
    return (slide.kind, "answer") if slide.question else (slide.kind,)
