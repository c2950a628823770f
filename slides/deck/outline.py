"""What the trainer's outline gives to a deck: goals, what is said first, and how each part is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from course import Course, resolve
from course.pages import Session
from slides.deck.minutes import in_figures
from slides.deck.model import Deck, Part, Slide

OPENING, HOW = "Lời mở đầu:", "Cách làm"


def outlined(deck: Deck, course: Course, session: Session) -> Deck:
    """Return a deck with its session's goals, the opening words on the cover, and on the slide that begins a part, how.

    Parameters
    ----------
    deck
        As it is read; its parts are the steps of the session's agenda.
    course
        Gives the figures and documents that the session's texts refer to.
    session
        Whose deck it is.
    """

    def said(words: str) -> str:
        return " ".join(resolve(course, words).split())

    opening = [OPENING, *(said(line) for line in session.opening.splitlines() if line.strip())]
    parts = tuple(
        replace(part, how=said(step.how)) for part, step in zip(deck.parts, session.agenda, strict=True)
    )
    return replace(
        deck, goals=tuple(map(said, session.goals)), parts=parts,
        slides=tuple(_told(deck.slides, parts, tuple(opening))),
    )  # fmt: skip


def _told(slides: tuple[Slide, ...], parts: tuple[Part, ...], opening: tuple[str, ...]) -> Iterator[Slide]:
    begun: set[int] = set()
    for place, slide in enumerate(slides):
        # One without minutes belongs to the slide before, and so to its part.
        begins = slide.minutes is not None and slide.part not in begun
        how = (_how(parts[slide.part]),) if begins else ()
        begun |= {slide.part} if begins else set()
        yield replace(slide, told=(*how, *(opening if place == 0 else ()), *slide.told))


def _how(part: Part) -> str:
    return f"{HOW} – {part.title} ({in_figures(part.minutes)}): {part.how}"
