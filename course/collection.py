"""All content together, as everything else of the kit receives it."""

from __future__ import annotations

from dataclasses import dataclass

from course import models, pages, reference
from course.questions import Question


@dataclass(frozen=True)
class Content:
    """All content, keyed by id and in the order of the files."""

    sources: dict[str, models.Source]
    facts: dict[str, models.Fact]
    documents: dict[str, models.Document]
    corrections: dict[str, models.Correction]
    groups: dict[str, models.Group]
    book: models.Book
    plans: dict[str, models.Plan]
    sessions: dict[str, pages.Session]
    tools: dict[str, pages.Tool]
    questions: dict[str, list[Question]]
    glossary: dict[str, reference.Term]
    qa: dict[str, reference.CoreQuestion]

    @property
    def pages(self) -> dict[str, pages.Page]:
        """Everything that has a page, by slug: the sessions in their order, then the tools."""
        return {**self.sessions, **self.tools}
