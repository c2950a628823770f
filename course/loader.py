"""Reads and checks everything in a course's ``data/``; nothing else opens its files."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from course import diagrams, figures, models, pages, plans, reference
from course.about import About
from course.checks import faults
from course.course import Course
from course.errors import ContentError
from course.flashcards import Deck
from course.questions import BeforeAfter, QuestionFile
from course.reading import Reader
from course.rules import Rules

# The course that comes with the kit lies at the project's root.
SHIPPED = Path(__file__).resolve().parents[1]


def load(folder: Path) -> Course:
    """Load a course that can be shown.

    Parameters
    ----------
    folder
        The course's folder, with ``data/`` in it.

    Raises
    ------
    ContentError
        With every entry that breaks a rule without which pages cannot be made; each names file, place, rule, value.
    """
    course = read(folder)
    if found := list(faults(course)):
        raise ContentError.of(found)
    return course


def read(folder: Path) -> Course:
    """Read a course, each entry by itself; what its entries say of each other is not looked at.

    Raises
    ------
    ContentError
        With every entry and file that cannot be read; each names file, place, rule, value.
    """
    reader = Reader(folder.resolve() / "data")
    reader.check_names()
    questions = reader.named("questions", QuestionFile, key="session")
    book = reader.data / "book.yml"
    course = Course(
        folder=folder.resolve(),
        about=cast(About, reader.one(reader.data / "course.yml", About)),
        sources=reader.entries("sources.yml", models.Source),
        facts=reader.facts(),
        documents=reader.entries_where_there_are("documents.yml", models.Document),
        corrections=reader.entries_where_there_are("corrections.yml", models.Correction),
        groups=reader.entries("outline.yml", models.Group),
        book=reader.one(book, models.Book) if book.exists() else None,
        plans=reader.named("plans", plans.Plan, key="id"),
        notices=reader.entries_where_there_are("notices.yml", plans.Notice),
        sessions=reader.entries("sessions.yml", pages.Session, key="slug"),
        tools=reader.entries_where_there_are("tools.yml", pages.Tool, key="slug"),
        glossary=reader.entries_where_there_are("glossary.yml", reference.Term),
        qa=reader.entries_where_there_are("qa.yml", reference.CoreQuestion),
        decks=reader.entries_where_there_are("flashcards.yml", Deck),
        figures=reader.entries_where_there_are("figures.yml", figures.Figure),
        diagrams=reader.entries_where_there_are("diagrams.yml", diagrams.Diagram),
        questions={session: file.questions for session, file in questions.items()},
        before_after=reader.entries_where_there_are("before_after.yml", BeforeAfter),
    )
    reader.finish()
    return course


def read_rules(folder: Path) -> Rules:
    """Read what a course sets for itself in ``data/rules.yml``, which it need not have.

    Raises
    ------
    ContentError
        As :func:`read`.
    """
    reader = Reader(folder.resolve() / "data")
    path = reader.data / "rules.yml"
    found = reader.one(path, Rules) if path.is_file() else None
    reader.finish()
    return found or Rules()
