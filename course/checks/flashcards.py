"""Rules for flashcards: what a card is made from exists, and no id stands for two cards."""

from __future__ import annotations

from collections.abc import Iterator

from course.course import Course
from course.errors import ContentError, Fault, first_fault
from course.flashcards import Card, Deck

_FILE = "flashcards.yml"


def are_made_of_what_there_is(course: Course) -> Iterator[Fault]:
    """Decks and cards are made from what the course has."""
    for deck in course.decks.values():
        yield from first_fault(_check_deck, course, deck)
        for card in deck.cards:
            yield from first_fault(_check_card, course, deck, card)


def have_ids_of_their_own(course: Course) -> Iterator[Fault]:
    """No id stands for two cards; readers' progress is kept by it."""
    owners: dict[str, str] = {}
    for deck in course.decks.values():
        for card in deck.cards:
            if card.id in owners:
                rule = "id must be unique, readers' progress is kept by it; also in {owner!r}"
                yield Fault(_FILE, f"{deck.id} > {card.id}", rule, terms={"owner": owners[card.id]})
            owners[card.id] = deck.id


def _check_card(course: Course, deck: Deck, card: Card) -> None:
    _check_point(course, deck, card)
    if card.book and not course.book:
        raise ContentError(_FILE, f"{deck.id} > {card.id} > book", "the course has no book.yml")


def _check_deck(course: Course, deck: Deck) -> None:
    if not deck.title and deck.id not in course.groups:
        rule = "this field is required: no list in outline.yml has the deck's id"
        raise ContentError(_FILE, f"{deck.id} > title", rule)
    if not deck.cards and not deck.made_from:
        raise ContentError(_FILE, f"{deck.id} > cards", "must have one card or more, or say made_from")
    known = getattr(course, deck.made_from) if deck.made_from else {}
    for name in deck.without:
        if name not in known:
            place, terms = f"{deck.id} > without", {"file": f"{deck.made_from}.yml"}
            if not deck.made_from:
                raise ContentError(_FILE, place, "goes with made_from", name)
            raise ContentError(_FILE, place, "must be an id in {file}", name, terms)


def _check_point(course: Course, deck: Deck, card: Card) -> None:
    if not (card.list and card.point):
        return
    points = {item.id: item for item in course.groups[card.list].items}
    if card.point not in points:
        rule, terms = "must be the id of a point of {list!r} in outline.yml", {"list": card.list}
        raise ContentError(_FILE, f"{deck.id} > {card.id} > point", rule, card.point, terms)
    if card.asks == "commentary" and not points[card.point].commentary:
        rule = "only a point with a commentary can be asked for it"
        raise ContentError(_FILE, f"{deck.id} > {card.id}", rule)


RULES = (are_made_of_what_there_is, have_ids_of_their_own)
