"""Abbreviations and terms, explained where they stand, and as a list.

What is made here for pieces of text, ``glossary.js`` makes for widgets: the
term as a button within the line, followed by its meaning in a native popover, which
closes by Escape or a touch beside it. ``shared/common.js`` opens it; without scripts it
shows while the term has the focus.
"""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from course import Course, anchors, resolve
from course.citations import cite
from course.reference import Term
from shown.model import Definition, Definitions
from shown.piece import Piece


def numbered(name: str) -> Iterator[str]:
    """Yield ids without an end: name-1, name-2, …"""
    return (f"{name}-{number}" for number in itertools.count(1))


def found(course: Course, term: Term) -> str:
    """Return the line below a meaning: a source where it gives the meaning, else where the word is met."""
    return f"{'Nguồn' if term.quote else 'Gặp ở'}: {cite(course, term)}"


def spellings(term: Term) -> list[str]:
    """Return all spellings of a term; what is written small may also begin a sentence."""
    written = dict.fromkeys([term.term, *term.forms])
    return list(written | dict.fromkeys(text[0].upper() + text[1:] for text in written))


def plain_term(course: Course, term: Term) -> dict:
    """Return a term as the browser shows it: ``id``, ``term``, ``spellings``, ``meaning``, ``found``."""
    return {
        "id": term.id,
        "term": term.term,
        "spellings": spellings(term),
        "meaning": resolve(course, term.explanation),
        "found": found(course, term),
    }


def terms_in(course: Course, *texts: object) -> list[dict]:
    """Return the terms that occur in the texts, for a widget's trait ``terms``.

    Parameters
    ----------
    course
        Whose glossary is looked up.
    texts
        Texts with their references put in, or lists and dicts that hold such texts.
    """
    owners = _owners(course)
    pattern = _pattern(owners)
    found = {owners[match[0]].id for text in _strings(texts) for match in pattern.finditer(text)}
    return [plain_term(course, term) for term in course.glossary.values() if term.id in found]


class Marker:
    """Marks the terms of the glossary in the texts of one page, each once a piece.

    Parameters
    ----------
    course
        Whose glossary is looked up.
    ids
        Yields the ids of the meanings; no two pieces of a page may share one.
    """

    def __init__(self, course: Course, ids: Iterator[str] | None = None) -> None:
        self.course = course
        self.ids = ids or numbered("term")
        self.owners = _owners(course)
        self.pattern = _pattern(self.owners)

    def piece(self) -> Callable[[str], str]:
        """Return what marks the terms in the texts of one piece, each where it occurs first."""
        return partial(self._marked, set())

    def _marked(self, seen: set[str], text: str) -> str:
        parts, done = [], 0
        for match in self.pattern.finditer(text):
            term = self.owners[match[0]]
            if term.id in seen:
                continue
            seen.add(term.id)
            explained = _explained(match[0], plain_term(self.course, term), next(self.ids))
            parts += [text[done : match.start()], explained]
            done = match.end()
        return "".join([*parts, text[done:]])


def glossary_piece(course: Course) -> Piece:
    """Return all terms in Vietnamese order; each has the id ``thuat-ngu-<id>`` to lead to."""
    ordered = sorted(course.glossary.values(), key=lambda term: sort_key(term.term))
    entries = [
        Definition(
            named(term),
            resolve(course, term.explanation),
            found(course, term),
            anchors.term(term.id),
        )
        for term in ordered
    ]
    return Piece(Definitions(tuple(entries)), kind="glossary")


# The letters that Vietnamese has between those of the Latin alphabet; tones count only between equals.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


def sort_key(text: str) -> tuple[list[int], str]:
    """Return a key that puts words into the order of a Vietnamese dictionary."""
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text.lower()).translate(_TONES))
    return [_ALPHABET.find(sign) for sign in bare if sign.isalnum() or sign == " "], text


def _owners(course: Course) -> dict[str, Term]:
    marked = (term for term in course.glossary.values() if term.everywhere)
    return {text: term for term in marked for text in spellings(term)}


def _pattern(owners: dict[str, Term]) -> re.Pattern[str]:
    # A bar joins, so that KH within KH/TU is no word; a dash does not: 105-KH/TU.
    longest = sorted(owners, key=len, reverse=True)
    if not longest:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, longest))})(?![\w/])")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)


def _explained(shown: str, term: dict, name: str) -> str:
    return (
        f'<span class="kit-term" role="button" tabindex="0" aria-expanded="false">{shown}</span>'
        f'<span popover id="{name}" class="kit-definition" role="note" tabindex="-1" autofocus '
        f'aria-labelledby="{name}-text"><span id="{name}-text"><b>{html.escape(term["term"])}</b> '
        f"{_meaning(term)}</span>"
        f'<button type="button" class="kit-definition-close" popovertarget="{name}" '
        'popovertargetaction="hide">Đóng</button></span>'
    )


def _meaning(term: dict) -> str:
    meaning, where = html.escape(term["meaning"]), html.escape(term["found"])
    return f'<span class="kit-meaning">{meaning}</span> <span class="kit-meaning-source">{where}</span>'


def named(term: Term) -> str:
    """Name a term together with its abbreviations, as readers look for them: ``Ủy ban nhân dân (UBND)``."""
    # The scan's misreads and other ways of writing are found, but not shown.
    short = [form for form in term.forms if form.split()[0].isupper()][:1]
    return f"{term.term} ({', '.join(short)})" if short else term.term
