"""The words that the content quotes as evidence stand in its sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pytest

from course import Course, resolve
from course.checks import walk
from course.checks.voices import alike
from course.models import Item, ReadAt, Words
from course.reference import Term
from tests.course.conftest import law
from tests.courses import shipped

QUOTES = str.maketrans("“”‘’", "\"\"''", "*")


def even(text: str) -> str:
    """Even out what a scan and an author write differently: line breaks, emphasis, kinds of quotation marks."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(QUOTES)).strip()


def claims(course: Course) -> Iterator[tuple[str, str, str]]:
    """Yield ``(place, source, words)`` for everything that is said to stand in a source."""
    owners = {item.id: group.source for group in course.groups.values() for item in group.items}
    for file, place, entry in walk(course):
        words = [*(getattr(entry, "reads", None) or [getattr(entry, "evidence", None)])]
        words += [entry.address] if isinstance(entry, ReadAt) else []
        for text in filter(None, words):
            yield f"{file}: {place}", owners[entry.id] if isinstance(entry, Item) else entry.source, text


def unfounded(course: Course, texts: dict[str, str]) -> list[str]:
    """Return the claims whose words do not stand in their source; of sources without a text nothing is said."""
    found = {name: even(text) for name, text in texts.items()}
    return [
        f"{place}: not in the text of {source!r}: {words!r}"
        for place, source, words in claims(course)
        if source in found and even(words) not in found[source]
    ]


def corrected(course: Course, texts: dict[str, str]) -> dict[str, str]:
    """Return the texts with what the scan misread mended, and with the readings of the kit."""
    found = {name: even(text) for name, text in texts.items()}
    for entry in course.corrections.values():
        # What has several places tells in words what is done with them.
        if entry.source in found and entry.kind in ("slip", "reading") and len(entry.reads) == 1:
            found[entry.source] = found[entry.source].replace(even(entry.reads[0]), even(entry.meant))
    return found


def misquoted(course: Course, texts: dict[str, str]) -> list[str]:
    """Return titles and quotations that are not in the words of their source, its slips mended."""
    mended = {name: alike(text) for name, text in corrected(course, texts).items()}
    full = [
        f"plans/{plan.id}.yml: {point.id}: not in the text of {point.source!r}: {point.full!r}"
        for plan in course.plans.values()
        for part in ("aims", "requirements", "contents", "audience", "materials", "forms")
        for point in getattr(plan, part)
        if point.full and point.source in mended and alike(even(point.full)) not in mended[point.source]
    ]
    return full + [
        f"{place}: not in the text of {source!r}: {words!r}"
        for place, source, words in quoted(course)
        if source in mended and alike(even(words)) not in mended[source]
    ]


def quoted(course: Course) -> Iterator[tuple[str, str, str]]:
    """Yield ``(place, source, words)`` for every title and quotation that is in the words of one source."""
    for group in course.groups.values():
        for item in group.items:
            for words in filter(None, (item.title, item.quote)):
                yield f"outline.yml: {group.id} > {item.id}", group.source, words
    for file, place, entry in walk(course):
        if isinstance(entry, (Words, Term)) and entry.quote:
            yield f"{file}: {place}", entry.source, entry.quote


def unused(course: Course, texts: dict[str, str]) -> list[str]:
    """Return the terms of the glossary that their source uses in none of their spellings."""
    found = {name: alike(even(text)) for name, text in texts.items()}
    return [
        f"glossary.yml: {term.id}: not in the text of {term.source!r}: {term.term!r}"
        for term in course.glossary.values()
        if term.source in found
        and not any(alike(even(word)) in found[term.source] for word in (term.term, *term.forms))
    ]


def quotations(course: Course, text: str) -> Iterator[str]:
    """Yield what stands between quotation marks, with its figures put in."""
    yield from re.findall("“([^”]+)”", resolve(course, text))


def told(course: Course) -> Iterator[tuple[str, str, str]]:
    """Yield id, source and text of what is asked and answered with the words of sources."""
    for entry in course.qa.values():
        yield entry.id, entry.source, f"{entry.question} {entry.answer}"
    for deck in course.decks.values():
        for card in deck.cards:
            yield card.id, card.source, f"{card.front} {card.back or ''}"


