"""Makes the frames that charts are drawn from, out of content objects.

Every frame of figures has these columns:

=========== ======================================================
id          id of the figure in ``facts.csv``
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
from typing import TYPE_CHECKING

import pandas as pd

from course import formats, resolve
from course.citations import cite

if TYPE_CHECKING:
    from course import Course
    from course.models import Event, Fact

# Figure → heading it stands under, and the figure that it is a part of.
_DISCIPLINE = {
    "to-chuc-dang": ("Kỷ luật tổ chức đảng", ""),
    "dang-vien": ("Kỷ luật đảng viên", ""),
    "can-bo-tw": ("Kỷ luật đảng viên", "dang-vien"),
    "uv-bo-chinh-tri": ("Kỷ luật đảng viên", "can-bo-tw"),
    "uv-trung-uong": ("Kỷ luật đảng viên", "can-bo-tw"),
    "hinh-su": ("Xử lý hình sự", ""),
}
# `role`: the whole, its named parts, and a figure that the source states apart.
_OFFICIALS = {"can-bo-tw": "whole", "uv-bo-chinh-tri": "part", "uv-trung-uong": "part", "hinh-su": "apart"}
_DOCUMENTS = ("van-ban-dang", "luat", "nghi-dinh")
# Figure → number of the book's part.
_BOOK_COUNTS = {"p1-tong-quan": 1, "p1-phat-bieu": 1, "p1-phien-hop": 1, "p2-bai": 2, "p3-y-kien": 3}
_SPEECH = "Phát biểu kết luận tại hội nghị toàn quốc"
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm")


def facts(course: Course, ids: list[str] | tuple[str, ...]) -> pd.DataFrame:
    """Return the named figures, one row each, in the order given.

    Raises
    ------
    LookupError
        When a figure does not exist.
    """
    missing = [name for name in ids if name not in course.facts]
    if missing:
        raise LookupError(f"charts: no such figure in facts.csv: {missing}")
    return pd.DataFrame([_row(course, course.facts[name]) for name in ids])


def discipline(course: Course) -> pd.DataFrame:
    """Return the figures on discipline and prosecution, with columns ``group`` and ``parent``."""
    frame = facts(course, list(_DISCIPLINE))
    groups, parents = zip(*_DISCIPLINE.values(), strict=True)
    return frame.assign(group=groups, parent=parents)


def officials(course: Course) -> pd.DataFrame:
    """Return the figures on officials under central management, with column ``role``."""
    return facts(course, list(_OFFICIALS)).assign(role=list(_OFFICIALS.values()))


def documents(course: Course) -> pd.DataFrame:
    """Return how many documents the Party, the National Assembly and the Government issued."""
    return facts(course, _DOCUMENTS)


def book_counts(course: Course) -> pd.DataFrame:
    """Return what each part of the book holds, with columns ``part`` and ``group``."""
    parts = list(_BOOK_COUNTS.values())
    return facts(course, list(_BOOK_COUNTS)).assign(part=parts, group=[part_name(n) for n in parts])


def book_pages(course: Course) -> pd.DataFrame:
    """Return the parts of the book: ``id, label, title, first, last, text, source``."""
    return pd.DataFrame(
        [
            {
                "id": part.id,
                "label": part_name(order),
                "title": _without_ordinal(part.title),
                "first": (first := course.facts[part.first_page].value),
                "last": (last := course.facts[part.last_page].value),
                "text": f"trang {formats.number(first)}–{formats.number(last)}",
                "source": cite(course, part),
            }
            for order, part in enumerate(course.book.parts, start=1)
        ]
    )


def speeches(course: Course) -> pd.DataFrame:
    """Return the span of the meetings, then each speech: ``kind, start, end, years, number, phrase, content, source``.

    ``number`` and ``phrase`` say how many there are of the row's kind, ``content`` what the row is.
    """
    book, rows = course.book, []
    meetings, talks = (facts(course, [name]).iloc[0] for name in ("p1-phien-hop", "p1-phat-bieu"))
    rows.append(("meetings", book.sessions_from, book.sessions_to, meetings, meetings.source))
    rows += [("speech", item.year, item.year, talks, cite(course, item)) for item in book.speeches]
    return pd.DataFrame(
        [
            {
                "kind": kind, "start": start, "end": end,
                "years": str(start) if start == end else f"{start}–{end}",
                "number": of.number, "phrase": of.phrase, "source": place,
                "content": f"{of.number} {of.phrase}" if kind == "meetings" else _SPEECH,
            }
            for kind, start, end, of, place in rows
        ]
    )  # fmt: skip


def campaign(course: Course, unit: str) -> pd.DataFrame:
    """Return one plan's calendar: ``id, month, day, kind, when, title, source``.

    ``month`` is missing for what has no month; ``kind`` is one of ``peak``,
    ``deadline``, ``review``, ``period``. Rows come in the order of the year.
    """
    if unit not in course.plans:
        raise LookupError(f"charts: no such plan: {unit!r}; plans: {sorted(course.plans)}")
    rows = [_event(course, event) for event in course.plans[unit].calendar]
    frame = pd.DataFrame(rows).astype({"month": "Int64", "day": "Int64"})
    return frame.sort_values(["month", "day"], kind="stable", na_position="last", ignore_index=True)


def part_name(order: int) -> str:
    """Name a part of the book: ``1`` → "Phần thứ nhất"."""
    return f"Phần thứ {_ORDINALS[order - 1]}"


def _row(course: Course, fact: Fact) -> dict[str, object]:
    return {
        "id": fact.id,
        "label": fact.label,
        "value": fact.value,
        "qualifier": fact.qualifier,
        "unit": fact.unit,
        "number": formats.quantity(fact.value, fact.qualifier),
        "text": formats.quantity(fact.value, fact.qualifier, fact.unit),
        "phrase": _after_number(fact),
        "source": cite(course, fact),
    }


def _after_number(fact: Fact) -> str:
    # A label begins with a capital; its unit shows whether the word itself has one ("Ủy viên").
    keeps_capital = fact.unit[:1].isupper()
    return fact.label if keeps_capital else fact.label[:1].lower() + fact.label[1:]


def _without_ordinal(title: str) -> str:
    return re.sub(r"^Phần thứ \w+\s*[:.–-]?\s*", "", title) or title


def _event(course: Course, event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "month": event.when.month,
        "day": event.when.day,
        "kind": event.kind,
        "when": resolve(course, event.when.text),
        "title": resolve(course, event.title),
        "source": cite(course, event),
    }
