"""Reads decks from rendered sessions, makes them fit, and keeps them by version.

A job (:mod:`server.publish.jobs`): Typst keeps whatever it has measured, hundreds of megabytes, for as long as its
process lives. It reports one result a session.
"""

from __future__ import annotations

from pathlib import Path

from course import Course, load
from server.publish import jobs, shelf
from server.publish.jobs import Report, Result
from slides.deck.fitting import fit
from slides.deck.model import Deck
from slides.deck.outline import outlined
from slides.deck.reading import read_deck


def version(keys: dict[str, str], kit: Path = shelf.KIT) -> str:
    """Return the version of what is made from sessions: a hash over their versions and the code of the slides.

    Parameters
    ----------
    keys
        Versions of the sessions' pages, by slug.
    kit
        Folder of the kit's own code.
    """
    code = {path.relative_to(kit).as_posix(): path.read_bytes() for path in shelf.files_of(kit / "slides")}
    return shelf.digest_of(code | {slug: key.encode() for slug, key in keys.items()})


def kept(store: Path, slug: str, key: str) -> Deck | None:
    """Return the deck of a session's version where it is kept.

    Parameters
    ----------
    store
        Folder of what is rendered.
    slug, key
        The session, and the version of its page.
    """
    return shelf.DECKS.load(store, slug, version({slug: key}))


def deck(store: Path, course: Course, slug: str, key: str) -> Deck:
    """Return the deck of a session's version, with every slide at the scale that fits; made when it is not kept.

    Raises
    ------
    slides.deck.model.SlideError
        When a slide cannot be made; the message names notebook, cell, rule and value.
    course.files.CannotWrite
        When it cannot be kept.
    LookupError
        When this version is not rendered yet.
    """
    if (found := kept(store, slug, key)) is not None:
        return found
    executed = shelf.PAGES.load(store, slug, key)
    if executed is None:
        raise LookupError(f"not rendered yet: {slug}")
    session = course.sessions[slug]
    read = read_deck(executed.notebook, session, course.about.title)
    made = fit(outlined(read, course, session))
    shelf.DECKS.save(store, slug, version({slug: key}), made)
    return made


def decks(store: Path, course: Course, keys: dict[str, str]) -> dict[str, Deck]:
    """Return the decks of sessions by slug; see :func:`deck`."""
    return {slug: deck(store, course, slug, key) for slug, key in keys.items()}


def work(report: Report, store: str, course: str, keys: dict[str, str]) -> None:
    """Make the decks of a course's sessions that are rendered in a store; ``keys`` are their versions by slug."""
    loaded = load(Path(course))
    for slug, key in keys.items():
        try:
            deck(Path(store), loaded, slug, key)
        except Exception as error:
            report(Result.failure(slug, error))
        else:
            report(Result(slug))


if __name__ == "__main__":
    jobs.perform(work)
