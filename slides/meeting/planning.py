"""What a meeting takes, what of it fits into its minutes, and what should go where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from slides.deck.model import Deck
from slides.meeting.catalogue import Item, chosen_slides, items
from slides.meeting.model import Chosen, Composition

# Welcome and what the meeting is about; a sentence that leads to each session.
COVER_MINUTES, SESSION_MINUTES = 1.0, 0.5
# Questions and activities that a meeting keeps as long as talk can go: a room that only listens tires.
_QUESTIONS_KEPT, _ACTIVITIES_KEPT = 2, 1


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


def to_drop(decks: Mapping[str, Deck], composition: Composition) -> list[tuple[str, Item]]:
    """Return what should go so that the rest fits, as sessions' slugs and items; nothing where all fits.

    Questions beyond two of a session go first, then activities beyond one of the meeting, then talk of the session that
    takes longest: the shortest that is enough, or else the last, but neither the first nor the closing; what is left of
    questions and activities goes last. The unit's own slides are its own to take out.
    """
    gone: list[tuple[str, Item]] = []
    current = composition
    while plan(decks, current).over > 0 and (found := _next(decks, current)):
        gone.append(found)
        current = without(current, *found)
    return gone


def without(composition: Composition, session: str, item: Item) -> Composition:
    """Return a meeting without an item of a session."""
    kept = [
        Chosen(session=one.session, items=left)
        for one in composition.chosen
        if (left := [name for name in one.items if (one.session, name) != (session, item.id)])
    ]
    return composition.model_copy(update={"chosen": kept})


def _next(decks: Mapping[str, Deck], composition: Composition) -> tuple[str, Item] | None:
    held = {
        one.session: [item for item in items(decks[one.session]) if item.id in one.items]
        for one in composition.chosen
        if one.session in decks
    }
    whole = plan(decks, composition)
    taken, over = whole.sessions, whole.over
    longest = sorted((slug for slug in held if slug in taken), key=lambda slug: -taken[slug])
    questions = {slug: [item for item in held[slug] if item.kind == "question"] for slug in longest}
    more = max(longest, key=lambda slug: len(questions[slug]), default="")
    if len(questions.get(more, ())) > _QUESTIONS_KEPT:
        return more, questions[more][-1]
    active = [(slug, item) for slug in longest for item in held[slug] if item.kind == "activity"]
    if len(active) > _ACTIVITIES_KEPT:
        return active[-1]
    for slug in longest:
        if between := [item for item in held[slug] if item.kind == "talk"][1:-1]:
            enough = [item for item in between if item.minutes >= over]
            return slug, min(enough, key=lambda item: item.minutes, default=between[-1])
    rest = [(slug, held[slug][-1]) for slug in longest if held[slug]]
    return active[0] if active else next(iter(rest), None)
