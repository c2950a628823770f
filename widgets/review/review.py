"""The quiz of all sessions, in short rounds: what was missed comes back as flashcards do."""

from __future__ import annotations

import traitlets

from course.course import Course
from course.pages import Session
from shown.model import Block, Heading, bullets, text, words
from widgets.quiz.quiz import MIXED_KEY, MIXED_TITLE, Quiz
from widgets.review.draw import drawn


class Review(Quiz, module="review"):
    """Rounds of questions from all sessions, drawn in the reader's browser.

    A question that was answered wrong, here or in its session, comes first; then those that were never answered; then
    those whose next day is near. The days are those of the flashcards' schedule.

    Parameters
    ----------
    course
        All content.
    session
        Whose page shows it: its name is that under which the browser keeps the reader's progress, see
        :class:`widgets.quiz.quiz.Quiz`, and it says how many questions its slides draw.
    title
        Heading of the widget.
    """

    groups = traitlets.List(
        traitlets.Dict(), help="{slug, ids} of each session: where the answers of its own quiz are kept"
    ).tag(sync=True)

    def __init__(self, course: Course, *, session: Session, title: str = MIXED_TITLE) -> None:
        asked = {slug: course.questions[slug] for slug in course.sessions}
        super().__init__(
            course,
            [question for questions in asked.values() for question in questions],
            session=session.slug,
            asked=drawn(course, session),
            key=MIXED_KEY,
            title=title,
            groups=[{"slug": slug, "ids": [one.id for one in several]} for slug, several in asked.items()],
        )

    def reading_form(self) -> list[Block]:
        """Return where the questions stand to be read: each session has its own, with their answers."""
        counts = [
            f"Buổi {number}: {len(group['ids'])} câu" for number, group in enumerate(self.groups, start=1)
        ]
        told = f"{len(self.questions)} câu hỏi của các buổi. Ở dạng chữ, câu hỏi và đáp án nằm ở từng buổi:"
        return [Heading(words(self.title), 3), text(told), bullets(*counts)]
