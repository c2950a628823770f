"""What ``kit check`` runs: all rules on one course, and every fault that they find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import slides.checks
import widgets.checks
from course import ContentError, checks
from course.checks import authors, material
from course.errors import Fault
from course.loader import load, read, read_rules
from server.publish import trial

# What a run of ``kit check`` ends with, by language: nothing is wrong, so much is.
ENDS = {
    "vi": (
        "Nội dung đạt yêu cầu: {sessions} buổi, {facts} số liệu, {questions} câu hỏi.",
        "Cần sửa {count} chỗ.",
    ),
    "en": (
        "Content is in order: {sessions} sessions, {facts} figures, {questions} questions.",
        "{count} to mend.",
    ),
}
RULES = (*authors.RULES, *widgets.checks.RULES, *slides.checks.RULES)


def faults(folder: Path) -> list[Fault]:
    """Return everything that is wrong with a course, file by file.

    While a file of the data cannot be read, or one of its entries, only what is wrong with each by itself is named: of
    what they say of each other, much would be untrue.

    Parameters
    ----------
    folder
        The course's folder.
    """
    unread = [*_unread(read, folder), *_unread(read_rules, folder)]
    if unread:
        return sorted(unread, key=lambda fault: fault.file)
    course = read(folder)
    all_of_it = material.read(course)
    found = [*checks.faults(course), *(fault for rule in RULES for fault in rule(all_of_it))]
    return sorted(found, key=lambda fault: fault.file)


def faults_when_run(folder: Path, store: Path, progress: Callable[[int, int], None]) -> list[Fault]:
    """Return what shows only when notebooks are run and decks are made; nothing where the data keeps them from it.

    Parameters
    ----------
    folder
        The course's folder.
    store
        Where pages and decks are kept; those of the present content are not made again.
    progress
        Called with the number of pages done and to be done, where there are any.
    """
    try:
        course = load(folder)
    except ContentError:
        return []
    return sorted(trial.faults(course, store, progress), key=lambda fault: fault.file)


def summary(folder: Path, language: str) -> str:
    """Return how much a course holds that breaks no rule."""
    course = load(folder)
    questions = sum(len(asked) for asked in course.questions.values())
    return ENDS[language][0].format(
        sessions=len(course.sessions), facts=len(course.facts), questions=questions
    )


def _unread(reads: Callable[[Path], object], folder: Path) -> tuple[Fault, ...]:
    try:
        reads(folder)
    except ContentError as error:
        return error.faults
    return ()
