"""Flashcards made from the content, scheduled in the reader's browser by FSRS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import traitlets

from course import Course, formats, resolve
from course.citations import cite, notes
from course.errors import ContentError
from course.models import Cited, Document, Fact
from course.reference import Term
from course.references import document_name
from shown.blocks import plain
from widgets.base import KitWidget
from widgets.flashcards.fronts import (
    DECKS,
    EXPLAINED,
    FIGURES,
    LONGEST_TITLE,
    NOUNS,
    NUMBERED,
    ORDINALS,
    POINTS,
    UNEXPLAINED,
    WHOLE,
)
from widgets.outline_explorer.outline_explorer import plain_group

DECK_IDS = {deck.id for deck in DECKS}
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

    def as_markdown(self) -> str:
        """Return all questions with their answers, deck by deck."""
        parts = [f"### {plain(self.title)}"]
        for deck in self.decks:
            parts.append(f"#### {plain(deck['title'])}")
            own = (card for card in self.cards if card["deck"] == deck["id"])
            parts += [_printed(number, card) for number, card in enumerate(own, start=1)]
        return "\n\n".join(parts) + "\n"


def cards(course: Course) -> list[dict]:
    """Make every card that the content gives, in the order of the decks.

    Returns
    -------
    list of dict
        ``id`` (stable: it names the entry that the card is made from), ``deck``, ``front``, ``back`` (lines),
        ``more`` (an explanation, or ""), ``cite`` and ``notes`` (texts); references are resolved.
    """
    made = [*_book(course), *_lists(course), *_figures(course), *_documents(course), *_terms(course)]
    place = {deck.id: number for number, deck in enumerate(DECKS)}
    return sorted(made, key=lambda card: place[card["deck"]])


def decks(course: Course, made: Iterable[dict]) -> list[dict]:
    """Return the decks that hold cards: ``id``, ``title`` and ``group``, the session's title."""
    used = {card["deck"] for card in made}
    numbers = {slug: number for number, slug in enumerate(course.sessions, start=1)}
    return [
        {
            "id": deck.id,
            "title": deck.title or course.groups[deck.id].title,
            "group": f"Buổi {numbers[deck.session]}. {course.sessions[deck.session].title}"
            if deck.session in numbers
            else "Dùng cho mọi buổi",
        }
        for deck in DECKS
        if deck.id in used
    ]


def _card(
    course: Course, entry: Cited, id: str, deck: str, front: str, back: list[str], **given: object
) -> dict:
    return {
        "id": id,
        "deck": deck,
        "front": resolve(course, front),
        "back": [resolve(course, line) for line in back],
        "more": resolve(course, str(given.get("more", ""))),
        "cite": cite(course, entry, given.get("place") or None),
        "notes": notes(course, dict.fromkeys(given.get("notes", []))),
    }


def _book(course: Course) -> Iterator[dict]:
    book = course.book
    asked = "Tên đầy đủ của tác phẩm là gì?"
    yield _card(course, book, "sach-ten", "cuon-sach", asked, [f"“{book.title}”"])
    for nth, part in zip(ORDINALS, book.parts, strict=False):
        asked = f"Phần thứ {nth} của sách có tên là gì?"
        yield _card(course, part, f"{part.id}-ten", "cuon-sach", asked, [f"“{part.title}”"])
        asked = f"Phần thứ {nth} của sách nằm từ trang nào đến trang nào?"
        pages = f"Từ trang {{fact:{part.first_page}}} đến trang {{fact:{part.last_page}}}."
        own = [course.facts[name].note for name in (part.first_page, part.last_page)]
        yield _card(
            course, part, f"{part.id}-trang", "cuon-sach", asked, [pages], notes=[n for n in own if n]
        )


def _lists(course: Course) -> Iterator[dict]:
    for name, deck, asked in WHOLE:
        if group := course.groups.get(name):
            titles = [item.title for item in group.items]
            yield _card(course, group, f"{name}-ke-ten", deck, asked, titles, notes=group.notes)
    for group in course.groups.values():
        if group.id not in DECK_IDS:
            continue
        for nth, item in zip(ORDINALS, plain_group(course, group)["items"], strict=False):
            if point := _point(group.id, item, nth):
                # The list's reader gives a point its source and the notes on all that its texts name.
                own = {"cite": item["cite"], "notes": item["notes"]}
                yield {"id": _point_id(group.id, item["id"]), "deck": group.id, **point, **own}


def _point_id(group: str, item: str) -> str:
    """Return the point's id, which within its list only is sure to be its own."""
    return item if item.startswith(f"{group}-") else f"{group}-{item}"


