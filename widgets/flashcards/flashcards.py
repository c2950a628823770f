"""Flashcards made from the content, scheduled in the reader's browser by FSRS."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Iterator
from typing import cast

import traitlets

from course import Course, formats, resolve
from course.citations import cite, notes
from course.errors import ContentError
from course.flashcards import Card, Deck
from course.models import Cited, Document, Fact, Group, Part
from course.reference import Term
from course.references import document_name
from shown.model import Block, Bullets, Commentary, Heading, Item, bullets, strong, text, words
from shown.prose import below_card
from widgets.base import KitWidget
from widgets.outline_explorer.outline_explorer import plain_group

# Words after which "nói về" needs no "việc".
NOUNS = ("những", "công tác", "việc", "chủ trương")
# A document's title longer than this, in words, is no question.
LONGEST_TITLE = 20
ABBREVIATION = re.compile(r"[A-ZĐ]{2,}")


class Flashcards(KitWidget, module="flashcards"):
    """Questions and answers to be repeated at growing intervals.

    When a card comes again, the decks that are learnt, the number of new cards a day and the day to be
    ready for stay on the reader's device.

    Parameters
    ----------
    course
        What the cards are made from.
    session, key
        Under these two names the browser keeps the reader's progress.

    Raises
    ------
    ContentError
        When there is no card, an id repeats, or a card lies in a deck that does not exist.
    """

    title = traitlets.Unicode().tag(sync=True)
    decks = traitlets.List(traitlets.Dict(), help="Decks that hold cards, by session").tag(sync=True)
    cards = traitlets.List(traitlets.Dict(), help="Plain cards, references resolved").tag(sync=True)

    def __init__(self, course: Course, *, session: str, key: str = "the", title: str = "Ôn hôm nay") -> None:
        made = cards(course)
        super().__init__(cards=made, decks=decks(course, made), session=session, key=key, title=title)

    @traitlets.validate("cards")
    def _usable_cards(self, proposal: dict) -> list[dict]:
        ids = [card["id"] for card in proposal["value"]]
        if not ids:
            raise ContentError("Flashcards", "cards", "must hold at least one card", ids)
        if repeated := sorted({name for name in ids if ids.count(name) > 1}):
            raise ContentError("Flashcards", "cards", "ids must differ, progress is kept by id", repeated)
        return proposal["value"]

    @traitlets.validate("decks")
    def _every_deck(self, proposal: dict) -> list[dict]:
        known = {deck["id"] for deck in proposal["value"]}
        if lost := sorted({card["deck"] for card in self.cards} - known):
            raise ContentError("Flashcards", "decks", "every card must lie in a deck", lost)
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return all questions with their answers, deck by deck."""
        parts: list[Block] = [Heading(words(self.title), 3)]
        for deck in self.decks:
            own = [_printed(card) for card in self.cards if card["deck"] == deck["id"]]
            parts += [Heading(words(deck["title"]), 4), Bullets(tuple(own), ordered=True)]
        return parts


def cards(course: Course) -> list[dict]:
    """Make every card of the course, in the order of ``flashcards.yml``.

    Returns
    -------
    list of dict
        ``id`` (stable: the reader's progress is kept by it), ``deck``, ``front``, ``back`` (lines),
        ``more`` (of the source, or ""), ``cite`` ("" where the answer has no source), ``commentary`` (the kit's
        own, or "") and ``notes`` (texts); references are resolved.
    """
    return [card for deck in course.decks.values() for card in _of_deck(course, deck)]


def decks(course: Course, made: Iterable[dict]) -> list[dict]:
    """Return the decks that hold cards: ``id``, ``title`` and ``group``, the session's title."""
    used = {card["deck"] for card in made}
    numbers = {slug: number for number, slug in enumerate(course.sessions, start=1)}
    return [
        {
            "id": deck.id,
            "title": deck.title or course.groups[deck.id].title,
            "group": f"Buổi {numbers[deck.session]}. {course.sessions[deck.session].title}"
            if deck.session
            else "Dùng cho mọi buổi",
        }
        for deck in course.decks.values()
        if deck.id in used
    ]


def _of_deck(course: Course, deck: Deck) -> Iterator[dict]:
    made = {"documents": _documents, "glossary": _terms}[deck.made_from] if deck.made_from else None
    cards = itertools.chain(
        (_written(course, card) for card in deck.cards), made(course, deck.without) if made else ()
    )
    yield from ({"id": card["id"], "deck": deck.id, **card} for card in cards)


def _card(
    course: Course,
    entry: Cited,
    id: str,
    front: str,
    back: list[str],
    more: str = "",
    noted: Iterable[str] = (),
) -> dict:
    return {
        "id": id,
        "front": resolve(course, front),
        "back": [resolve(course, line) for line in back],
        "more": resolve(course, more),
        "cite": cite(course, entry),
        "commentary": "",
        "notes": notes(course, dict.fromkeys(noted)),
    }


