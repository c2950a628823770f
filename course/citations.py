"""Sources and notes as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from course import Course, resolve
from course.models import Cited
from course.references import REFERENCE


def cite(course: Course, entry: Cited, place: str | None = None) -> str:
    """Name the source of an entry and the place in it: ``"Kế hoạch của …, mục II.2"``.

    Parameters
    ----------
    course
        Where the source is looked up.
    entry
        What is cited.
    place
        The place of a part of it, instead of its own.
    """
    return f"{course.sources[entry.source].short}, {place or entry.place}"


def notes(course: Course, ids: Iterable[str]) -> list[str]:
    """Return the notes of the named corrections, as readers see them."""
    return [resolve(course, course.corrections[name].note) for name in ids]


def notes_on(course: Course, ids: Iterable[str], *texts: str) -> list[str]:
    """Return the notes named by ``ids``, and those of the figures and documents that the texts show."""
    wanted = list(ids)
    for match in (match for text in texts for match in REFERENCE.finditer(text)):
        if match["kind"] == "fact" and (note := course.facts[match["id"]].note):
            wanted.append(note)
        if match["kind"] == "doc":
            wanted += course.documents[match["id"]].notes
    return notes(course, dict.fromkeys(wanted))
