"""The course's decks and their printed files, each made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from course import Course
from server.publish import printing, shelf
from server.publish import static_site as sites
from server.publish.executed import Executed
from slides.deck.model import Deck
from slides.deck.reading import read_deck
from tests.courses import shipped


@pytest.fixture(scope="session")
def course() -> Course:
    return shipped()


@pytest.fixture(scope="session")
def rendered(course: Course, store: Path) -> dict[str, Executed]:
    """What every notebook shows."""
    return sites.rendered(course, store, lambda done, total: None)


@pytest.fixture(scope="session")
def unfitted(course: Course, rendered: dict[str, Executed]) -> dict[str, Deck]:
    """The decks as they are read, before anything is made to fit."""
    return {
        slug: read_deck(rendered[slug].notebook, session, course.about.title)
        for slug, session in course.sessions.items()
    }


@pytest.fixture(scope="session")
def decks(course: Course, store: Path) -> dict[str, Deck]:
    """The decks as they are shown: made to fit, with their drawings."""
    return sites.fitted_decks(course, store)


@pytest.fixture(scope="session")
def printed(course: Course, store: Path, decks: dict[str, Deck]) -> Callable[[str], bytes]:
    """Return a function that gives a printed file of the course by its name, made once a run, as for the site."""
    keys = {slug: shelf.content_key(course, session) for slug, session in course.sessions.items()}

    @cache
    def read(name: str) -> bytes:
        with FileLock(store.with_name(f"{name}.lock")):
            (path,) = printing.keep(store / "prints", [name], store, course, keys)
        return path.read_bytes()

    return read
