"""All content together, as everything else of the kit receives it."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.content import models
from widgets.content.questions import Question


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
    sessions: dict[str, models.Session]
    questions: dict[str, list[Question]]
