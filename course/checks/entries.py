"""Every entry of a course with its file and its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from course.course import Course


def walk(course: Course) -> Iterator[tuple[str, str, BaseModel]]:
    """Yield ``(file, place, entry)`` for every entry, nested ones included."""
    tops: list[tuple[str, Mapping[str, BaseModel]]] = [
        ("sources.yml", course.sources), ("facts.csv", course.facts),
        ("documents.yml", course.documents), ("corrections.yml", course.corrections),
        ("notices.yml", course.notices),
        ("outline.yml", course.groups), ("sessions.yml", course.sessions),
        ("tools.yml", course.tools), ("glossary.yml", course.glossary), ("qa.yml", course.qa),
        ("flashcards.yml", course.decks), ("figures.yml", course.figures),
        ("before_after.yml", course.before_after),
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
