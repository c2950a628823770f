"""All that the rules for authors look at, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from course.checks import notebook, strings
from course.checks.notebook import Notebook
from course.course import Course
from course.errors import ContentError, Fault
from course.loader import read_rules
from course.references import UnknownReference, resolve
from course.rules import Rules


@dataclass(frozen=True)
class Material:
    """A course, what it sets for itself, and its notebooks.

    Attributes
    ----------
    course
        As it is read; it may have faults that keep it from being shown.
    rules
        What the course sets for itself.
    notebooks
        Those that can be read, in the order of the pages.
    unread
        What is wrong with the others.
    """

    course: Course
    rules: Rules
    notebooks: list[Notebook]
    unread: list[Fault]

    @cached_property
    def sessions(self) -> list[Notebook]:
        """The notebooks of the sessions."""
        return [one for one in self.notebooks if one.is_session]

    def lacks(self, method: str, argument: str = "") -> bool:
        """Tell whether no lesson makes a call; while a notebook cannot be read, nobody knows."""
        return not self.unread and (method, argument) not in self._shown

    @cached_property
    def _shown(self) -> set[tuple[str, str]]:
        return {call for one in self.sessions for call in one.shown()}

    def words(self, text: str) -> str:
        """Return a text as readers see it; a reference that leads nowhere stays, another rule names it."""
        try:
            return resolve(self.course, text)
        except UnknownReference:
            return text


def read(course: Course) -> Material:
    """Read what the rules for authors look at.

    Raises
    ------
    ContentError
        When ``data/rules.yml`` cannot be read.
    """
    notebooks: list[Notebook] = []
    unread: list[Fault] = []
    for page in course.pages.values():
        try:
            notebooks.append(notebook.read(course.notebook(page), page))
        except ContentError as error:
            unread += error.faults
    return Material(course, read_rules(course.folder), notebooks, unread)


@dataclass(frozen=True)
class Passage:
    """A text that readers see, and where it stands."""

    file: str
    place: str
    text: str


def in_notebooks(material: Material) -> Iterator[Passage]:
    """Yield the text of cells, and the strings of code that are more than a name."""
    for one in material.notebooks:
        for cell in one.cells:
            for text in (
                [*filter(None, (cell.words, cell.title))]
                if cell.is_markdown
                else [text for _, text in strings.shown(cell.tree)]
            ):
                if not re.fullmatch(r"[a-z0-9-]+", text):
                    yield Passage(one.name, cell.place, text)
