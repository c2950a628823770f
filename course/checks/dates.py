"""What answers say of dates is what the data says of them at the place that is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.checks.material import Material
from course.checks.numbers import dates, known, numbers
from course.course import Course
from course.errors import Fault
from course.models import Cited
from course.plans import Duty, Event, Report, When
from course.questions import Boolean, Question

# Days, months, years, and the numbers of documents; other numbers are counts, or named as {fact:id}.
_DATE = re.compile(r".*/.*|tháng \d+|(?:1[89]|20)\d\d")
# A part of a document, such as II.2.1 or mục 3.
_SECTION = re.compile(r"\b(?:[IVX]+|(?<=mục )\d+)(?:\.\d+)*(?![.\w])")


@dataclass(frozen=True)
class _Said:
    """Dates that the data gives, and where its source has them."""

    source: str
    place: str
    dates: set[str]

    @cached_property
    def sections(self) -> set[str]:
        return set(_SECTION.findall(self.place))

    def is_at(self, sections: set[str]) -> bool:
        """Tell whether one of the parts is around the place, or within it; what names no part may be anywhere."""
        near = (
            one for one in sections for other in self.sections if _within(one, other) or _within(other, one)
        )
        return not sections or not self.sections or any(near)


def _within(part: str, whole: str) -> bool:
    return part == whole or part.startswith(f"{whole}.")


def are_those_of_the_place(material: Material) -> Iterator[Fault]:
    """Answers, keys and explanations give dates that the source has at their place; reasons, that it has at all."""
    course = material.course
    # What stands nowhere in the data is a number without a source, which is a rule of its own.
    said, anything = list(_said(course)), known(course)
    for file, place, entry, text, anywhere in _texts(course):
        found = set(filter(_DATE.fullmatch, numbers(text, material.rules.names_with_numbers)))
        if not found:
            continue
        here = {one.id for one in course.sources.values() if one.short in entry.place or one.short in text}
        sections = set() if anywhere or here else set(_SECTION.findall(entry.place))
        given = {
            date
            for one in said
            if one.source in here | {entry.source} and one.is_at(sections)
            for date in one.dates
        }
        for wrong in sorted((found & anything) - given):
            rule = (
                "the date must be one that the data gives at {place}, or elsewhere in the same source for a reason; "
                "mend the text, or the date in the data"
            )
            yield Fault(file, place, rule, wrong, {"place": entry.place})


def _texts(course: Course) -> Iterator[tuple[str, str, Cited, str, bool]]:
    """Yield file, place, entry and text of what is held to the data, and whether it may speak of other places."""
    for file, questions in course.banks.items():
        for asked in questions:
            for field, text, anywhere in _of_question(asked):
                yield file, f"{asked.id} > {field}", asked, text, anywhere
    for entry in course.qa.values():
        yield "qa.yml", f"{entry.id} > answer", entry, entry.answer, False


def _of_question(asked: Question) -> Iterator[tuple[str, str, bool]]:
    yield "explanation", asked.explanation, False
    if isinstance(asked, Boolean) and asked.answer:
        yield "prompt", asked.prompt, False
    if wrong := getattr(asked, "reason_wrong", ""):
        yield "reason_wrong", wrong, True
    for number, option in enumerate(getattr(asked, "options", []), start=1):
        if option.correct:
            yield f"options[{number}] > text", option.text, False
        yield f"options[{number}] > reason", option.reason, True
    for number, item in enumerate(getattr(asked, "items", []), start=1):
        yield f"items[{number}] > text", item.text, False
        yield f"items[{number}] > reason", item.reason, True
    for number, pair in enumerate(getattr(asked, "pairs", []), start=1):
        yield f"pairs[{number}] > left", pair.left, False
        yield f"pairs[{number}] > right", pair.right, False
        yield f"pairs[{number}] > reason", pair.reason, True


def _said(course: Course) -> Iterator[_Said]:
    for document in course.documents.values():
        found = {document.number} if document.number else set()
        if date := document.date:
            found |= dates(date.day, date.month, date.year)
        yield _Said(document.source, document.place, found)
    for plan in course.plans.values():
        dated: list[Event | Duty | Report] = [*plan.calendar, *plan.duties, *plan.reports]
        yield from (_Said(one.source, one.place, _ways(one.when)) for one in dated if one.when)
    for fact in course.facts.values():
        yield _Said(fact.source, fact.place, set(numbers(fact.period)))
    for correction in course.corrections.values():
        texts = (*correction.reads, correction.meant, correction.note)
        yield _Said(correction.source, correction.place, {one for text in texts for one in numbers(text)})
    if book := course.book:
        yield _Said(book.source, book.place, {str(book.sessions_from), str(book.sessions_to)})
        for meeting in book.speeches:
            yield _Said(meeting.source, meeting.place, {str(meeting.year)})


def _ways(when: When) -> set[str]:
    return dates(when.day, when.month, when.year) | dates(when.day, when.month, when.since)


RULES = (are_those_of_the_place,)
