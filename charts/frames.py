"""Makes the frames that charts are drawn from, out of a course.

A frame of facts has these columns:

=========== ======================================================
id          id of the fact in ``facts.csv``
group       the heading that it stands under, or ""
parent      id of the fact that it is a part of, or ""
label       what is counted, e.g. "Đảng viên bị kỷ luật"
value       the number
qualifier   ``exact`` or ``over`` (the source's "hơn")
unit        e.g. "đảng viên"
number      "hơn 167.700"
text        "hơn 167.700 đảng viên"
phrase      "đảng viên bị kỷ luật", to be read after ``number``
source      the source's name and the place in it
=========== ======================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pandas as pd

from course import formats, recurrence, resolve
from course.citations import cite
from course.figures import BookYears, Row

if TYPE_CHECKING:
    from course import Course
    from course.models import Book
    from course.plans import Event

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def facts(course: Course, rows: Sequence[Row]) -> pd.DataFrame:
    """Return the facts of a figure's rows, in the order given.

    Parameters
    ----------
    course
        Where facts and their sources are looked up.
    rows
        Rows of an entry of ``figures.yml``.

    Raises
    ------
    KeyError
        When a row names a fact that there is not.
    """
    return pd.DataFrame([_fact(course, row) for row in rows])


def book_pages(course: Course) -> pd.DataFrame:
    """Return the parts of the book: ``id, group, label, first, last, text, source``.

    ``group`` names the part by its place ("Phần thứ nhất"), ``label`` is its title.
    """
    return pd.DataFrame(
        [
            {
                "id": part.id,
                "group": part_name(order),
                "label": _without_ordinal(part.title),
                "first": (first := course.whole(part.first_page)),
                "last": (last := course.whole(part.last_page)),
                "text": f"trang {formats.number(first)}–{formats.number(last)}",
                "source": cite(course, part),
            }
            for order, part in enumerate(course.parts.values(), start=1)
        ]
    )


def book_years(course: Course, state: BookYears) -> pd.DataFrame:
    """Return the span of the book's meetings, then each speech.

    Parameters
    ----------
    course
        A course with a book.
    state
        Which facts count meetings and speeches, and what a speech is called.

    Returns
    -------
    DataFrame
        ``id`` of the fact that counts the row's kind, ``kind`` (``meetings`` or ``speech``), ``start`` and ``end``
        (years), ``years`` as shown, ``number`` and ``phrase`` (how many there are of the kind), ``label`` (what the
        row is), ``source``.
    """
    # Checks of figures.yml see to it that there is a book where a figure draws it.
    book = cast("Book", course.book)
    meetings = _fact(course, Row(fact=state.meetings.fact))
    talks = _fact(course, Row(fact=state.speeches.fact))
    whole = f"{meetings['number']} {meetings['phrase']}"
    rows = [("meetings", book.sessions_from, book.sessions_to, meetings, whole, meetings["source"])]
    rows += [
        ("speech", item.year, item.year, talks, state.speeches.label, cite(course, item))
        for item in book.speeches
    ]
    return pd.DataFrame(
        [
            {
                "id": of["id"], "kind": kind, "start": start, "end": end,
                "years": str(start) if start == end else f"{start}–{end}",
                "number": of["number"], "phrase": of["phrase"], "label": label, "source": place,
            }
            for kind, start, end, of, label, place in rows
        ]
    )  # fmt: skip


def plan_year(course: Course, unit: str) -> pd.DataFrame:
    """Return one plan's calendar: ``id, month, day, year, kind, when, title, source``.

    ``month``, in which it is due, is missing for what has no month or comes in each; what comes every quarter has four
    rows. ``kind`` is one of ``peak``, ``deadline``, ``review``, ``period``. Rows come in the order of the year.

    Parameters
    ----------
    course
        Where plans and sources are looked up.
    unit
        Id of the plan.

    Raises
    ------
    LookupError
        When there is no such plan; the message lists those that exist.
    """
    if unit not in course.plans:
        raise LookupError(f"charts: no such plan: {unit!r}; plans: {sorted(course.plans)}")
    rows = [row for event in course.plans[unit].calendar for row in _events(course, event)]
    frame = pd.DataFrame(rows).astype({"month": "Int64", "day": "Int64", "year": "Int64"})
    return frame.sort_values(["month", "day"], kind="stable", na_position="last", ignore_index=True)


def part_name(order: int) -> str:
    """Name a part of the book: ``1`` → "Phần thứ nhất"."""
    return f"Phần thứ {_ORDINALS[order - 1] if order <= len(_ORDINALS) else order}"


def _fact(course: Course, row: Row) -> dict[str, object]:
    fact = course.facts[row.fact]
    label = row.label or fact.label
    return {
        "id": fact.id,
        "group": row.group,
        "parent": row.parent or "",
        "label": label,
        # Drawn as a length or an area, where what a Decimal has beyond a float is not seen.
        "value": float(fact.value) if isinstance(fact.value, Decimal) else fact.value,
        "qualifier": fact.qualifier,
        "unit": fact.unit,
        "number": formats.quantity(fact.value, fact.qualifier),
        "text": formats.quantity(fact.value, fact.qualifier, fact.unit),
        "phrase": _after_number(label, fact.unit),
        "source": cite(course, fact),
    }


def _after_number(label: str, unit: str) -> str:
    # A label begins with a capital; its unit shows whether the word itself has one ("Ủy viên").
    return label if unit[:1].isupper() else label[:1].lower() + label[1:]


def _without_ordinal(title: str) -> str:
    return re.sub(r"^Phần thứ \w+\s*[:.–-]?\s*", "", title) or title


def _events(course: Course, event: Event) -> Iterator[dict[str, object]]:
    for number, month in enumerate(recurrence.months(event.when) or [None], start=1):
        yield {
            "id": event.id if number == 1 else f"{event.id}-{number}",
            "month": month,
            "day": event.when.day,
            "year": event.when.year,
            "kind": event.kind,
            "when": resolve(course, event.when.text),
            "title": resolve(course, event.title),
            "source": cite(course, event),
        }
