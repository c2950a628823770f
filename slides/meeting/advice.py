"""What should go of a meeting that is too long: what is least the matter itself, from all sessions alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from slides.deck.model import Deck
from slides.meeting.catalogue import Item, items
from slides.meeting.model import Chosen, Composition
from slides.meeting.planning import plan

# Questions and activities that a meeting keeps as long as talk can go: a room that only listens tires.
_QUESTIONS_KEPT, _ACTIVITIES_KEPT = 2, 1

Held = Mapping[str, Sequence[Item]]


def to_drop(decks: Mapping[str, Deck], composition: Composition) -> list[tuple[str, Item]]:
    """Return what should go so that the rest fits, as sessions' slugs and items in their order; nothing where all fits.

    Each step takes from the session that takes longest, so that all are shortened alike. Questions on what has gone go
    with it, then questions beyond two of a session and activities beyond one of the meeting; then what has no matter of
    a source, then details, the last activity, and parts; then questions; and at the end what a session's questions are
    about, and what closes it. At last comes back what fits after all. The unit's own slides are its own to take out.
    """
    known = {slug: items(deck) for slug, deck in decks.items()}
    gone: list[tuple[str, Item]] = []
    current = composition
    while (whole := plan(decks, current)).over > 0 and (held := _held(known, current)):
        found = min(_candidates(known, held), key=lambda one: _order(whole.sessions, known, held, *one))
        gone.append(found)
        current = without(current, *found)
    # What questions are about comes back before them.
    last_first = [one for asks in (False, True) for one in gone[::-1] if (one[1].kind == "question") is asks]
    for found in last_first:
        more = _with(current, *found)
        if plan(decks, more).over <= 0 and _is_taught(
            found[1], known[found[0]], _held(known, more)[found[0]]
        ):
            gone.remove(found)
            current = more
    return [(slug, item) for slug in known for item in known[slug] if (slug, item) in gone]


def without(composition: Composition, session: str, item: Item) -> Composition:
    """Return a meeting without an item of a session."""
    kept = [
        Chosen(session=one.session, items=left)
        for one in composition.chosen
        if (left := [name for name in one.items if (one.session, name) != (session, item.id)])
    ]
    return composition.model_copy(update={"chosen": kept})


def _with(composition: Composition, session: str, item: Item) -> Composition:
    held = {one.session: list(one.items) for one in composition.chosen}
    held.setdefault(session, []).append(item.id)
    chosen = [Chosen(session=slug, items=names) for slug, names in held.items()]
    return composition.model_copy(update={"chosen": chosen})


def _held(known: Held, composition: Composition) -> dict[str, list[Item]]:
    names = {one.session: set(one.items) for one in composition.chosen if one.session in known}
    held = {slug: [item for item in known[slug] if item.id in names[slug]] for slug in names}
    return {slug: found for slug, found in held.items() if found}


def _candidates(known: Held, held: Held) -> Iterator[tuple[str, Item]]:
    return ((slug, item) for slug in known for item in held.get(slug, ()))


def _order(
    minutes: Mapping[str, float], known: Held, held: Held, session: str, item: Item
) -> tuple[int, float, int]:
    """Return what is smallest for what goes first."""
    return _rank(known, held, session, item), -minutes[session], -known[session].index(item)


def _rank(known: Held, held: Held, session: str, item: Item) -> int:
    here = held[session]
    closing = next((one for one in reversed(known[session]) if one.kind == "talk"), None)
    if all(one.kind == "question" or one is closing for one in here):
        return 0
    if item.kind == "question":
        if not _is_taught(item, known[session], here):
            return 0
        return 1 if sum(one.kind == "question" for one in here) > _QUESTIONS_KEPT else 8
    if item.kind == "activity":
        active = sum(one.kind == "activity" for one in chain.from_iterable(held.values()))
        return 2 if active > _ACTIVITIES_KEPT else 6
    if item is closing or any(one.see in item.places for one in known[session]):
        return 9
    if not item.sourced:
        return 3 if item.detail else 4
    return 5 if item.detail else 7


def _is_taught(item: Item, known: Sequence[Item], held: Sequence[Item]) -> bool:
    """Tell whether what a question is about is left, if its session has it at all."""
    return (
        not item.see
        or any(item.see in one.places for one in held)
        or not any(item.see in one.places for one in known)
    )
