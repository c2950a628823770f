"""Decks as PDF: the deck model goes to Typst as JSON, tagged PDF/UA-1 comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

import typst

from charts.palette import PALETTE
from slides.deck.blocks import UNBROKEN
from slides.deck.kinds import plain_looks
from slides.deck.minutes import in_figures
from slides.deck.model import Deck, Slide
from slides.deck.serialize import plain

TEMPLATES = Path(__file__).parents[1] / "templates"
FONTS = Path(__file__).resolve().parents[2] / "charts" / "fonts"
# Points on a slide of 960 × 540. Body text of 26 points is 4.8 % of the height: on a picture 2 m wide its
# capitals are 38 mm high, 16 minutes of arc from 8 m, the least that ISO 9241-303 asks for continuous reading.
SIZES = {
    "text": 26, "title": 34, "number": 110, "foot-number": 26, "gap": 19,
    "margin": 48, "top": 36, "below": 20, "foot": 44, "width": 960 - 2 * 48, "logo": 96,
    # A cell to write in; 8 mm on the handout.
    "blank": 66,
}  # fmt: skip
HEIGHT = 540
# What every template receives beside its words.
LOOK = {"sizes": SIZES, "palette": PALETTE, "unbroken": UNBROKEN, "looks": plain_looks()}
STANDARD: Final = "ua-1"
# PDFs carry a date; a fixed one makes the same content the same bytes.
TIMESTAMP = 1_672_531_200


def deck_pdf(decks: list[Deck], title: str) -> bytes:
    """Return decks as 16:9 slides, one a page; a question is followed by its answer.

    Parameters
    ----------
    decks
        One or more, in their order; their slides have their scales (see :func:`slides.deck.fitting.fit`).
    title
        Title of the document.

    Returns
    -------
    bytes
        Tagged PDF/UA-1; the same decks give the same bytes.
    """
    return compile_template("deck.typ", document(decks, title, answers=True))


def pages_pdf(count: int) -> Callable[[list[Deck], str], bytes]:
    """Return what makes A4 pages with so many slides each, numbered as on the wall; two a page have lines for notes.

    It takes and returns what :func:`deck_pdf` does. Answers are left to a file of their own.
    """

    def make(decks: list[Deck], title: str) -> bytes:
        return compile_template("pages.typ", document(decks, title, count=count))

    return make


def notes_pdf(decks: list[Deck], title: str) -> bytes:
    """Return the speaker's A4 pages: outline, then each slide with its notes and minutes.

    Parameters and what is returned are as in :func:`deck_pdf`.
    """
    outlines = [plain(deck.parts) for deck in decks]
    outlines = [
        {"title": deck.title, "minutes": deck.minutes, "parts": parts}
        for deck, parts in zip(decks, outlines, strict=True)
    ]
    return compile_template("notes.typ", document(decks, title, everything=True, outlines=outlines))


def document(
    decks: list[Deck], title: str, *, everything: bool = False, answers: bool = False, **more: Any
) -> dict[str, Any]:
    """Return what the templates receive.

    Parameters
    ----------
    decks, title
        As in :func:`deck_pdf`.
    everything
        Whether it holds the slides too that only a screen can show.
    answers
        Whether a question is followed by the slide of its answer.
    more
        What one template alone receives, as JSON values.
    """
    slides = [
        plain_slide(face, deck)
        for deck in decks
        for slide in deck.slides
        if everything or slide.for_paper
        for face in ((slide, slide.answered) if answers and slide.question else (slide,))
    ]
    return LOOK | {"title": title, "course": decks[0].course, "slides": slides} | more


_LEVELS = {"title": 1, "section": 2, "sub": 3}


def plain_slide(slide: Slide, deck: Deck) -> dict[str, Any]:
    """Return a slide as JSON values; every block names its type.

    Parameters
    ----------
    slide
        What it holds; its answer, notes, addresses and minutes go with it.
    deck
        Whose slide it is; gives session and course.
    """
    names = {"level": _LEVELS[slide.level], "session": deck.title, "course": deck.course}
    time = "" if slide.minutes is None else in_figures(slide.minutes)
    logo = deck.meeting.logo if deck.meeting and slide.kind == "cover" else None
    return plain(slide) | names | {"notes": plain(slide.spoken), "time": time, "logo": plain(logo)}


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return the kit's fonts; no other is used, so that every machine gives the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def compile_template(template: str, values: dict[str, Any]) -> bytes:
    """Return what a template of ``slides/templates`` makes of the values, as tagged PDF/UA-1.

    Parameters
    ----------
    template
        Name of its file.
    values
        JSON values, which it finds in ``sys.inputs.data``.

    Raises
    ------
    typst.TypstError
        When it cannot be compiled.
    """
    made = compiler().compile(
        input=str(TEMPLATES / template), format="pdf", sys_inputs={"data": to_json(values)},
        pdf_standards=[STANDARD], timestamp=TIMESTAMP,
    )  # fmt: skip
    return cast(bytes, made)


@lru_cache(maxsize=1)
def compiler() -> typst.Compiler:
    """Return the compiler, which keeps fonts and parsed templates between documents."""
    return typst.Compiler(root=str(TEMPLATES), font_paths=fonts(), ignore_system_fonts=True)


def to_json(values: dict[str, Any]) -> str:
    """Write values for ``sys.inputs``."""
    return json.dumps(values, ensure_ascii=False)
