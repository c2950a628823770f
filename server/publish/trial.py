"""Runs every notebook and makes every deck of a course, and names all that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from course import Course
from course.errors import Fault
from server.publish import deck_making, jobs, shelf


def faults(course: Course, store: Path, progress: Callable[[int, int], None]) -> list[Fault]:
    """Return why pages and decks cannot be made; what can be is kept, and not made again.

    Parameters
    ----------
    course
        One that can be shown.
    store
        Folder of what is rendered.
    progress
        Called with the number of pages done and to be done, where there are any.
    """
    keys = {
        page.slug: shelf.content_key(course, page)
        for page in course.pages.values()
        if course.notebook(page).is_file()
    }
    missing = {slug: key for slug, key in keys.items() if shelf.PAGES.load(store, slug, key) is None}
    found: list[Fault] = []
    if missing:
        progress(0, len(missing))
    for done, result in enumerate(_results("server.publish.execute", course, store, missing), start=1):
        found += _of(course, result, "must be a notebook that runs to its end: {problem}")
        progress(done, len(missing))
    run = {slug: key for slug, key in keys.items() if shelf.PAGES.load(store, slug, key) is not None}
    wanted = {
        slug: key
        for slug, key in run.items()
        if slug in course.sessions and deck_making.kept(store, slug, key) is None
    }
    for result in _results(deck_making.__name__, course, store, wanted):
        found += _of(course, result, "must be a session of which a deck can be made: {problem}")
    return found


def _results(module: str, course: Course, store: Path, keys: dict[str, str]) -> Iterator[jobs.Result]:
    if keys:
        with closing(jobs.Job(module).results(store=store, course=course.folder, keys=keys)) as results:
            yield from results


def _of(course: Course, result: jobs.Result, rule: str) -> list[Fault]:
    if not result.reason:
        return []
    named = [Fault(**fields) for fields in result.faults]
    name = f"notebooks/{course.pages[result.name].notebook}"
    return named or [Fault(name, "file", rule, terms={"problem": result.reason})]
