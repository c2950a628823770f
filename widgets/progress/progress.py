"""The reader's own progress over all sessions, read in the browser from what the other widgets keep."""

from __future__ import annotations

import traitlets

from course import Course, resolve
from course.pages import Session
from course.questions import Question
from shown.model import Block, label, table, text
from widgets.base import KitWidget
from widgets.flashcards import flashcards
from widgets.quiz.quiz import MIXED_KEY, MIXED_TITLE, plain_question


class Progress(KitWidget, module="progress"):
    """What is read, answered and to be repeated, with links to the exact places.

    Nothing of it is known in Python: the browser reads what the cards, the quizzes and
    the flashcards keep on the reader's device. The traits name what there is to be done.

    Parameters
    ----------
    course
        All content.
    session, key
        Names of the page and of the widget on it; it keeps nothing of its own.
    """

    title = traitlets.Unicode("Đã học đến đâu").tag(sync=True)
    sessions = traitlets.List(
        traitlets.Dict(), help="slug, title, lists with their points, questions as far as answers are judged"
    ).tag(sync=True)
    mixed = traitlets.Dict(
        allow_none=True, help="slug, key and title of the quiz of all questions; None where there is none"
    ).tag(sync=True)
    cards = traitlets.Dict(
        allow_none=True, help="slug of the flashcards' page and total of its cards; None where there is none"
    ).tag(sync=True)
    notes = traitlets.Unicode(help="Slug of the page that gathers all notes; empty where there is none").tag(
        sync=True
    )

    def __init__(self, course: Course, *, session: str, key: str = "tien-do") -> None:
        mixed, cards = course.page_with("mixed-quiz"), course.page_with("flashcards")
        notes = course.page_with("notes")
        super().__init__(
            session=session,
            key=key,
            sessions=[
                _session(course, entry, number)
                for number, entry in enumerate(course.sessions.values(), start=1)
            ],
            mixed={"slug": mixed.slug, "key": MIXED_KEY, "title": MIXED_TITLE} if mixed else None,
            cards={"slug": cards.slug, "total": len(flashcards.cards(course))} if cards else None,
            notes=notes.slug if notes else "",
        )

    def reading_form(self) -> list[Block]:
        """Return a table of all there is to be done, to be filled in by hand."""
        rows = [
            [
                session["title"],
                _out_of(sum(len(group["items"]) for group in session["lists"])),
                _out_of(len(session["questions"])),
                "",
            ]
            for session in self.sessions
        ]
        head = ["Buổi học", "Thẻ đã đọc", "Câu đã trả lời", "Ngày học"]
        words = (
            "Tiến độ chỉ lưu trong trình duyệt trên máy của từng người. Trên giấy, có thể ghi vào bảng này."
        )
        return [label(self.title), text(words), table(head, rows)]


def _out_of(total: int) -> str:
    return f"…/{total}" if total else "không có"


def _session(course: Course, session: Session, number: int) -> dict:
    return {
        "slug": session.slug,
        "title": f"Buổi {number}. {resolve(course, session.title)}",
        "lists": [
            {
                "id": group.id,
                "title": resolve(course, group.title),
                "items": [{"id": item.id, "title": resolve(course, item.title)} for item in group.items],
            }
            for group in (course.groups[name] for name in session.lists)
        ],
        "questions": [judged(course, question) for question in course.questions[session.slug]],
    }


def judged(course: Course, question: Question) -> dict:
    """Return what of a question decides whether an answer is right, and whether it still fits.

    The reasons are left out; see ``judge`` and ``fingerprint`` in ``quiz/logic.js``.
    """
    asked = plain_question(course, question)
    kept = {name: asked[name] for name in ("id", "kind", "prompt", "answer") if name in asked}
    for parts, names in {
        "options": ("text", "correct"),
        "items": ("text",),
        "pairs": ("left", "right"),
    }.items():
        if parts in asked:
            kept[parts] = [{name: part[name] for name in names} for part in asked[parts]]
    return kept | ({"near": []} if question.kind == "numeric" else {})