def invented(course: Course, texts: dict[str, str]) -> list[str]:
    """Return quotations that are in the words of no source, its slips mended."""
    found = [alike(text) for text in corrected(course, texts).values()]
    return [
        f"{name}: in no source: {words!r}"
        for name, source, text in told(course)
        for words in quotations(course, text)
        if source in texts and not any(alike(even(words)) in text for text in found)
    ]


def test_all_evidence_stands_in_its_source(texts):
    assert unfounded(shipped(), texts) == []


def test_titles_and_quotations_are_the_words_of_their_source(texts):
    assert misquoted(shipped(), texts) == []


def test_terms_are_used_by_their_source(texts):
    assert unused(shipped(), texts) == []


def test_the_text_of_a_source_comes_with_the_project_or_its_file_is_named():
    assert law().keys() == {source.id for source in shipped().sources.values() if not source.file}


def test_everything_that_claims_a_source_is_looked_at():
    course = shipped()
    files = {place.split(":")[0] for place, _, _ in claims(course)}
    assert files == {"facts.csv", "documents.yml", "corrections.yml", "book.yml", "outline.yml"}
    # The parts of the book, and where it is read.
    parts, entries = len(course.book.parts) + 1, [course.facts, course.documents, course.corrections]
    restated = sum(bool(item.reads) for group in course.groups.values() for item in group.items)
    assert len({place for place, _, _ in claims(course)}) == parts + restated + sum(map(len, entries))


SOURCE = """\
Kế hoạch số 1-KH/XX và Nghị quyết thử: *bải* học,
gồm 03  bài, nơi khác gồm 04 bài; trang 1 đến 40,
**trang 41 đến 90**. Có hơn 12.500 người, cả
xã, hơn 300 người đã học. Giải thích bài, Giải thích việc.
"""


def test_a_term_that_its_source_does_not_use_is_named(course):
    assert unused(course, {"nguon": "Kế hoạch 2-KH/TU"}) == []
    assert unused(course, {"nguon": "Kế hoạch"}) == ["glossary.yml: kh: not in the text of 'nguon': 'KH/TU'"]


def test_line_breaks_and_emphasis_make_no_difference(course):
    assert unfounded(course, {"nguon": SOURCE}) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("hơn 12.500", "12.500", "facts.csv: nguoi"),
        ("1-KH/XX", "2-KH/XX", "documents.yml: kh-1"),
        ("gồm 04", "gồm 05", "corrections.yml: lech-so"),
        ("trang 41", "trang 42", "book.yml: book > phan-hai"),
    ],
)
def test_words_that_do_not_stand_in_the_source_are_named(course, old, new, place):
    found = unfounded(course, {"nguon": SOURCE.replace(old, new)})
    assert any(line.startswith(f"{place}: not in the text of 'nguon': ") for line in found)


def test_a_quotation_may_mend_a_slip_and_nothing_else(course):
    group = course.groups["bai-hoc"].model_copy(update={"items": course.groups["bai-hoc"].items[:1]})
    outline = replace(course, groups={group.id: group})
    assert misquoted(outline, {"nguon": "bải thứ nhất; “lời của\n*nguồn*”"}) == []
    assert misquoted(outline, {"nguon": "bãi thứ nhất; lời của nguồn"}) == [
        "outline.yml: bai-hoc > mot: not in the text of 'nguon': 'Bài thứ nhất'"
    ]


def test_curly_and_straight_quotes_are_the_same():
    assert even("“Tự  soi”,\n‘tự sửa’") == even("\"Tự soi\", 'tự sửa'")


def test_quotations_are_the_words_of_a_source(texts):
    assert invented(shipped(), texts) == []


def test_an_invented_quotation_is_named(course):
    entry = course.qa["hoi-1"].model_copy(update={"answer": "Nguồn ghi “nói đi đôi với làm” và “gồm 3 bài”."})
    texts = {"nguon": "Nguồn: nói đi\nđôi với *làm*."}
    assert invented(replace(course, qa={entry.id: entry}), texts) == ["hoi-1: in no source: 'gồm 3 bài'"]
