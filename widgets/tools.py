"""What the cells of a tool's notebook call: one :class:`Tools` shows one tool page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course import Course, current, resolve
from course.pages import Tool
from shown.model import text
from shown.piece import Piece
from widgets.corrections import Corrections
from widgets.glossary.glossary import glossary_piece
from widgets.search.search import Search

if TYPE_CHECKING:
    from widgets.before_after.before_after import BeforeAfter
    from widgets.flashcards.flashcards import Flashcards
    from widgets.own_notes.own_notes import OwnNotes
    from widgets.plan_explorer.plan_explorer import PlanExplorer
    from widgets.progress.progress import Progress
    from widgets.qa.qa import Qa


class Tools(Corrections):
    """A tool page of the kit, ready to be shown piece by piece.

    Parameters
    ----------
    slug
        The tool's slug in ``data/tools.yml``; reader's progress is kept under it.
    course
        The course; by default the one around the notebook.

    Raises
    ------
    KeyError
        When there is no such tool; the message lists those that exist.
    """

    def __init__(self, slug: str, course: Course | None = None) -> None:
        self.course = course or current()
        if slug not in self.course.tools:
            raise KeyError(f"no tool {slug!r} in tools.yml; there are: {', '.join(self.course.tools)}")
        self.tool: Tool = self.course.tools[slug]

    def summary(self) -> Piece:
        """Show what the page is for."""
        return Piece(text(resolve(self.course, self.tool.summary)), kind="summary")

    def glossary(self) -> Piece:
        """Show all abbreviations and terms with their meanings."""
        return glossary_piece(self.course)

    def search(self) -> Search:
        """Show the field that searches all of the kit."""
        return Search(self.course, session=self.tool.slug)

    def plans(self) -> PlanExplorer:
        """Show each unit's year: deadlines counted from today, months, tasks, and a calendar file."""
        # Imported here: only this page writes calendar files.
        from widgets.plan_explorer.plan_explorer import PlanExplorer

        return PlanExplorer(self.course, session=self.tool.slug)

    def flashcards(self) -> Flashcards:
        """Show the cards that come back when it is time to repeat them."""
        # Imported here: only this page makes cards.
        from widgets.flashcards.flashcards import Flashcards

        return Flashcards(self.course, session=self.tool.slug)

    def before_after(self) -> BeforeAfter:
        """Show the short test before the course, the one after it, and what was gained."""
        # Imported here: only this page asks these questions.
        from widgets.before_after.before_after import BeforeAfter

        return BeforeAfter(self.course, session=self.tool.slug)

    def progress(self) -> Progress:
        """Show what this reader has done, and what comes next."""
        # Imported here: only this page needs to know all questions.
        from widgets.progress.progress import Progress

        return Progress(self.course, session=self.tool.slug)

    def notes(self) -> OwnNotes:
        """Show all that this reader has written and ticked, by session."""
        # Imported here: only this page needs to know all places.
        from widgets.own_notes.own_notes import OwnNotes

        return OwnNotes(self.course, session=self.tool.slug)

    def qa(self) -> Qa:
        """Show the core questions as an index, and one at a time with its answer hidden."""
        # Imported here: only this page shows all core questions.
        from widgets.qa.qa import Qa

        return Qa(self.course, session=self.tool.slug)
