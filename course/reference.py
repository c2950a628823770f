"""Models of what readers look up: terms, and the core questions with their answers."""

from __future__ import annotations

from pydantic import Field

from course.models import Cited, Id, Text


class Term(Cited):
    """An abbreviation or a term, explained where it occurs."""

    id: Id
    term: Text
    forms: list[Text] = Field([], description="Other spellings that are the same term")
    meaning: Text
    notes: list[Id] = []


class CoreQuestion(Cited):
    """A core question of the material and its answer, in our words."""

    id: Id
    topic: Id = Field(description="Slug of the session that it belongs to")
    question: Text
    answer: Text
    quiz: list[Id] = Field([], description="Ids of quiz questions on the same matter")
    notes: list[Id] = []
