"""Nothing of the content is left out of the sessions, and cells name what there is."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.material import Material
from course.errors import Fault


def lists(material: Material) -> Iterator[Fault]:
    """Every list belongs to a session, and each session's notebook shows the lists that links expect there."""
    placed = {name for session in material.course.sessions.values() for name in session.lists}
    for name in material.course.groups:
        if name not in placed:
            rule = "must stand in the `lists` of a session, and its cards in that notebook"
            yield Fault("outline.yml", name, rule)
    for one in material.sessions:
        found = [argument for _, method, argument in one.calls() if method == "cards"]
        if found != one.page.lists:
            rule = "must call lesson.cards for the `lists` of its session, in their order: {lists}"
            yield Fault(one.name, "code cells", rule, found, {"lists": one.page.lists})


def book(material: Material) -> Iterator[Fault]:
    """The book, its map and each of its parts are shown."""
    for method in ("book", "book_map"):
        if material.lacks(method):
            yield Fault("book.yml", "book", "must be shown: a notebook must call lesson.{method}()",
                        terms={"method": method})  # fmt: skip
    for part in material.course.book.parts:
        if material.lacks("part", part.id):
            rule = "must be shown: a notebook must call lesson.part({part!r})"
            yield Fault("book.yml", part.id, rule, terms={"part": part.id})


def apparatus(material: Material) -> Iterator[Fault]:
    """Documents and corrections are shown, as far as there are any."""
    corrections = material.course.corrections.values()
    there = {
        "documents": ("documents.yml", bool(material.course.documents)),
        "corrections": ("corrections.yml", any(entry.kind == "conflict" for entry in corrections)),
        "slips": ("corrections.yml", any(entry.kind == "slip" for entry in corrections)),
    }
    for method, (file, needed) in there.items():
        if needed and material.lacks(method):
            rule = "must be shown: a notebook must call lesson.{method}()"
            yield Fault(file, "all entries", rule, terms={"method": method})


def review(material: Material) -> Iterator[Fault]:
    """The review goes over every other session, and asks questions of all."""
    slug = material.rules.review
    if slug is None:
        return
    if slug not in material.course.sessions:
        yield Fault("rules.yml", "review", "must be a slug in sessions.yml", slug)
        return
    for one in (one for one in material.sessions if one.page.slug == slug):
        shown = one.shown()
        missing = [
            other for other in material.course.sessions if other != slug and ("recap", other) not in shown
        ]
        for other in missing:
            rule = "is the review: must call lesson.recap({other!r})"
            yield Fault(one.name, "code cells", rule, terms={"other": other})
        if ("mixed_quiz", "") not in shown:
            yield Fault(one.name, "code cells", "is the review: must call lesson.mixed_quiz()")


def names(material: Material) -> Iterator[Fault]:
    """What a cell names exists."""
    course = material.course
    known = {
        "cards": ("outline.yml", list(course.groups)),
        "quote": ("outline.yml", [item.id for group in course.groups.values() for item in group.items if item.quote]),
        "part": ("book.yml", [part.id for part in course.book.parts]),
        "plan": ("plans/", list(course.plans)),
        "recap": ("sessions.yml", list(course.sessions)),
    }  # fmt: skip
    for one in material.sessions:
        for cell, method, argument in one.calls():
            file, ids = known.get(method, ("", [argument]))
            if argument not in ids:
                rule = "lesson.{method} must name an id in {file}; there are: {ids}"
                if method == "quote":
                    rule = "lesson.{method} must name a point with a quote in {file}; there are: {ids}"
                terms = {"method": method, "file": file, "ids": ", ".join(ids)}
                yield Fault(one.name, cell.place, rule, argument, terms)


RULES = (lists, book, apparatus, review, names)