def _written(course: Course, card: Card) -> dict:
    if card.fact:
        return _figure(course, card, course.facts[card.fact])
    if card.list and card.point:
        return _point(course, card, course.groups[card.list])
    if card.list:
        group = course.groups[card.list]
        titles = [item.title for item in group.items]
        return _card(course, group, card.id, card.front, titles, noted=group.notes)
    if card.book and course.book:
        return _card(course, course.book, card.id, card.front, [f"“{course.book.title}”"])
    if card.part:
        return _part(course, card, course.parts[card.part])
    # What is made from nothing else has source, place and answer of its own.
    return _card(course, cast(Cited, card), card.id, card.front, [cast(str, card.back)])


def _figure(course: Course, card: Card, fact: Fact) -> dict:
    answer = formats.quantity(fact.value, fact.qualifier, fact.unit)
    own = [fact.note] if fact.note and course.corrections[fact.note].kind == "conflict" else []
    return _card(course, fact, card.id, card.front, [f"{_capital(answer)}."], noted=own)


def _point(course: Course, card: Card, group: Group) -> dict:
    item = next(item for item in plain_group(course, group)["items"] if item["id"] == card.point)
    back, more = [resolve(course, card.back or "") or item["title"]], item["matter"]
    # The list's reader gives a point its source and the notes on all that its texts name.
    own = {name: item[name] for name in ("cite", "commentary", "notes")}
    if card.asks == "commentary":
        back, more, own["cite"] = [], "", ""
    return {"id": card.id, "front": resolve(course, card.front), "back": back, "more": more, **own}


def _part(course: Course, card: Card, part: Part) -> dict:
    if card.asks == "title":
        return _card(course, part, card.id, card.front, [f"“{part.title}”"])
    pages = f"Từ trang {{fact:{part.first_page}}} đến trang {{fact:{part.last_page}}}."
    own = [course.facts[name].note for name in (part.first_page, part.last_page)]
    return _card(course, part, card.id, card.front, [pages], noted=[note for note in own if note])


def _documents(course: Course, without: Container[str]) -> Iterator[dict]:
    """A document without number or issuer is named in several ways, so it is not asked for."""
    for entry in course.documents.values():
        if not (entry.number and entry.issuer) or entry.id in without:
            continue
        name = f"{entry.kind} số {entry.number}"
        more = f"Do {entry.issuer} ban hành."
        if entry.date:
            more = f"Do {entry.issuer} ban hành ngày {formats.day(entry.date)}."
        asked, back = f"{name} của {entry.issuer} nói về việc gì?", [f"{entry.title}."]
        yield _card(course, entry, f"doc-{entry.id}", asked, back, more, entry.notes)
        if about := _about(entry):
            asked, back = f"{entry.kind} nào của {entry.issuer} nói về {about}?", [f"{document_name(entry)}."]
            yield _card(course, entry, f"doc-{entry.id}-ten", asked, back, noted=entry.notes)


def _about(entry: Document) -> str:
    """Return what a document is about, to be put after "nói về"; "" when it makes no question."""
    if not entry.title.startswith("Về ") or len(entry.title.split()) > LONGEST_TITLE:
        return ""
    about = entry.title.removeprefix("Về ")
    return about if about.startswith(NOUNS) else f"việc {about}"


def _terms(course: Course, without: Container[str]) -> Iterator[dict]:
    forms = [form.split() for term in course.glossary.values() for form in (term.term, *term.forms)]
    for term in course.glossary.values():
        if term.id in without:
            continue
        # Letters that stand for two things ask for no one answer.
        short = [form for form in term.forms if ABBREVIATION.fullmatch(form)]
        clear = [form for form in short if sum(form in words for words in forms) == 1]
        asked, back, meaning = _term(term, clear[0] if clear else "")
        made = _card(course, term, f"tu-{term.id}", asked, back, noted=term.notes)
        yield made | {"commentary": resolve(course, meaning), "cite": made["cite"] if back else ""}


def _term(term: Term, short: str) -> tuple[str, list[str], str]:
    """An abbreviation asks for its words, a sign, a name or a word for what it means.

    Returns
    -------
    tuple
        The question, its answer in words of the source, and the meaning where it is the kit's own.
    """
    said, meaning = [f"“{term.quote}”"] if term.quote else [], term.meaning or ""
    if short:
        return f"“{short}” là chữ viết tắt của cụm từ nào?", [f"{_capital(term.term)}.", *said], meaning
    if ABBREVIATION.fullmatch(term.term):
        return f"Chữ viết tắt “{term.term}” nghĩa là gì?", said, meaning
    if "/" in term.term:
        return f"Ký hiệu “{term.term}” trong số của văn bản nghĩa là gì?", said, meaning
    if term.term[0].isupper():
        return f"{term.term} là gì?", said, meaning
    return f"“{_capital(term.term)}” nghĩa là gì?", said, meaning


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _printed(card: dict) -> Item:
    answer = [bullets(*card["back"])] if len(card["back"]) > 1 else [text(line) for line in card["back"]]
    more = [text(card["more"])] if card["more"] else []
    commentary = [Commentary((text(card["commentary"]),))] if card["commentary"] else []
    below = below_card(card["notes"], card["cite"])
    return Item(words(strong(card["front"])), (*answer, *more, *below, *commentary))
