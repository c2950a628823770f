"""A paragraph of a notebook: its figures put in, with their notes and their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from course import Course, resolve
from course.citations import notes
from course.models import Cited, Document, Event, Report
from course.references import REFERENCE
from shown.blocks import plain


def paragraph(course: Course, text: str) -> str:
    """Put the references of a Markdown text in; below it, the notes and the sources of what they name."""
    named = list(_named(course, text))
    parts = [resolve(course, text), *remarks(course, _note_ids(named))]
    if named:
        parts.append(sources(course, named))
    return "\n\n".join(parts)


def remarks(course: Course, ids: Iterable[str]) -> list[str]:
    """Write the notes of the named corrections as paragraphs, each once."""
    return [f"**Ghi chú:** {plain(note)}" for note in notes(course, dict.fromkeys(ids))]


def marks(entries: Iterable[Event | Report | Document]) -> dict[str, str]:
    """Return what stands behind each entry's title to lead to its notes: ``" (ghi chú 1)"`` or nothing."""
    entries = list(entries)
    numbers = {name: number for number, name in enumerate(_noted(entries), start=1)}
    return {entry.id: "".join(f" (ghi chú {numbers[name]})" for name in entry.notes) for entry in entries}


def marked_notes(course: Course, entries: Iterable[Event | Report | Document]) -> list[str]:
    """Write the notes that :func:`marks` leads to as paragraphs, each once."""
    found = enumerate(notes(course, _noted(entries)), start=1)
    return [f"**Ghi chú {number}:** {plain(note)}" for number, note in found]


def _noted(entries: Iterable[Event | Report | Document]) -> dict[str, None]:
    return dict.fromkeys(name for entry in entries for name in entry.notes)


def sources(course: Course, entries: Iterable[Cited], *, brief: bool = False) -> str:
    """Name the sources of entries in one line: each source once, with all places in it.

    ``brief`` leaves out which point of a section it is, as in ``, ý thứ nhất``.
    """
    places: dict[str, dict[str, None]] = {}
    for entry in entries:
        place = re.split(r", (?:ý|đoạn mở đầu)\b", entry.place)[0] if brief else entry.place
        places.setdefault(course.sources[entry.source].short, {})[place] = None
    lines = [f"{source}, {'; '.join(where)}" for source, where in places.items()]
    return f"*Nguồn: {plain('; '.join(lines))}*"


def _named(course: Course, text: str) -> Iterator[Cited]:
    entries = {"fact": course.facts, "doc": course.documents, "count": course.groups}
    for match in REFERENCE.finditer(text):
        # What names nothing is reported by `resolve`, which knows the rules.
        if (entry := entries.get(match["kind"], {}).get(match["id"])) is not None:
            yield entry


def _note_ids(entries: Iterable[Cited]) -> Iterator[str]:
    for entry in entries:
        yield from getattr(entry, "notes", [])
        if note := getattr(entry, "note", ""):
            yield note
