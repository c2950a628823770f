"""Paragraphs with their figures put in, and what stands below them: notes and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from course import Course, formats, resolve
from course.citations import cite, notes
from course.models import Cited, Document
from course.plans import Event, Report
from course.references import REFERENCE
from shown.markdown import blocks
from shown.model import Block, Paragraph, Run, em, strong, text, words


def paragraph(course: Course, markdown: str) -> list[Block]:
    """Put the references of a Markdown text in; below it, the notes and the sources of what they name."""
    named = list(_named(course, markdown))
    below = [sources(course, named)] if named else []
    return [*blocks(resolve(course, markdown)), *remarks(course, _note_ids(named)), *below]


def remark(words_of_note: str, name: str = "Ghi chú:") -> Paragraph:
    """Return a note as a paragraph."""
    return Paragraph(words(strong(name), f" {words_of_note}"), "note")


def source(*cited: str) -> Paragraph:
    """Return the line that names sources: ``"Nguồn: Kế hoạch của …, mục II.2"``."""
    return Paragraph(words(em(f"Nguồn: {'; '.join(cited)}")), "source")


def remarks(course: Course, ids: Iterable[str]) -> list[Paragraph]:
    """Return the notes of the named corrections as paragraphs, each once."""
    return [remark(note) for note in notes(course, dict.fromkeys(ids))]


def notices(course: Course, *names: str) -> list[Paragraph]:
    """Return what the organiser says has changed since of these plans, documents or organisations."""
    return [
        remark(f"{resolve(course, entry.says)} ({entry.source})", f"Từ ngày {formats.day(entry.date)}:")
        for entry in course.notices_on(*names)
    ]


def read_at(course: Course) -> list[Paragraph]:
    """Return the line with the address where the book can be read, as its source gives it; none where there is none."""
    if course.book is None or (found := course.book.read_at) is None:
        return []
    link = Run("Mở sách điện tử", href=found.address)
    return [text(link, " (mở trang ngoài, cần mạng). ", em(f"Địa chỉ theo {cite(course, found)}."))]


def marks(entries: Iterable[Event | Report | Document]) -> dict[str, str]:
    """Return what stands behind each entry's title to lead to its notes: ``" (ghi chú 1)"`` or nothing."""
    entries = list(entries)
    numbers = {name: number for number, name in enumerate(_noted(entries), start=1)}
    return {entry.id: "".join(f" (ghi chú {numbers[name]})" for name in entry.notes) for entry in entries}


def marked_notes(course: Course, entries: Iterable[Event | Report | Document]) -> list[Paragraph]:
    """Return the notes that :func:`marks` leads to as paragraphs, each once."""
    found = enumerate(notes(course, _noted(entries)), start=1)
    return [remark(note, f"Ghi chú {number}:") for number, note in found]


def _noted(entries: Iterable[Event | Report | Document]) -> dict[str, None]:
    return dict.fromkeys(name for entry in entries for name in entry.notes)


def sources(course: Course, entries: Iterable[Cited], *, brief: bool = False) -> Paragraph:
    """Name the sources of entries in one line: each source once, with all places in it.

    ``brief`` leaves out which point of a section it is, as in ``, ý thứ nhất``.
    """
    places: dict[str, dict[str, None]] = {}
    for entry in entries:
        place = re.split(r", (?:ý|đoạn mở đầu)\b", entry.place)[0] if brief else entry.place
        places.setdefault(course.sources[entry.source].short, {})[place] = None
    return source(*(f"{name}, {'; '.join(where)}" for name, where in places.items()))


def below_card(texts: Iterable[str], cited: str) -> list[Paragraph]:
    """Return what stands below a card or an answer on paper: its notes, and its source where it has one."""
    below = [Paragraph(text(f"Ghi chú: {note}").runs, "note") for note in texts]
    return [*below, source(cited)] if cited else below


def _named(course: Course, markdown: str) -> Iterator[Cited]:
    entries: dict[str, Mapping[str, Cited]] = {
        "fact": course.facts, "doc": course.documents, "count": course.groups,
    }  # fmt: skip
    for match in REFERENCE.finditer(markdown):
        # What names nothing is reported by `resolve`, which knows the rules.
        if (entry := entries.get(match["kind"], {}).get(match["id"])) is not None:
            yield entry


def _note_ids(entries: Iterable[Cited]) -> Iterator[str]:
    for entry in entries:
        yield from getattr(entry, "notes", [])
        if note := getattr(entry, "note", ""):
            yield note
