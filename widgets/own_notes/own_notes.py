"""All that a reader has written and ticked, gathered by session in the browser from what this device keeps."""

from __future__ import annotations

import traitlets

from course import Course, resolve
from course.pages import Session
from shown.model import Block, bullets, label, text
from widgets.base import KitWidget
from widgets.notes.places import Place, places

# What a note is called whose card is no more.
LOST = "Thẻ nay không còn"
WHERE = "Những chỗ để viết ở mỗi buổi"


class OwnNotes(KitWidget, module="own_notes"):
    """The reader's notes, commitments and ticks, each with a link to its place; to be printed or taken along.

    Nothing of it is known in Python: the browser reads what cards and forms keep on the
    reader's device. The traits name the places at which one may write.

    Parameters
    ----------
    course
        All content.
    session, key
        Names of the page and of the widget on it; it keeps nothing of its own.
    """

    title = traitlets.Unicode("Ghi chú và cam kết của tôi").tag(sync=True)
    sessions = traitlets.List(
        traitlets.Dict(), help="slug, title, and places: key, title, items (id, title, anchor), goals, lost"
    ).tag(sync=True)

    def __init__(self, course: Course, *, session: str, key: str = "da-viet") -> None:
        numbered = enumerate(course.sessions.values(), start=1)
        super().__init__(
            session=session, key=key, sessions=[_session(course, entry, number) for number, entry in numbered]
        )

    def reading_form(self) -> list[Block]:
        """Return where one may write; what is written only the reader's own browser knows."""
        words = "Ghi chú và cam kết chỉ lưu trong trình duyệt trên máy của từng người, không gửi đi đâu."
        blocks: list[Block] = [text(words), label(WHERE)]
        for session in self.sessions:
            titles = [place["title"] for place in session["places"]]
            blocks += [text(f"{session['title']}:"), bullets(*titles)]
        return blocks


def _session(course: Course, session: Session, number: int) -> dict:
    return {
        "slug": session.slug,
        "title": f"Buổi {number}. {resolve(course, session.title)}",
        "places": [
            *(_cards(course, name) for name in session.lists),
            *map(_written, places(course, session)),
        ],
    }


def _cards(course: Course, name: str) -> dict:
    group = course.groups[name]
    items = [{"id": one.id, "title": resolve(course, one.title), "anchor": one.id} for one in group.items]
    return {"key": group.id, "title": resolve(course, group.title), "items": items, "goals": [], "lost": LOST}


def _written(place: Place) -> dict:
    items = [{"id": one["id"], "title": one["id"], "anchor": place.key} for one in place.questions]
    return {"key": place.key, "title": place.title, "items": items, "goals": place.goals, "lost": ""}
