"""A map of the book: its parts in proportion to their pages, and where the kit studies each."""

from __future__ import annotations

import traitlets

from course import ContentError, Course, formats, resolve
from course.citations import cite, notes
from course.models import Correction, Group, Part
from course.pages import Session
from shown.model import Block, bullets, label, strong, text
from shown.prose import below_card, remark, source
from widgets import book
from widgets.base import KitWidget

_HOW = (
    "Mỗi phần chiếm chỗ theo đúng số trang của phần đó; phần dài hơn không có nghĩa là quan trọng hơn. "
    "Chọn một phần để xem phần ấy có gì và được học ở buổi nào."
)


class BookMap(KitWidget, module="book_map"):
    """The book's parts as blocks of their size; an open part tells what it holds.

    Parameters
    ----------
    course
        All content; everything the map says is derived from it.
    session, key
        Names of the page and of the widget on it; the map keeps nothing of the reader's.

    Raises
    ------
    ContentError
        When the course has no book, or a part ends before it begins.
    """

    title = traitlets.Unicode().tag(sync=True)
    how = traitlets.Unicode(help="How to read and use the map").tag(sync=True)
    parts = traitlets.List(traitlets.Dict(), help="Plain parts, in the order of their pages").tag(sync=True)
    conflicts = traitlets.List(traitlets.Dict(), help="Where the source states two things").tag(sync=True)
    cite = traitlets.Unicode(help="Source of the book's make-up").tag(sync=True)
    current = traitlets.Unicode(help="Id of the open part; empty when none is").tag(sync=True)

    def __init__(self, course: Course, *, session: str, key: str = "ban-do-sach") -> None:
        shown = book.of(course)
        parts = [_part(course, part) for part in shown.parts]
        entries = [course.corrections[name] for name in shown.notes]
        super().__init__(
            session=session,
            key=key,
            title="Bản đồ cuốn sách",
            how=_HOW,
            parts=parts,
            conflicts=[_conflict(course, entry) for entry in entries if entry.kind == "conflict"],
            cite=cite(course, shown),
        )

    @traitlets.validate("current")
    def _known_part(self, proposal: dict) -> str:
        names = ["", *(part["id"] for part in self.parts)]
        if proposal["value"] not in names:
            raise ContentError("BookMap", "current", f"must be one of {names}", proposal["value"])
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return every part with what it holds and where it is studied."""
        parts = [block for part in self.parts for block in _part_blocks(part)]
        return [label(self.title), *parts, *(b for one in self.conflicts for b in _conflict_blocks(one))]


def _part(course: Course, part: Part) -> dict:
    first, last = map(course.whole, (part.first_page, part.last_page))
    if last < first:
        raise ContentError("BookMap", part.id, f"must end at or after its first page {first}", last)
    return {
        "id": part.id,
        "name": part.name,
        "title": resolve(course, part.title),
        "range": f"trang {formats.number(first)} đến {formats.number(last)}",
        "pages": last - first + 1,
        "about": resolve(course, part.about),
        "holds": [resolve(course, text) for text in part.holds],
        "sessions": _sessions(course, part),
        "notes": notes(course, part.notes),
        "cite": cite(course, part),
    }


def _sessions(course: Course, part: Part) -> list[dict]:
    """Return the sessions that show lists of this part, with those lists."""
    found = []
    for number, session in enumerate(course.sessions.values(), start=1):
        shown = [course.groups[name] for name in session.lists]
        if treated := [group for group in shown if group.part == part.id]:
            found.append(_session(course, session, number, treated))
    return found


def _session(course: Course, session: Session, number: int, treated: list[Group]) -> dict:
    return {
        "slug": session.slug,
        "title": f"Buổi {number}. {resolve(course, session.title)}",
        "lists": [{"id": group.id, "title": resolve(course, group.title)} for group in treated],
    }


def _conflict(course: Course, entry: Correction) -> dict:
    return {
        "reads": [resolve(course, text) for text in entry.reads],
        "note": resolve(course, entry.note),
        "called": course.sources[entry.source].called,
        "cite": cite(course, entry),
    }


def _part_blocks(part: dict) -> list[Block]:
    studied = [
        f"{one['title']}: {'; '.join(group['title'] for group in one['lists'])}" for one in part["sessions"]
    ]
    where: list[Block] = [text("Học phần này ở:"), bullets(*studied)] if studied else []
    return [
        text(strong(f"{part['name']}: “{part['title']}”"), f", {part['range']}"),
        text(part["about"]),
        text("Phần này gồm:"),
        bullets(*part["holds"]),
        *where,
        *below_card(part["notes"], part["cite"]),
    ]


def _conflict_blocks(conflict: dict) -> list[Block]:
    reads = bullets(*(f"“{words}”" for words in conflict["reads"]))
    told = text(f"{conflict['called']} ghi:")
    return [told, reads, remark(conflict["note"]), source(conflict["cite"])]
