"""Rules that span files: references lead somewhere, counts agree, ids are unique."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pydantic import BaseModel

from course.course import Course
from course.errors import ContentError
from course.figure_checks import check_figures
from course.flashcard_checks import check_flashcards
from course.models import Plan, When
from course.page_checks import check_pages
from course.references import UnknownReference, resolve


def check(course: Course) -> None:
    """Raise :class:`ContentError` at the first entry that refers to nothing."""
    for file, place, entry in walk(course):
        _check_entry(course, file, place, entry)
    _check_sessions(course)
    _check_tools(course)
    check_pages(course)
    check_flashcards(course)
    _check_counts(course)
    _check_question_ids(course)
    for plan in course.plans.values():
        _check_calendar(plan)
        _check_organisations(plan)
    _check_core_questions(course)
    _check_pages(course)
    check_figures(course)


def walk(course: Course) -> Iterator[tuple[str, str, BaseModel]]:
    """Yield ``(file, place, entry)`` for every entry, nested ones included."""
    tops = [
        ("sources.yml", course.sources), ("facts.csv", course.facts),
        ("documents.yml", course.documents), ("corrections.yml", course.corrections),
        ("outline.yml", course.groups), ("sessions.yml", course.sessions),
        ("tools.yml", course.tools), ("glossary.yml", course.glossary), ("qa.yml", course.qa),
        ("flashcards.yml", course.decks), ("figures.yml", course.figures),
        ("book.yml", {"book": course.book} if course.book else {}), ("course.yml", {"course": course.about}),
    ]  # fmt: skip
    tops += [(f"plans/{name}.yml", {name: plan}) for name, plan in course.plans.items()]
    tops += [(f"questions/{name}.yml", {q.id: q for q in qs}) for name, qs in course.questions.items()]
    for file, entries in tops:
        for place, entry in entries.items():
            yield from _nested(file, place, entry)


def _nested(file: str, place: str, entry: BaseModel) -> Iterator[tuple[str, str, BaseModel]]:
    yield file, place, entry
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for index, child in enumerate(value if isinstance(value, list) else [value], start=1):
            if isinstance(child, BaseModel):
                position = f"{name}[{index}]" if isinstance(value, list) else name
                yield from _nested(file, f"{place} > {getattr(child, 'id', position)}", child)


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


def _check_entry(course: Course, file: str, place: str, entry: BaseModel) -> None:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        values = value if isinstance(value, list) else [value]
        _check_unique(file, f"{place} > {name}", values)
        if (target := _TARGETS.get(name)) and not _is_prose(entry, name):
            _check_ids(course, file, f"{place} > {name}", target, values)
        if name in ("evidence", "reads"):
            continue
        for item in values:
            if isinstance(item, str):
                _check_references(course, file, f"{place} > {name}", item)


def _check_unique(file: str, place: str, values: list) -> None:
    ids = [value.id for value in values if hasattr(value, "id")]
    if repeated := [name for name in ids if ids.count(name) > 1]:
        raise ContentError(file, place, "ids must be unique in their list", repeated[0])


def _check_ids(course: Course, file: str, place: str, target: str, values: list) -> None:
    for value in values:
        if isinstance(value, str) and value and value not in getattr(course, target):
            raise ContentError(file, place, f"must be an id in {_FILES[target]}", value)


# A sentence for readers in a field that holds an id elsewhere.
_PROSE = {("Correction", "note"), ("Source", "note"), ("CoreQuestion", "answer")}


def _is_prose(entry: BaseModel, name: str) -> bool:
    return (type(entry).__name__, name) in _PROSE


def _check_references(course: Course, file: str, place: str, text: str) -> None:
    try:
        resolve(course, text)
    except UnknownReference as error:
        raise ContentError(file, place, str(error)) from None


def _check_sessions(course: Course) -> None:
    for slug in course.questions:
        if slug not in course.sessions:
            raise ContentError(f"questions/{slug}.yml", "session", "must be a slug in sessions.yml", slug)
    for slug in course.sessions:
        if slug not in course.questions:
            raise ContentError("sessions.yml", slug, f"has no questions: questions/{slug}.yml is missing")


def _check_tools(course: Course) -> None:
    for slug in course.tools:
        if slug in course.sessions:
            raise ContentError("tools.yml", slug, "slug must be unique, also in sessions.yml")


def _check_core_questions(course: Course) -> None:
    known = {question.id for questions in course.questions.values() for question in questions}
    for entry in course.qa.values():
        if entry.topic not in course.sessions:
            raise ContentError("qa.yml", f"{entry.id} > topic", "must be a slug in sessions.yml", entry.topic)
        for name in entry.quiz:
            if name not in known:
                raise ContentError("qa.yml", f"{entry.id} > quiz", "must be the id of a quiz question", name)


def _check_counts(course: Course) -> None:
    for group in course.groups.values():
        if group.stated_count and (stated := course.facts[group.stated_count].value) != len(group.items):
            rule = f"must hold the {stated} items that {group.stated_count!r} in facts.csv states"
            raise ContentError("outline.yml", group.id, rule, len(group.items))


def _check_question_ids(course: Course) -> None:
    seen: dict[str, str] = {}
    for slug, questions in course.questions.items():
        for question in questions:
            if question.id in seen:
                rule = "id must be unique"
                if seen[question.id] != slug:
                    rule += f", also in questions/{seen[question.id]}.yml"
                raise ContentError(f"questions/{slug}.yml", question.id, rule)
            seen[question.id] = slug


def _check_calendar(plan: Plan) -> None:
    reports = {report.id: report for report in plan.reports}
    for event in plan.calendar:
        if not event.report:
            continue
        place = f"calendar > {event.id}"
        _check_within(
            plan, f"{place} > report", [event.report], "must be the id of one of the plan's reports", reports
        )
        due = reports[event.report].when
        if _date(event.when) != _date(due):
            rule = f"must be the date of its report, {due.text!r}"
            raise ContentError(_plan_file(plan), f"{place} > when", rule, event.when.text)


def _date(when: When) -> dict:
    return when.model_dump(exclude={"text", "since"})


def _check_organisations(plan: Plan) -> None:
    reports, events = ({entry.id for entry in entries} for entries in (plan.reports, plan.calendar))
    for entry in plan.organisations:
        place = f"organisations > {entry.id}"
        named = [*entry.reports, *entry.receives]
        _check_within(plan, place, named, "must be the id of one of the plan's reports", reports)
        _check_within(
            plan, f"{place} > calendar", entry.calendar, "must be the id of one of the plan's events", events
        )
    names = {name for entry in plan.organisations for name in entry.names}
    for duty in plan.duties if plan.organisations else []:
        rule = "must be a form that an organisation of the plan has; add it under organisations > names"
        _check_within(plan, f"duties > {duty.id}", [*duty.lead, *duty.partners], rule, names)


def _check_within(plan: Plan, place: str, names: list[str], rule: str, known: Container[str]) -> None:
    for name in names:
        if name not in known:
            raise ContentError(_plan_file(plan), place, rule, name)


def _plan_file(plan: Plan) -> str:
    return f"plans/{plan.id}.yml"


def _check_pages(course: Course) -> None:
    previous = 0
    for part in course.parts.values():
        first, last = course.facts[part.first_page].value, course.facts[part.last_page].value
        if not previous < first <= last:
            raise ContentError("book.yml", part.id, "pages must rise from part to part", (first, last))
        previous = last
