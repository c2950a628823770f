"""Models of what readers look up: terms, and the core questions with their answers."""

from __future__ import annotations

from pydantic import Field, model_validator

from course.messages import BrokenValue
from course.models import Cited, Id, Text


class Term(Cited):
    """An abbreviation or a term, explained where it occurs.

    Its source defines it (``quote``), or only uses it, and the kit says what it means (``meaning``).
    """

    id: Id
    term: Text
    forms: list[Text] = Field([], description="Other spellings that are the same term")
    quote: Text | None = Field(None, description="What it means, in the words of its source")
    meaning: Text | None = Field(
        None, description="What the kit understands by it, where the source only uses it"
    )
    everywhere: bool = Field(
        True, description="Whether it is marked wherever it occurs; a word of every page is only listed"
    )
    notes: list[Id] = []

    @model_validator(mode="after")
    def _explained_once(self) -> Term:
        if bool(self.quote) == bool(self.meaning):
            raise BrokenValue("a term is explained by its source's words in quote, or by our own in meaning")
        return self

    @property
    def explanation(self) -> str:
        """What it means: the source's words as a quotation, or our own."""
        return f"“{self.quote}”" if self.quote else str(self.meaning)


class CoreQuestion(Cited):
    """A core question of the material and its answer."""

    id: Id
    topic: Id = Field(description="Slug of the session that it belongs to")
    question: Text
    answer: Text = Field(description="What the source says at that place, in our words")
    commentary: Text | None = Field(
        None, description="What the kit adds of its own; it is shown apart from the answer, and marked"
    )
    quiz: list[Id] = Field([], description="Ids of quiz questions on the same matter")
    notes: list[Id] = []
