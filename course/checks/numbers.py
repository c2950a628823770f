"""Every number that a reader sees has a source: a figure, a date, a document, a size, a correction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sized

from pydantic import BaseModel

from course import formats
from course.checks.entries import walk
from course.checks.material import Material, Passage, in_notebooks
from course.course import Course
from course.errors import Fault
from course.plans import When
from course.references import REFERENCE

# No figures: places in a plan such as "II.2.1", articles of a law, addresses, and what a program puts in.
_NO_FIGURE = r"\b[IVX]+(?:\.\d+)+|[Đđ]iều \d+(?: khoản \d+)?|https?://\S+|\$?\{[^{}]*\}"
_NUMBER = re.compile(
    r"(?P<date>\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\d{1,2}/\d{1,2})"
    r"|(?P<document>\d+-[A-ZĐ]+/[A-ZĐ]+)"
    r"|[Tt]háng (?P<month>\d{1,2})(?![/\d])|[Bb]uổi (?P<session>\d+)|(?P<minutes>\d+) phút"
    r"|(?P<over>[Hh]ơn )?(?P<number>\d+(?:\.\d{3})*)(?P<decimals>,\d+)?"
)
# Fields that no reader reads as prose: ids, and places in a source.
_NO_PROSE = {
    "id", "source", "place", "evidence", "notes", "notebook", "slug", "kind", "difficulty", "every",
    "first_page", "last_page", "stated_count", "answer", "fact", "basis", "topic", "quiz", "lists", "figures", "part",
    "reviews", "asked", "draws", "shows", "see", "asks_for", "full", "address", "points",
}  # fmt: skip
# The answer to a core question is a text; that of a quiz question is a figure's id.
_PROSE = {("CoreQuestion", "answer")}
_PROSE_FILES = (
    "outline.yml",
    "sessions.yml",
    "book.yml",
    "glossary.yml",
    "qa.yml",
    "plans/",
    "questions/",
    "before_after.yml",
)


def have_a_source(material: Material) -> Iterator[Fault]:
    """Nothing but what the data gives a source for is said in numbers."""
    names, allowed = material.rules.names_with_numbers, known(material.course)
    for passage in (*in_content(material.course), *in_notebooks(material)):
        for number in numbers(passage.text, names):
            if number not in allowed:
                rule = (
                    "a number must have its source: a row in facts.csv, named as {fact:id}, or a date or document "
                    "of the data (a figure that stands there with “hơn” keeps it)"
                )
                yield Fault(passage.file, passage.place, rule, number)


def numbers(text: str, names: Iterable[str] = ()) -> Iterator[str]:
    """Yield the numbers of a text in one way of writing: ``02/9`` → ``2/9``, ``167.700`` → ``167700``.

    Parameters
    ----------
    text
        What a reader sees; references in it are passed over.
    names
        What has a number in it that is no figure.
    """
    passed_over = re.compile("|".join([*map(re.escape, names), _NO_FIGURE]))
    for match in _NUMBER.finditer(passed_over.sub(" ", REFERENCE.sub(" ", " ".join(text.split())))):
        if match["date"]:
            yield "/".join(str(int(part)) for part in match["date"].split("/"))
        elif match["document"]:
            yield match["document"]
        elif match["month"]:
            yield f"tháng {int(match['month'])}"
        elif match["session"]:
            yield f"buổi {match['session']}"
        elif match["minutes"]:
            yield f"{match['minutes']} phút"
        else:
            whole = str(int(match["number"].replace(".", "")))
            yield ("hơn " if match["over"] else "") + whole + (match["decimals"] or "")


def known(course: Course) -> set[str]:
    """Return every number that the content gives a source for."""
    return {
        *_figures(course),
        *_sizes(course),
        *_documents(course),
        *_calendar(course),
        *_corrected(course),
        *(
            number
            for source in course.sources.values()
            for number in numbers(f"{source.title}. {source.note}")
        ),
    }


def _figures(course: Course) -> Iterator[str]:
    for fact in course.facts.values():
        # A figure with "hơn" never stands without it.
        yield from numbers(formats.quantity(fact.value, fact.qualifier))


def _sizes(course: Course) -> Iterator[str]:
    lists: list[Sized] = [*(group.items for group in course.groups.values()), *course.questions.values()]
    lists += [course.book.parts, course.book.speeches] if course.book else []
    yield from (str(len(entries)) for entries in lists)
    for order, session in enumerate(course.sessions.values(), start=1):
        yield f"buổi {order}"
        yield from (
            f"{minutes} phút" for minutes in (session.minutes, *(step.minutes for step in session.agenda))
        )


def _documents(course: Course) -> Iterator[str]:
    if book := course.book:
        years = (book.sessions_from, book.sessions_to, *(one.year for one in book.speeches))
        yield from map(str, years)
    for document in course.documents.values():
        if document.number:
            yield document.number
        if date := document.date:
            yield from dates(date.day, date.month, date.year)


def _calendar(course: Course) -> Iterator[str]:
    for _, _, entry in walk(course):
        if isinstance(entry, When):
            yield from dates(entry.day, entry.month, entry.year)
            yield from dates(entry.day, entry.month, entry.since)


def _corrected(course: Course) -> Iterator[str]:
    for correction in course.corrections.values():
        for text in (*correction.reads, correction.meant, correction.note):
            yield from numbers(text)


def dates(day: int | None, month: int | None, year: int | None) -> set[str]:
    """Return the ways in which prose may speak of a date."""
    ways = {str(year)} if year else set()
    if month:
        ways |= {f"tháng {month}"} | ({f"{month}/{year}"} if year else set())
    if day:
        ways |= {f"{day}/{month}"} | ({f"{day}/{month}/{year}"} if year else set())
    return ways


def in_content(course: Course) -> Iterator[Passage]:
    """Yield the prose of outline, sessions, book, glossary, core questions, plans and quizzes."""
    for file, place, entry in walk(course):
        if not file.startswith(_PROSE_FILES):
            continue
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and _is_read(entry, name):
                    yield Passage(file, f"{place} > {name}", text)


def _is_read(entry: BaseModel, name: str) -> bool:
    return name not in _NO_PROSE or (type(entry).__name__, name) in _PROSE


RULES = (have_a_source,)
