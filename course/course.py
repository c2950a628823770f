"""A course: its folder and everything in it, as all else of the kit receives it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from course import about, diagrams, figures, flashcards, models, reference
from course.pages import Page, Session, Tool
from course.plans import Notice, Plan
from course.questions import BeforeAfter, Question


@dataclass(frozen=True)
class Course:
    """A course folder and its content, keyed by id and in the order of the files.

    What a course has no file for is empty; without ``book.yml`` the book is None.

    Attributes
    ----------
    folder
        Holds ``data/`` and ``notebooks/``.
    """

    folder: Path

    about: about.About
    sources: dict[str, models.Source]
    facts: dict[str, models.Fact]
    documents: dict[str, models.Document]
    corrections: dict[str, models.Correction]
    groups: dict[str, models.Group]
    book: models.Book | None
    plans: dict[str, Plan]
    sessions: dict[str, Session]
    tools: dict[str, Tool]
    questions: dict[str, list[Question]]
    glossary: dict[str, reference.Term]
    qa: dict[str, reference.CoreQuestion]
    figures: dict[str, figures.Figure]
    decks: dict[str, flashcards.Deck]
    notices: dict[str, Notice] = field(default_factory=dict)
    before_after: dict[str, BeforeAfter] = field(default_factory=dict)
    diagrams: dict[str, diagrams.Diagram] = field(default_factory=dict)

    @property
    def notebooks(self) -> Path:
        """Folder of the notebooks."""
        return self.folder / "notebooks"

    def notebook(self, page: Page) -> Path:
        """Return where the notebook of a session or tool is."""
        return self.notebooks / page.notebook

    @property
    def parts(self) -> dict[str, models.Part]:
        """Parts of the book, by id; none where the course is on no book."""
        return {part.id: part for part in self.book.parts} if self.book else {}

    @property
    def addresses(self) -> list[str]:
        """Addresses of other hosts to which pages may lead, because a source gives them; nothing loads from there."""
        return [self.book.read_at.address] if self.book and self.book.read_at else []

    @property
    def pages(self) -> dict[str, Page]:
        """Everything that has a page, by slug: the sessions in their order, then the tools."""
        return {**self.sessions, **self.tools}

    @property
    def banks(self) -> dict[str, list[Question]]:
        """All questions by their file: those of the sessions, and those before and after the course."""
        pairs = self.before_after.values()
        banks = {f"questions/{slug}.yml": asked for slug, asked in self.questions.items()}
        return banks | {"before_after.yml": [asked for pair in pairs for asked in (pair.before, pair.after)]}

    def whole(self, fact: str) -> int:
        """Return the number of a fact that :mod:`course.checks.references` holds to a whole one."""
        return cast(int, self.facts[fact].value)

    def notices_on(self, *names: str) -> list[Notice]:
        """Return what has changed since of any of these plans, documents or organisations, the latest first."""
        found = [entry for entry in self.notices.values() if set(names) & set(entry.concerns)]
        return sorted(found, key=lambda entry: entry.date, reverse=True)

    def page_with(self, what: str) -> Page | None:
        """Return the page that shows something (see :class:`course.pages.Page`), or None where no page does."""
        return next((page for page in self.pages.values() if what in page.shows), None)
