"""Where readers write on the pages of sessions, and what is asked there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from course import Course, anchors, resolve
from course.pages import Form, Session
from widgets.practice import words_to_check_by


@dataclass(frozen=True)
class Place:
    """A place of a session's page at which readers write or tick.

    What they wrote is kept by the question's words, so that it never stands below another question.

    Attributes
    ----------
    session
        Slug of the session whose page it is on.
    key
        Its anchor on that page; what is written is kept under it.
    title
        What it is called where all notes are gathered.
    questions
        What is asked, to be answered in writing: ``id``, ``label``, ``hint`` ("" without), and ``row``, what it is
        asked for ("" where it is asked once), and ``check``: the sources' words to check oneself by, with ``said`` and
        ``cite``.
    numbered
        Whether the questions have numbers.
    message
        What is to be remembered, above the goals; "" without.
    goals
        What one asks oneself, to be ticked.
    """

    session: str
    key: str
    title: str
    questions: list[dict[str, Any]] = field(default_factory=list)
    numbered: bool = False
    message: str = ""
    goals: list[str] = field(default_factory=list)


def discussion(course: Course, session: Session) -> Place:
    """Return the place for the prompts on one's own work."""
    asked = [
        _question(resolve(course, prompt.ask)) | {"check": list(words_to_check_by(course, prompt))}
        for prompt in session.discussion
    ]
    return Place(session.slug, anchors.writing("lien-he"), "Liên hệ thực tiễn", asked, numbered=True)


def commitment(course: Course, session: Session, form: Form) -> Place:
    """Return the place of a form; where it has rows, everything is asked for each of them."""
    asked = [
        _question(resolve(course, one.label), resolve(course, one.hint or ""), resolve(course, row))
        for row in form.rows or [""]
        for one in form.fields
    ]
    return Place(session.slug, anchors.writing(form.id), resolve(course, form.title), asked)


def recap(course: Course, page: Session, session: Session) -> Place:
    """Return the place on ``page`` at which one checks oneself by another session's goals."""
    return Place(
        page.slug,
        anchors.writing(f"muc-tieu-{session.slug}"),
        f"Tự kiểm tra: {resolve(course, session.title)}",
        message=resolve(course, session.key_message),
        goals=[resolve(course, goal) for goal in session.goals],
    )


def places(course: Course, session: Session) -> list[Place]:
    """Return every place at which readers write on a session's page, but for its cards."""
    forms = [commitment(course, session, form) for form in session.commitments]
    recaps = [recap(course, session, course.sessions[name]) for name in session.reviews]
    return [*recaps, *forms, discussion(course, session)]


def _question(label: str, hint: str = "", row: str = "") -> dict[str, Any]:
    return {"id": f"{row}: {label}" if row else label, "label": label, "hint": hint, "row": row, "check": []}
