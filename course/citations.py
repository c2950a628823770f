"""Sources and notes as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from course import Content, resolve
from course.models import Cited
from course.references import REFERENCE


def cite(content: Content, entry: Cited, place: str | None = None) -> str:
    """Name the source of an entry and the place in it: ``"Kế hoạch của …, mục II.2"``."""
    return f"{content.sources[entry.source].short}, {place or entry.place}"


def notes(content: Content, ids: Iterable[str]) -> list[str]:
    """Return the notes of the named corrections, as readers see them."""
    return [resolve(content, content.corrections[name].note) for name in ids]


def notes_on(content: Content, ids: Iterable[str], *texts: str) -> list[str]:
    """Return the notes named by ``ids``, and those of the figures and documents that the texts show."""
    wanted = list(ids)
    for match in (match for text in texts for match in REFERENCE.finditer(text)):
        if match["kind"] == "fact" and (note := content.facts[match["id"]].note):
            wanted.append(note)
        if match["kind"] == "doc":
            wanted += content.documents[match["id"]].notes
    return notes(content, dict.fromkeys(wanted))
