"""The core questions of the material as an index: each leads to its answer, source, session and quiz."""

from __future__ import annotations

import traitlets

from course import ContentError, Course, resolve
from course.citations import cite, notes_on
from course.reference import CoreQuestion
from course.references import UnknownReference
from shown.model import Block, Commentary, Heading, label, text, words
from shown.prose import below_card
from widgets.base import KitWidget
from widgets.glossary.glossary import terms_in


class Qa(KitWidget, module="qa"):
    """Core questions by session: to look up, or to be asked at random with the answer hidden.

    Which questions are read stays on the reader's device.

    Parameters
    ----------
    course
        Where questions, references, sources and corrections are looked up.
    session, key
        Under these two names the browser keeps the reader's progress.
    title
        Heading of the widget.

    Raises
    ------
    ContentError
        When there are no core questions, or one refers to something that ``content``
        does not hold.
    """

    title = traitlets.Unicode().tag(sync=True)
    sessions = traitlets.List(traitlets.Dict(), help="Slug and title of sessions with questions").tag(
        sync=True
    )
    entries = traitlets.List(traitlets.Dict(), help="Plain questions, by session").tag(sync=True)

    def __init__(
        self,
        course: Course,
        *,
        session: str,
        key: str = "qa",
        title: str = "Câu hỏi cốt lõi",
    ) -> None:
        shown = plain_questions(course)
        texts = [
            [entry[name] for name in ("answer", "commentary", "notes", "cite")] for entry in shown["entries"]
        ]
        super().__init__(**shown, terms=terms_in(course, texts), session=session, key=key, title=title)

    @traitlets.validate("entries")
    def _some_entries(self, proposal: dict) -> list[dict]:
        if not proposal["value"]:
            raise ContentError("Qa", "entries", "must hold at least one core question", proposal["value"])
        return proposal["value"]

    def reading_form(self) -> list[Block]:
        """Return all questions with their answers, by session."""
        parts: list[Block] = [Heading(words(self.title), 3)]
        number = 0
        for session in self.sessions:
            parts.append(Heading(words(session["title"]), 4))
            for entry in (entry for entry in self.entries if entry["topic"] == session["slug"]):
                number += 1
                parts += _point(number, entry)
        return parts


def plain_questions(course: Course) -> dict:
    """Turn the core questions into plain values that the browser can show as they are.

    Returns
    -------
    dict
        ``sessions`` (``slug``, ``title``) and ``entries``; each entry has ``id``, ``topic``,
        ``question``, ``answer``, ``commentary`` ("" without one), ``notes``, ``cite`` and ``quiz``,
        a list of ``id``, ``session`` and ``label`` such as "Buổi 1, câu 3".
    """
    titles = {
        slug: f"Buổi {order}. {session.title}"
        for order, (slug, session) in enumerate(course.sessions.items(), start=1)
    }
    labels = _quiz_labels(course)
    entries = [
        _plain_question(course, labels, entry)
        for slug in titles
        for entry in course.qa.values()
        if entry.topic == slug
    ]
    topics = {entry["topic"] for entry in entries}
    sessions = [{"slug": slug, "title": title} for slug, title in titles.items() if slug in topics]
    return {"sessions": sessions, "entries": entries}


def _quiz_labels(course: Course) -> dict[str, dict[str, str]]:
    """Return where each quiz question stands, by its id."""
    return {
        question.id: {"id": question.id, "session": slug, "label": f"Buổi {order}, câu {number}"}
        for order, slug in enumerate(course.sessions, start=1)
        for number, question in enumerate(course.questions[slug], start=1)
    }


def _plain_question(course: Course, labels: dict[str, dict[str, str]], entry: CoreQuestion) -> dict:
    try:
        return {
            "id": entry.id,
            "topic": entry.topic,
            "question": resolve(course, entry.question),
            "answer": resolve(course, entry.answer),
            "commentary": resolve(course, entry.commentary or ""),
            "notes": notes_on(course, entry.notes, entry.question, entry.answer),
            "cite": cite(course, entry),
            "quiz": [labels[name] for name in entry.quiz],
        }
    except KeyError as error:
        raise ContentError("Qa", entry.id, "must refer to what the course holds", error.args[0]) from None
    except UnknownReference as error:
        raise ContentError("Qa", entry.id, str(error)) from None


def _point(number: int, entry: dict) -> list[Block]:
    places = "; ".join(place["label"] for place in entry["quiz"])
    return [
        label(f"{number}. {entry['question']}"),
        text(entry["answer"]),
        *below_card(entry["notes"], entry["cite"]),
        *([Commentary((text(entry["commentary"]),))] if entry["commentary"] else []),
        *([text(f"Tự kiểm tra: {places}")] if places else []),
    ]
