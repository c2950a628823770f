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
from collections.abc import Iterator
from html.parser import HTMLParser

from course import Course, resolve
from course.citations import cite
from course.reference import Term
from shown.blocks import Block, bullets, plain


def numbered(name: str) -> Iterator[str]:
    """Yield ids without an end: name-1, name-2, …"""
    return (f"{name}-{number}" for number in itertools.count(1))


# One for all markers: a page is made by one kernel, and two pieces of it must not share an id.
_ids = numbered("term")

# The plans use the words; what they mean is said here, so the place is not called a source.
FOUND = "Gặp ở"

# Where a second thing to press would get in the way, or where text is no running text.
_LEFT_ALONE = {
    "a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "option", "pre", "script", "select",
    "style", "summary", "textarea", "th",
}  # fmt: skip


def spellings(term: Term) -> list[str]:
    """Return all spellings of a term; what is written small may also begin a sentence."""
    written = dict.fromkeys([term.term, *term.forms])
    return list(written | dict.fromkeys(text[0].upper() + text[1:] for text in written))


def plain_term(course: Course, term: Term) -> dict:
    """Return a term as the browser shows it: ``id``, ``term``, ``spellings``, ``meaning``, ``source``."""
    return {
        "id": term.id,
        "term": term.term,
        "spellings": spellings(term),
        "meaning": resolve(course, term.meaning),
        "source": cite(course, term),
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
    found = {owners[match[0]].id for text in _strings(texts) for match in _pattern(owners).finditer(text)}
    return [plain_term(course, term) for term in course.glossary.values() if term.id in found]


def anchor(name: str) -> str:
    """Return the HTML id that a term has in the list of all terms."""
    return f"thuat-ngu-{name}"


class Marker:
    """Marks the terms of the glossary in HTML, each once a call.

    Parameters
    ----------
    course
        Whose glossary is looked up.
    ids
        Yields the ids of the meanings; by default none is given twice in one process.
    """

    def __init__(self, course: Course, ids: Iterator[str] | None = None) -> None:
        self.course = course
        self.ids = ids or _ids
        self.owners = _owners(course)
        self.pattern = _pattern(self.owners)

    def __call__(self, text: str) -> str:
        """Return the HTML with the first occurrence of each term marked."""
        reader = _Reader(self)
        reader.feed(text)
        reader.close()
        return "".join(reader.parts)

    def mark(self, text: str, seen: set[str]) -> str:
        """Mark the terms of one run of escaped text, except those in ``seen``, and add them to it."""
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


class _Reader(HTMLParser):
    """Gives HTML back as it came, with the terms of its text marked."""

    def __init__(self, marker: Marker) -> None:
        # Character references stay as they are written, so that nothing escaped becomes HTML.
        super().__init__(convert_charrefs=False)
        self.marker, self.seen = marker, set()
        self.parts: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.inside += tag in _LEFT_ALONE
        self.parts.append(self.get_starttag_text())

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.parts.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag in _LEFT_ALONE
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data if self.inside else self.marker.mark(data, self.seen))

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}-->")


class Glossary(Block):
    """All terms in Vietnamese order; each has the id ``thuat-ngu-<id>`` to lead to.

    Parameters
    ----------
    course
        Whose glossary is shown.
    """

    def __init__(self, course: Course) -> None:
        ordered = sorted(course.glossary.values(), key=lambda term: sort_key(term.term))
        self.terms = [(named(term), plain_term(course, term)) for term in ordered]
        lines = [
            f"**{plain(name)}**: {plain(term['meaning'])} *({FOUND}: {plain(term['source'])})*"
            for name, term in self.terms
        ]
        super().__init__(bullets(lines), "glossary")

    def html(self) -> str:
        """Return the list with its ids."""
        return f'<dl class="kit-block {self.kind}">{"".join(_listed(name, term) for name, term in self.terms)}</dl>'


# The letters that Vietnamese has between those of the Latin alphabet; tones count only between equals.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


def sort_key(text: str) -> tuple[list[int], str]:
    """Return a key that puts words into the order of a Vietnamese dictionary."""
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text.lower()).translate(_TONES))
    return [_ALPHABET.find(sign) for sign in bare if sign.isalnum() or sign == " "], text


def _owners(course: Course) -> dict[str, Term]:
    return {text: term for term in course.glossary.values() for text in spellings(term)}


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
    meaning, source = html.escape(term["meaning"]), html.escape(term["source"])
    return f'<span class="kit-meaning">{meaning}</span> <span class="kit-meaning-source">{FOUND}: {source}</span>'


def named(term: Term) -> str:
    """Name a term together with its abbreviations, as readers look for them: ``Ủy ban nhân dân (UBND)``."""
    # The scan's misreads and other ways of writing are found, but not shown.
    short = [form for form in term.forms if form.split()[0].isupper()][:1]
    return f"{term.term} ({', '.join(short)})" if short else term.term


def _listed(name: str, term: dict) -> str:
    return f'<dt id="{anchor(term["id"])}">{html.escape(name)}</dt><dd>{_meaning(term)}</dd>'
