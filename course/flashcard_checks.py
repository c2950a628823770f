"""Rules for flashcards: what a card is made from exists, and no id stands for two cards."""

from __future__ import annotations

from course.course import Course
from course.errors import ContentError
from course.flashcards import Card, Deck

_FILE = "flashcards.yml"


def check_flashcards(course: Course) -> None:
    """Hold decks and cards to the course; ids of figures, lists, parts and sources are checked with all others."""
    owners: dict[str, str] = {}
    for deck in course.decks.values():
        _check_deck(course, deck)
        for card in deck.cards:
            _check_point(course, deck, card)
            if card.book and not course.book:
                raise ContentError(_FILE, f"{deck.id} > {card.id} > book", "the course has no book.yml")
            if card.id in owners:
                rule = f"id must be unique, readers' progress is kept by it; also in {owners[card.id]!r}"
                raise ContentError(_FILE, f"{deck.id} > {card.id}", rule)
            owners[card.id] = deck.id


def _check_deck(course: Course, deck: Deck) -> None:
    if not deck.title and deck.id not in course.groups:
        rule = "this field is required: no list in outline.yml has the deck's id"
        raise ContentError(_FILE, f"{deck.id} > title", rule)
    if not deck.cards and not deck.made_from:
        raise ContentError(_FILE, f"{deck.id} > cards", "must have one card or more, or say made_from")
    known = getattr(course, deck.made_from) if deck.made_from else {}
    for name in deck.without:
        if name not in known:
            rule = f"must be an id in {deck.made_from}.yml" if deck.made_from else "goes with made_from"
            raise ContentError(_FILE, f"{deck.id} > without", rule, name)


def _check_point(course: Course, deck: Deck, card: Card) -> None:
    if card.point and card.point not in (item.id for item in course.groups[card.list].items):
        rule = f"must be the id of a point of {card.list!r} in outline.yml"
        raise ContentError(_FILE, f"{deck.id} > {card.id} > point", rule, card.point)