def _point(group: str, item: dict, nth: str) -> dict | None:
    """Return front, back and what to add to it; None when the point has no question."""
    more = item["explanation"]
    if group in NUMBERED:
        return {"front": NUMBERED[group].format(nth=nth), "back": [item["title"]], "more": more}
    if group in EXPLAINED:
        first, _, rest = more.partition(". ")
        front = EXPLAINED[group].format(title=item["title"].lower())
        return {"front": front, "back": [f"{first.rstrip('.')}."], "more": rest}
    if item["id"] in POINTS:
        asked, answer = POINTS[item["id"]]
        return {"front": asked, "back": [answer], "more": more}
    return None


def _figures(course: Course) -> Iterator[dict]:
    for name, (deck, asked) in FIGURES.items():
        if fact := course.facts.get(name):
            yield _figure(course, fact, deck, asked)


def _figure(course: Course, fact: Fact, deck: str, asked: str) -> dict:
    answer = formats.quantity(fact.value, fact.qualifier, fact.unit)
    own = [fact.note] if fact.note and course.corrections[fact.note].kind == "conflict" else []
    return _card(course, fact, f"fact-{fact.id}", deck, asked, [f"{_capital(answer)}."], notes=own)


def _documents(course: Course) -> Iterator[dict]:
    """A document without number is named in several ways, so it is not asked for."""
    for entry in course.documents.values():
        if not entry.number:
            continue
        name = f"{entry.kind} số {entry.number}"
        more = f"Do {entry.issuer} ban hành."
        if entry.date:
            more = f"Do {entry.issuer} ban hành ngày {formats.day(entry.date)}."
        asked = f"{name} của {entry.issuer} nói về việc gì?"
        yield _card(
            course,
            entry,
            f"doc-{entry.id}",
            "van-ban",
            asked,
            [f"{entry.title}."],
            more=more,
            notes=entry.notes,
        )
        if about := _about(entry):
            asked = f"{entry.kind} nào của {entry.issuer} nói về {about}?"
            back = [f"{document_name(entry)}."]
            yield _card(course, entry, f"doc-{entry.id}-ten", "van-ban", asked, back, notes=entry.notes)


def _about(entry: Document) -> str:
    """Return what a document is about, to be put after "nói về"; "" when it makes no question."""
    if not entry.title.startswith("Về ") or len(entry.title.split()) > LONGEST_TITLE:
        return ""
    about = entry.title.removeprefix("Về ")
    return about if about.startswith(NOUNS) else f"việc {about}"


def _terms(course: Course) -> Iterator[dict]:
    forms = [form.split() for term in course.glossary.values() for form in (term.term, *term.forms)]
    for term in course.glossary.values():
        if UNEXPLAINED in term.meaning:
            continue
        # Letters that stand for two things ask for no one answer.
        short = [form for form in term.forms if ABBREVIATION.fullmatch(form)]
        clear = [form for form in short if sum(form in words for words in forms) == 1]
        asked, back, more = _term(term, clear[0] if clear else "")
        yield _card(course, term, f"tu-{term.id}", "thuat-ngu", asked, [back], more=more, notes=term.notes)


def _term(term: Term, short: str) -> tuple[str, str, str]:
    """An abbreviation asks for its words, a sign, a name or a word for what it means."""
    if short:
        return f"“{short}” là chữ viết tắt của cụm từ nào?", f"{_capital(term.term)}.", term.meaning
    if ABBREVIATION.fullmatch(term.term):
        return f"Chữ viết tắt “{term.term}” nghĩa là gì?", term.meaning, ""
    if "/" in term.term:
        return f"Ký hiệu “{term.term}” trong số của văn bản nghĩa là gì?", term.meaning, ""
    if term.term[0].isupper():
        return f"{term.term} là gì?", term.meaning, ""
    return f"“{_capital(term.term)}” nghĩa là gì?", term.meaning, ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _printed(number: int, card: dict) -> str:
    lines = [f"{number}. **{plain(card['front'])}**"]
    answer = [plain(card["back"][0])] if len(card["back"]) == 1 else [f"- {plain(b)}" for b in card["back"]]
    indent = " " * (len(str(number)) + 2)
    lines.append(f"\n{indent}".join(answer))
    lines += [plain(card["more"])] if card["more"] else []
    lines += [f"Ghi chú: {plain(note)}" for note in card["notes"]]
    lines.append(f"*Nguồn: {plain(card['cite'])}*")
    return f"\n\n{indent}".join(lines)
