"""A short test before the course and one after it: each matter is asked for twice, and the gain is shown to oneself."""

from __future__ import annotations

import traitlets

from course import Course, resolve
from course.errors import ContentError
from shown.model import Block, text
from widgets.base import KitWidget
from widgets.glossary.glossary import terms_in
from widgets.quiz.paper import reading_form
from widgets.quiz.quiz import explained, shown_questions

FORMS = {"before": "Trước đợt học", "after": "Sau đợt học"}


class BeforeAfter(KitWidget, module="before_after"):
    """Two parallel forms of a test, whose answers and gain stay on the reader's device.

    No answer is judged before the form after the course is done: until then a reader of the first form learns
    how many answers are right, and what to read with care.

    Parameters
    ----------
    course
        All content.
    session, key
        Under these names, with the form's behind the second, the browser keeps the answers.

    Raises
    ------
    ContentError
        When the course has no such questions, or one refers to something that it does not hold.
    """

    title = traitlets.Unicode("Đo mình trước và sau đợt học").tag(sync=True)
    seed = traitlets.Int(7).tag(sync=True)
    pairs = traitlets.List(
        traitlets.Dict(), help="about, before and after: plain questions, references resolved"
    ).tag(sync=True)
    forms = traitlets.Dict(FORMS, help="Title of each form, by its name in a pair").tag(sync=True)
    first = traitlets.Dict(help="slug and title of the session with which the course begins").tag(sync=True)

    def __init__(self, course: Course, *, session: str, key: str = "bai") -> None:
        if not course.before_after:
            raise ContentError("before_after.yml", "file", "must hold at least one question", [])
        asked = {
            form: shown_questions(course, [getattr(pair, form) for pair in course.before_after.values()])
            for form in FORMS
        }
        pairs = [
            {"about": resolve(course, pair.about), "before": before, "after": after}
            for pair, before, after in zip(course.before_after.values(), *asked.values(), strict=True)
        ]
        begin = next(iter(course.sessions.values()))
        super().__init__(
            session=session,
            key=key,
            pairs=pairs,
            first={"slug": begin.slug, "title": resolve(course, begin.title)},
            terms=terms_in(course, [explained(pair[form]) for pair in pairs for form in FORMS]),
        )

    def reading_form(self) -> list[Block]:
        """Return both forms, each with its answers behind it."""
        words = "Bài thứ nhất làm trước khi học, bài thứ hai làm khi đã học xong; đáp án ở sau mỗi bài."
        asked = ((title, [pair[form] for pair in self.pairs]) for form, title in self.forms.items())
        return [text(words), *(block for title, several in asked for block in reading_form(title, several))]
