"""Which charts a course has: the facts that each shows, the ways of showing them, and their words.

The kinds are named by what they draw; :mod:`charts` has a drawing for each. The
chart of a plan's year is not listed: every plan has one, see :func:`of_plan`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from course.models import Entry, Id, OptionalText, Text


class Row(Entry):
    """A fact in a chart."""

    fact: Id
    label: Text | None = Field(None, description="What is counted, where the fact's own label does not fit")
    group: OptionalText = Field("", description="The heading that it stands under")
    parent: Id | None = Field(None, description="The fact, of a row above, that it is a part of")


class _State(Entry):
    id: Id
    label: Text = Field(description="What readers choose this way of showing by")


class Bars(_State):
    """Bars on one linear scale."""

    kind: Literal["bars"]
    hint: OptionalText = Field("", description="How the chart is to be read")


class LogDots(_State):
    """Marks on a logarithmic scale; those of the first group are square."""

    kind: Literal["log-dots"]


class Areas(_State):
    """Squares of true area: a whole, the one fact inside it, and that fact's parts."""

    kind: Literal["areas"]
    apart: OptionalText = Field("", description="Why the rows outside the whole are told and not drawn")


class WholeAndParts(_State):
    """One square for each that is counted: a whole, its named parts, and what stands apart."""

    kind: Literal["whole-and-parts"]
    each: Text = Field(description="What a square stands for, as a sentence")
    overlap: OptionalText = Field("", description="Whether the parts have members in common, as a sentence")
    overlap_in_words: OptionalText = Field("", description="The same for the end of another sentence")
    apart: OptionalText = Field("", description="Why the rows outside the whole are not added to it")


class EqualCells(_State):
    """Squares that each stand for the same number, as large as goes into every fact."""

    kind: Literal["equal-cells"]
    unit: Text = Field(description="What a square stands for a number of")


class CountedCells(_State):
    """One square for each that is counted, under the headings of the groups."""

    kind: Literal["counted-cells"]
    each: Text = Field(description="What a square stands for, as a sentence")
    remark: OptionalText = Field("", description="What else is to be known, as a sentence")


class BookPages(_State):
    """The parts of ``book.yml`` on one axis of pages."""

    kind: Literal["book-pages"]


class Meetings(Entry):
    """The meetings between the two years of ``book.yml``; ``fact`` says how many."""

    fact: Id
    remark: OptionalText = Field("", description="Follows the two years on the chart")


class Speeches(Entry):
    """The speeches of ``book.yml``; ``fact`` says how many, ``label`` what each is in the table."""

    fact: Id
    label: Text


class BookYears(_State):
    """The years of the speeches of ``book.yml`` under the span of the meetings."""

    kind: Literal["book-years"]
    meetings: Meetings
    speeches: Speeches


State = Annotated[
    Bars | LogDots | Areas | WholeAndParts | EqualCells | CountedCells | BookPages | BookYears,
    Field(discriminator="kind"),
]


class Figure(Entry):
    """A chart with its ways of showing, its table and its notes."""

    id: Id
    title: Text
    caption: Text
    rows: list[Row] = Field([], description="None where all comes from book.yml")
    states: list[State] = Field(min_length=1, description="The first is shown at first")
    columns: list[Text] = Field(description="Heads of the table; the last is that of the sources")
    notes: list[Id] = Field([], description="Beside those that the facts have")


def of_plan(plan: str) -> str:
    """Return the id of the chart of a plan's year."""
    return f"nam-cong-tac-{plan}"


# What a square may stand for; the largest that goes into every value is taken.
_WORTHS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)


def square_worth(values: Iterable[int | Decimal]) -> int:
    """Return the largest round number that divides every value: ``250, 300, 2000`` → ``50``."""
    every = list(values)
    return next(worth for worth in _WORTHS if all(value % worth == 0 for value in every))
