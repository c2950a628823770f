"""Rules for ``figures.yml``: a chart can draw what it is given, and leaves nothing of it out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from course.course import Course
from course.errors import ContentError, Fault, first_fault
from course.figures import Figure, Row, State, of_plan, square_worth
from course.formats import number

FILE = "figures.yml"
_OF_THE_BOOK = {"book-pages", "book-years"}
# Kind → the least that every value must be, and the least that one of them must be. A logarithmic
# scale begins at 1 and must have a length; of nothing there is neither an area nor a square.
_LEAST = {"bars": (0, 1), "log-dots": (1, 2)}
_LEAST_OF_OTHERS = (1, 1)
# In a row of 18 on a phone, 1,000 squares are 1,000 px high; many more nobody counts, and the file grows large.
_MOST_SQUARES = 1000


def can_be_drawn(course: Course) -> Iterator[Fault]:
    """Every figure has what its ways of showing draw."""
    for entry in course.figures.values():
        yield from first_fault(_check, course, entry)


def _check(course: Course, entry: Figure) -> None:
    if entry.id in {of_plan(plan) for plan in course.plans}:
        raise ContentError(FILE, entry.id, "is the id of the chart of a plan's year; choose another")
    _check_kinds(course, entry)
    _check_rows(course, entry)
    _check_columns(entry)
    for state in entry.states:
        _check_state(course, entry, state)


def _check_kinds(course: Course, entry: Figure) -> None:
    kinds = {state.kind for state in entry.states}
    drawn = ", ".join(sorted(kinds - _OF_THE_BOOK))
    if drawn and not entry.rows:
        raise ContentError(
            FILE, f"{entry.id} > rows", "must name the facts that {drawn} draws", terms={"drawn": drawn}
        )
    if entry.rows and not drawn:
        raise ContentError(FILE, f"{entry.id} > rows", "must be left out where no state draws them")
    if (of_the_book := sorted(kinds & _OF_THE_BOOK)) and not course.book:
        rule, terms = (
            "{kinds} draws the book, and the course has no book.yml",
            {"kinds": ", ".join(of_the_book)},
        )
        raise ContentError(FILE, f"{entry.id} > states", rule, terms=terms)
    if "book-years" in kinds and len(entry.states) > 1:
        raise ContentError(FILE, f"{entry.id} > states", "book-years must be the only one", len(entry.states))
    if "book-years" in kinds and course.book and not course.book.speeches:
        raise ContentError(FILE, f"{entry.id} > states", "book-years needs speeches in book.yml")


def _check_rows(course: Course, entry: Figure) -> None:
    grouped = any(row.group for row in entry.rows) or {"book-pages", "counted-cells"} & {
        state.kind for state in entry.states
    }
    above: dict[str, Row] = {}
    for index, row in enumerate(entry.rows, start=1):
        place = f"{entry.id} > rows[{index}]"
        if row.fact in above:
            raise ContentError(FILE, f"{place} > fact", "must not stand twice", row.fact)
        if grouped and not row.group:
            raise ContentError(FILE, f"{place} > group", "is required, as for the other rows or by the kind")
        if isinstance(course.facts[row.fact].value, str):
            rule = "must be the fact of a number; words cannot be drawn"
            raise ContentError(FILE, f"{place} > fact", rule, row.fact)
        if row.parent and row.parent not in above:
            raise ContentError(FILE, f"{place} > parent", "must be the fact of a row above", row.parent)
        if row.parent and (most := _value(course, row.parent)) < (value := _value(course, row.fact)):
            raise ContentError(
                FILE, f"{place} > parent", "must not be smaller than its part, {part}", most, {"part": value}
            )
        above[row.fact] = row


def _check_columns(entry: Figure) -> None:
    """Hold the heads to the columns that :mod:`charts` gives the table."""
    kinds = {state.kind for state in entry.states}
    columns = ["what", "how many", "source"]
    if "book-pages" in kinds:
        columns = ["group", *columns]
    if "book-years" in kinds:
        columns = ["year", "what", "source"]
    if len(entry.columns) != len(columns):
        rule, terms = "must have a head for each of: {columns}", {"columns": ", ".join(columns)}
        raise ContentError(FILE, f"{entry.id} > columns", rule, entry.columns, terms)


def _check_state(course: Course, entry: Figure, state: State) -> None:
    if state.kind in _OF_THE_BOOK:
        return
    place = f"{entry.id} > {state.id}"
    values = [_value(course, row.fact) for row in entry.rows]
    every, one = _LEAST.get(state.kind, _LEAST_OF_OTHERS)
    if min(values) < every:
        rule, terms = "{kind} can draw values of {least} or more", {"kind": state.kind, "least": every}
        raise ContentError(FILE, place, rule, min(values), terms)
    if max(values) < one:
        rule, terms = "{kind} needs a value of {least} or more", {"kind": state.kind, "least": one}
        raise ContentError(FILE, place, rule, max(values), terms)
    if state.kind in ("areas", "whole-and-parts"):
        _check_nesting(entry, state, place)
    if state.kind in ("whole-and-parts", "equal-cells", "counted-cells"):
        if broken := [value for value in values if value % 1]:
            raise ContentError(
                FILE, place, "{kind} can draw whole numbers alone", number(broken[0]), {"kind": state.kind}
            )
        worth = square_worth(values) if state.kind == "equal-cells" else 1
        if (squares := max(values) // worth) > _MOST_SQUARES:
            rule, terms = "can draw {most} squares for a fact at most", {"most": _MOST_SQUARES}
            raise ContentError(FILE, place, rule, squares, terms)


def _value(course: Course, fact: str) -> int | Decimal:
    # That rows name no words was looked at before.
    return cast("int | Decimal", course.facts[fact].value)


def _check_nesting(entry: Figure, state: State, place: str) -> None:
    """Hold the rows to what the drawing has room for; it would leave out the others without a word."""
    parts = [row for row in entry.rows if row.parent]
    if not parts:
        raise ContentError(FILE, place, "{kind} needs a row with a parent", terms={"kind": state.kind})
    inside = {row.fact: row.parent for row in parts}
    if state.kind == "areas":
        inner, *others = parts
        if inner.parent in inside or any(row.parent != inner.fact for row in others):
            rule = "areas draws one whole, one row inside it, and that row's parts"
            raise ContentError(FILE, place, rule, inside)
    elif len(set(inside.values())) > 1:
        rule = "whole-and-parts draws one whole and its parts"
        raise ContentError(FILE, place, rule, inside)


RULES = (can_be_drawn,)
