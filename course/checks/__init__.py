"""Rules that span files; each is a function that yields a fault for every place that breaks it.

Those imported here hold what pages cannot be made without: :func:`course.load` raises at their first fault.
All other modules hold what ``kit check`` asks beyond that, see :mod:`course.checks.authors`.
"""

from __future__ import annotations

from collections.abc import Iterator

from course.checks import figures, flashcards, page_entries, plans, references
from course.checks.entries import walk
from course.course import Course
from course.errors import Fault

__all__ = ["RULES", "faults", "walk"]


RULES = (*references.RULES, *plans.RULES, *page_entries.RULES, *flashcards.RULES, *figures.RULES)


def faults(course: Course) -> Iterator[Fault]:
    """Yield every fault that keeps a course from being shown."""
    for rule in RULES:
        yield from rule(course)
