"""Nothing of the content is left out of the sessions, and cells name what there is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from course.checks.material import Material
from course.errors import Fault
from course.pages import Session


def lists(material: Material) -> Iterator[Fault]:
    """Every list belongs to a session, and each session's notebook shows the lists that links expect there."""
    placed = {name for session in material.course.sessions.values() for name in session.lists}
    for name in material.course.groups:
        if name not in placed:
            rule = "must stand in the `lists` of a session, and its cards in that notebook"
            yield Fault("outline.yml", name, rule)
    for one in material.sessions:
        found = [argument for _, method, argument in one.calls() if method == "cards"]
        if found != one.session.lists:
            rule = "must call lesson.cards for the `lists` of its session, in their order: {lists}"
            yield Fault(one.name, "code cells", rule, found, {"lists": one.session.lists})


def book(material: Material) -> Iterator[Fault]:
    """The book, its map and each of its parts are shown."""
    for method in ("book", "book_map") if material.course.book else ():
        if material.lacks(method):
            yield Fault("book.yml", "book", "must be shown: a notebook must call lesson.{method}()",
                        terms={"method": method})  # fmt: skip
    for part in material.course.parts.values():
        if material.lacks("part", part.id):
            rule = "must be shown: a notebook must call lesson.part({part!r})"
            yield Fault("book.yml", part.id, rule, terms={"part": part.id})


# What the kit says of a correction of each kind → what a cell calls for it.
_CORRECTIONS = {
    "conflict": "corrections", "reading": "readings", "slip": "slips", "spelling": "spellings",
}  # fmt: skip


def apparatus(material: Material) -> Iterator[Fault]:
    """Documents and corrections are shown, as far as there are any; corrections may have a page of their own."""
    if material.course.documents and material.lacks("documents"):
        rule = "must be shown: a notebook must call lesson.{method}()"
        yield Fault("documents.yml", "all entries", rule, terms={"method": "documents"})
    kinds = {entry.kind for entry in material.course.corrections.values()}
    called = {method for one in material.notebooks for _, method, _ in (*one.calls(), *one.calls("tools"))}
    for kind, method in _CORRECTIONS.items():
        if kind in kinds and method not in called and not material.unread:
            rule = "must be shown: a notebook must call lesson.{method}() or tools.{method}()"
            yield Fault("corrections.yml", "all entries", rule, terms={"method": method})


# What a page says that it shows → what its notebook calls for it.
_METHODS = {
    "book": "book", "plans-in-full": "plan", "documents": "documents", "mixed-quiz": "mixed_quiz",
    "search": "search", "glossary": "glossary", "qa": "qa", "flashcards": "flashcards", "plans": "plans",
    "progress": "progress", "corrections": "corrections", "notes": "notes",
    "before-after": "before_after",
}  # fmt: skip


def entries(material: Material) -> Iterator[Fault]:
    """A page shows what its entry says: links and search results lead there."""
    for one in material.notebooks:
        calls = [*one.calls(), *one.calls("tools")]
        methods, shown = {method for _, method, _ in calls}, {(method, name) for _, method, name in calls}
        for what in one.page.shows:
            if _METHODS[what] not in methods:
                rule = "one must call .{method}(), because the page's entry says `shows: {what}`"
                terms = {"method": _METHODS[what], "what": what}
                yield Fault(one.name, "code cells", rule, terms=terms)
        for field, method, wanted in _named(one.session) if one.is_session else ():
            if (method, wanted) not in shown:
                rule = "one must call .{method}({wanted!r}), because `{field}` in sessions.yml names it"
                terms = {"method": method, "wanted": wanted, "field": field}
                yield Fault(one.name, "code cells", rule, terms=terms)


def _named(session: Session) -> Iterator[tuple[str, str, str]]:
    """Yield ``(field, method, name)`` of what a session's entry says that its notebook calls."""
    yield from (("figures", "figure", name) for name in session.figures)
    yield from (("reviews", "recap", name) for name in session.reviews)
    yield from (("commitments", "notes", form.id) for form in session.commitments)


def names(material: Material) -> Iterator[Fault]:
    """What a cell names exists."""
    course = material.course
    known = {
        "cards": ("outline.yml", list(course.groups)),
        "quote": ("outline.yml", [item.id for group in course.groups.values() for item in group.items if item.quote]),
        "part": ("book.yml", list(course.parts)),
        "plan": ("plans/", list(course.plans)),
        "recap": ("sessions.yml", list(course.sessions)),
        "notes": ("sessions.yml", [form.id for session in course.sessions.values() for form in session.commitments]),
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


def practice(material: Material) -> Iterator[Fault]:
    """A case follows the goals and comes back ahead of the prompts; one person's steps stand below the activity."""
    for one in material.sessions:
        case, alone = one.session.case is not None, bool(one.session.activity.alone)
        pairs = list(pairwise(method for _, method, _ in one.calls()))
        for first, second, field, needed in (
            ("goals", "case", "case", case), ("case_again", "discussion", "case", case),
            ("activity", "alone", "activity > alone", alone),
        ):  # fmt: skip
            if needed and (first, second) not in pairs:
                rule = (
                    "must call lesson.{second}() right after lesson.{first}(), for sessions.yml has {field!r}"
                )
                yield Fault(
                    one.name, "code cells", rule, terms={"first": first, "second": second, "field": field}
                )


RULES = (lists, book, apparatus, entries, names, practice)
