"""References lead somewhere, counts agree, ids are unique."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from course.checks.entries import walk
from course.course import Course
from course.errors import Fault
from course.models import Group, Part
from course.pages import Case, Prompt
from course.questions import Near, Numeric
from course.references import REFERENCE, UnknownReference, resolve

# Field → where its ids must exist.
_TARGETS = {
    "source": "sources", "notes": "corrections", "note": "corrections", "basis": "documents",
    "stated_count": "facts", "first_page": "facts", "last_page": "facts", "answer": "facts", "fact": "facts",
    "lists": "groups", "figures": "figures", "list": "groups", "part": "parts", "session": "sessions",
}  # fmt: skip
_FILES = {
    "sources": "sources.yml", "facts": "facts.csv",
    "documents": "documents.yml", "corrections": "corrections.yml", "groups": "outline.yml",
    "parts": "book.yml", "sessions": "sessions.yml", "figures": "figures.yml",
}  # fmt: skip
# A sentence for readers in a field that holds an id elsewhere.
_PROSE = {("Correction", "note"), ("Source", "note"), ("Notice", "source"), ("CoreQuestion", "answer")}
_NOT_RESOLVED = ("evidence", "reads", "full", "address")


def entries(course: Course) -> Iterator[Fault]:
    """Every id that an entry names exists, and so does what its texts refer to."""
    for file, place, entry in walk(course):
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            values = value if isinstance(value, list) else [value]
            yield from _in_field(course, file, f"{place} > {name}", values, entry)


def _in_field(course: Course, file: str, place: str, values: list, entry: BaseModel) -> Iterator[Fault]:
    name = place.rpartition(" > ")[2]
    yield from _repeated(file, place, values)
    texts = [value for value in values if isinstance(value, str)]
    if (target := _TARGETS.get(name)) and (type(entry).__name__, name) not in _PROSE:
        for text in texts:
            if text and text not in getattr(course, target):
                yield Fault(file, place, "must be an id in {file}", text, {"file": _FILES[target]})
    if name not in _NOT_RESOLVED:
        for text in texts:
            yield from _in_text(course, file, place, text)


def points(course: Course) -> Iterator[Fault]:
    """What speaks to a prompt or a case is a point of the outline."""
    known = {item.id for group in course.groups.values() for item in group.items}
    for file, place, entry in walk(course):
        for name in entry.points if isinstance(entry, (Prompt, Case)) else ():
            if name not in known:
                yield Fault(file, f"{place} > points", "must be the id of a point in outline.yml", name)


def _repeated(file: str, place: str, values: list) -> Iterator[Fault]:
    ids = [value.id for value in values if hasattr(value, "id")]
    for name in dict.fromkeys(name for name in ids if ids.count(name) > 1):
        yield Fault(file, place, "ids must be unique in their list", name)


def _in_text(course: Course, file: str, place: str, text: str) -> Iterator[Fault]:
    try:
        resolve(course, text)
    except UnknownReference as error:
        yield Fault(file, place, error.rule, terms=error.terms)


def sessions(course: Course) -> Iterator[Fault]:
    """Every session has its questions, and no slug is given twice."""
    for slug in course.questions:
        if slug not in course.sessions:
            yield Fault(f"questions/{slug}.yml", "session", "must be a slug in sessions.yml", slug)
    for slug in course.sessions:
        if slug not in course.questions:
            rule = "has no questions: questions/{slug}.yml is missing"
            yield Fault("sessions.yml", slug, rule, terms={"slug": slug})
    for slug in course.tools:
        if slug in course.sessions:
            yield Fault("tools.yml", slug, "slug must be unique, also in sessions.yml")


def notices(course: Course) -> Iterator[Fault]:
    """A notice concerns plans, documents, and organisations of a plan, which are there."""
    organisations = {f"{plan.id}/{one.id}" for plan in course.plans.values() for one in plan.organisations}
    known = {*course.plans, *course.documents, *organisations}
    for entry in course.notices.values():
        for name in entry.concerns:
            if name not in known:
                rule = "must be the id of a plan or of a document, or plan/organisation"
                yield Fault("notices.yml", f"{entry.id} > concerns", rule, name)


def core_questions(course: Course) -> Iterator[Fault]:
    """Core questions belong to a session, and name quiz questions that exist."""
    known = {question.id for questions in course.questions.values() for question in questions}
    for entry in course.qa.values():
        if entry.topic not in course.sessions:
            yield Fault("qa.yml", f"{entry.id} > topic", "must be a slug in sessions.yml", entry.topic)
        for name in entry.quiz:
            if name not in known:
                yield Fault("qa.yml", f"{entry.id} > quiz", "must be the id of a quiz question", name)


def question_ids(course: Course) -> Iterator[Fault]:
    """No two quiz questions share an id; readers' progress is kept by it."""
    seen: dict[str, str] = {}
    for file, questions in course.banks.items():
        for question in questions:
            if question.id not in seen:
                seen[question.id] = file
                continue
            if seen[question.id] == file:
                yield Fault(file, question.id, "id must be unique")
                continue
            rule, other = "id must be unique, also in {other}", {"other": seen[question.id]}
            yield Fault(file, question.id, rule, terms=other)


def figures_name_no_others(course: Course) -> Iterator[Fault]:
    """A figure's own words hold no reference; charts and cards show them as they stand."""
    for fact in course.facts.values():
        for name in ("label", "unit", "period"):
            if REFERENCE.search(words := getattr(fact, name)):
                rule = "must be plain words, without a reference to another figure"
                yield Fault("facts.csv", f"{fact.id} > {name}", rule, words)


# Field → what its fact says, as whole numbers: how many there are, on which page, what readers are to type.
_WHOLE = ("stated_count", "first_page", "last_page", "answer", "fact")


def whole_numbers(course: Course) -> Iterator[Fault]:
    """What is counted, printed as a page or typed as an answer is a whole number."""
    for file, place, entry in walk(course):
        for name in _WHOLE if isinstance(entry, (Group, Part, Numeric, Near)) else ():
            fact = course.facts.get(getattr(entry, name, None) or "")
            if fact and not isinstance(fact.value, int):
                rule = (
                    "must be a fact that is a whole number; ask for other figures in a single-choice question"
                )
                yield Fault(file, f"{place} > {name}", rule, fact.id)


def counts(course: Course) -> Iterator[Fault]:
    """A list holds as many items as its source states."""
    for group in course.groups.values():
        stated = course.facts.get(group.stated_count or "")
        if stated and stated.value != len(group.items):
            rule = "must hold the {count} items that {fact!r} in facts.csv states"
            terms = {"count": stated.value, "fact": stated.id}
            yield Fault("outline.yml", group.id, rule, len(group.items), terms)


def pages(course: Course) -> Iterator[Fault]:
    """The pages of the book rise from part to part."""
    previous = 0
    for part in course.parts.values():
        if not {part.first_page, part.last_page} <= set(course.facts):
            continue
        first, last = (course.facts[page].value for page in (part.first_page, part.last_page))
        if not (isinstance(first, int) and isinstance(last, int)):
            continue
        if not previous < first <= last:
            yield Fault("book.yml", part.id, "pages must rise from part to part", (first, last))
        previous = last


RULES = (
    entries,
    points,
    sessions,
    notices,
    core_questions,
    question_ids,
    figures_name_no_others,
    whole_numbers,
    counts,
    pages,
)
