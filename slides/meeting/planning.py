"""What a meeting takes, and what of it fits into its minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from slides.deck.model import Deck
from slides.meeting.catalogue import chosen_slides, items
from slides.meeting.model import Composition

# Welcome and what the meeting is about; a sentence that leads to each session.
COVER_MINUTES, SESSION_MINUTES = 1.0, 0.5


@dataclass(frozen=True)
class Plan:
    """The minutes of a meeting.

    Attributes
    ----------
    total
        What all that is chosen takes.
    limit
        What there is.
    sessions
        What each chosen session takes, by slug.
    own
        What the unit's own slides take.
    missing
        Ids that were chosen and are no more, by session.
    """

    total: float
    limit: int
    sessions: dict[str, float]
    own: float
    missing: dict[str, tuple[str, ...]]

    @property
    def over(self) -> float:
        """By how much it is too long; negative while there is room."""
        return self.total - self.limit


def plan(decks: Mapping[str, Deck], composition: Composition) -> Plan:
    """Return what a meeting takes.

    Parameters
    ----------
    decks
        Of the course's sessions, by slug.
    composition
        What is chosen.
    """
    sessions: dict[str, float] = {}
    missing: dict[str, tuple[str, ...]] = {}
    for chosen in composition.chosen:
        known = {item.id for item in items(decks[chosen.session])} if chosen.session in decks else set()
        if gone := tuple(name for name in chosen.items if name not in known):
            missing[chosen.session] = gone
        if known & set(chosen.items):
            slides = chosen_slides(decks[chosen.session], chosen.items)
            sessions[chosen.session] = SESSION_MINUTES + sum(slide.minutes or 0 for slide in slides)
    own = sum(one.minutes for one in composition.own)
    whole = COVER_MINUTES + sum(sessions.values()) + own if sessions or own else 0.0
    return Plan(whole, composition.minutes, sessions, own, missing)
