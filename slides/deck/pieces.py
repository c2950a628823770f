"""What the pieces of a lesson become on slides, by the kind that their cell gave them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from shown import model as shown
from shown.model import plain
from slides.deck.blocks import fuller, slide_blocks
from slides.deck.explorers import Expansion
from slides.deck.model import Bullets, Clock, Columns, Paragraph, Quote, Slide

# What widgets/ puts into these pieces, in this order.
_Case = tuple[Paragraph, Paragraph, Paragraph, Paragraph, Bullets]
_Activity = tuple[Paragraph, Paragraph, Bullets, Paragraph]
_Part = tuple[Paragraph, Paragraph, Bullets, *tuple[Paragraph, ...]]


def piece(cell: str, kind: str, blocks: Sequence[shown.Block]) -> Expansion:
    """Return what a piece becomes.

    Parameters
    ----------
    cell
        Id of its cell; slides that follow begin with it.
    kind
        That of :class:`shown.piece.Piece`.
    blocks
        What it shows.
    """
    make = _MAKERS.get(kind)
    return make(cell, blocks) if make else Expansion(slide_blocks(blocks), told=fuller(blocks))


def _goals(cell: str, blocks: Sequence[shown.Block]) -> Expansion:
    # The slide's title says what the list is.
    made = slide_blocks(blocks)
    return Expansion([it for it in made if isinstance(it, Bullets)], told=_texts(made))


def _case(cell: str, blocks: Sequence[shown.Block]) -> Expansion:
    name, made_up, story, ask, ways = cast(_Case, slide_blocks(blocks))
    choice = Slide(
        f"{cell}-chon", cell, _words(ask), "sub", (Bullets(ways.items, ordered=True),), kind="points"
    )
    return Expansion(
        [Paragraph(made_up.runs, "label"), story], [choice], title=_words(name), kind="statement"
    )


def _activity(cell: str, blocks: Sequence[shown.Block]) -> Expansion:
    name, needs, steps, result = cast(_Activity, slide_blocks(blocks))
    about, minutes = name.runs[0].text, float("".join(sign for sign in name.runs[1].text if sign.isdigit()))
    whole = Columns((Clock(minutes),), (steps,), share=0.25)
    told = [_words(needs), *fuller(blocks), _words(result)]
    return Expansion([whole], told=told, title=about, kind="activity")


def _part(cell: str, blocks: Sequence[shown.Block]) -> Expansion:
    name, about, held, *below = cast(_Part, slide_blocks(blocks))
    holds = Slide(f"{cell}-gom", cell, "", "sub", (held,), kind="points")
    return Expansion([Quote(name.runs), *below], [holds], told=[_words(about)], kind="quotation")


def _texts(blocks: Sequence) -> list[str]:
    return [_words(it) for it in blocks if isinstance(it, Paragraph) and it.role == "text"]


def _words(block: Paragraph) -> str:
    return plain(block.runs)


_MAKERS: dict[str, Callable[[str, Sequence[shown.Block]], Expansion]] = {
    "goals": _goals, "case": _case, "activity": _activity, "part": _part,
}  # fmt: skip
