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
from server.publish import shelf, trial

# What a run of ``kit check`` ends with, by language: nothing is wrong, so much is, a page is gone.
ENDS = {
    "vi": (
        "Nội dung đạt yêu cầu: {sessions} buổi, {facts} số liệu, {questions} câu hỏi.",
        "Cần sửa {count} chỗ.",
        "Lưu ý: trang {slug} từng được dựng ở đây, nay không còn. Nếu slug chỉ đổi tên thì người học mất tiến độ và "
        "ghi chú đã lưu của trang ấy, còn liên kết và mã QR đã in không dẫn đến đâu. Nên giữ slug cũ; tên của trang "
        "đổi ở `title`. "
        "Nếu đúng là bỏ trang, xóa {files} thì lời này không hiện nữa.",
    ),
    "en": (
        "Content is in order: {sessions} sessions, {facts} figures, {questions} questions.",
        "{count} to mend.",
        "Note: page {slug} was made here before and is no more. If its slug was only renamed, readers lose progress "
        "and notes that they keep of it, and printed links and QR codes lead nowhere. Better keep the old slug; a "
        "page is renamed by its `title`. If it was taken away on purpose, delete {files}, and this is not told again.",
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


def notes(folder: Path, store: Path, language: str) -> list[str]:
    """Return what breaks no rule and may still be a slip: pages that were made here before and are no more.

    Parameters
    ----------
    folder
        The course's folder.
    store
        Where its pages are kept.
    language
        As in :data:`ENDS`.
    """
    try:
        slugs = read(folder).pages
    except ContentError:
        return []
    gone = sorted(shelf.PAGES.slugs(store) - set(slugs))
    return [ENDS[language][2].format(slug=slug, files=store / f"{slug}.*") for slug in gone]


def _unread(reads: Callable[[Path], object], folder: Path) -> tuple[Fault, ...]:
    try:
        reads(folder)
    except ContentError as error:
        return error.faults
    return ()
