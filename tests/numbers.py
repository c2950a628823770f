"""Finds the numbers in everything that readers see, and says where each may come from."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from course import Course
from course.checks import walk
from course.models import When
from course.references import REFERENCE

ROOT = Path(__file__).parents[1]


class Passage(NamedTuple):
    """A text that readers see, and where it stands."""

    file: str
    place: str
    text: str


# No figures: names in the words of the plans, places in a plan such as "II.2.1", the scale of a chart.
_NAMES = re.compile(
    r"Ban Chỉ đạo 35|Hội nghị Trung ương 4 \(khóa XIII\)|Cách mạng tháng 10 Nga|6 tháng đầu năm"
    r"|gấp 10 lần|\b[IVX]+(?:\.\d+)+|\$?\{[^{}]*\}"
)
_NUMBER = re.compile(
    r"(?P<date>\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\d{1,2}/\d{1,2})"
    r"|(?P<document>\d+-[A-ZĐ]+/[A-ZĐ]+)"
    r"|[Tt]háng (?P<month>\d{1,2})(?![/\d])|[Bb]uổi (?P<session>\d+)|(?P<minutes>\d+) phút"
    r"|(?P<over>[Hh]ơn )?(?P<number>\d+(?:\.\d{3})*)"
)


def numbers(text: str) -> Iterator[str]:
    """Yield the numbers of a text in one way of writing: ``02/9`` → ``2/9``, ``167.700`` → ``167700``."""
    for match in _NUMBER.finditer(_NAMES.sub(" ", REFERENCE.sub(" ", " ".join(text.split())))):
        if match["date"]:
            yield "/".join(str(int(part)) for part in match["date"].split("/"))
        elif match["document"]:
            yield match["document"]
        elif match["month"]:
            yield f"tháng {int(match['month'])}"
        elif match["session"]:
            yield f"buổi {match['session']}"
        elif match["minutes"]:
            yield f"{match['minutes']} phút"
        else:
            yield ("hơn " if match["over"] else "") + str(int(match["number"].replace(".", "")))


def known(course: Course) -> set[str]:
    """Return every number that the content gives a source for."""
    return {
        *_figures(course),
        *_sizes(course),
        *_documents(course),
        *_calendar(course),
        *_corrected(course),
    }


def _figures(course: Course) -> Iterator[str]:
    for fact in course.facts.values():
        # A figure with "hơn" never stands without it.
        yield ("hơn " if fact.qualifier == "over" else "") + str(fact.value)


def _sizes(course: Course) -> Iterator[str]:
    lists = [group.items for group in course.groups.values()]
    lists += [course.book.parts, course.book.speeches, *course.questions.values()]
    yield from (str(len(entries)) for entries in lists)
    for order, session in enumerate(course.sessions.values(), start=1):
        yield f"buổi {order}"
        yield from (
            f"{minutes} phút" for minutes in (session.minutes, *(step.minutes for step in session.agenda))
        )


def _documents(course: Course) -> Iterator[str]:
    book = course.book
    yield from (
        str(year) for year in (book.sessions_from, book.sessions_to, *(one.year for one in book.speeches))
    )
    for document in course.documents.values():
        if document.number:
            yield document.number
        if date := document.date:
            yield from _dates(date.day, date.month, date.year)


def _calendar(course: Course) -> Iterator[str]:
    for _, _, entry in walk(course):
        if isinstance(entry, When):
            yield from _dates(entry.day, entry.month, entry.year)
            yield from _dates(entry.day, entry.month, entry.since)


def _corrected(course: Course) -> Iterator[str]:
    for correction in course.corrections.values():
        for text in (*correction.reads, correction.meant, correction.note):
            yield from numbers(text)


def _dates(day: int | None, month: int | None, year: int | None) -> set[str]:
    """Return the ways in which prose may speak of a date."""
    ways = {str(year)} if year else set()
    if month:
        ways |= {f"tháng {month}"} | ({f"{month}/{year}"} if year else set())
    if day:
        ways |= {f"{day}/{month}"} | ({f"{day}/{month}/{year}"} if year else set())
    return ways


def unknown(passages: Iterable[Passage], allowed: set[str]) -> list[str]:
    """Return ``file: place: number`` for every number that nothing stands behind."""
    return [
        f"{passage.file}: {passage.place}: {number}"
        for passage in passages
        for number in numbers(passage.text)
        if number not in allowed
    ]


# Fields that no reader reads as prose: ids, and places in a source.
_NO_PROSE = {
    "id", "source", "place", "evidence", "notes", "notebook", "slug", "kind", "difficulty", "every",
    "first_page", "last_page", "stated_count", "answer", "fact", "basis", "topic", "quiz", "lists",
}  # fmt: skip
# The answer to a core question is a text; that of a quiz question is a figure's id.
_PROSE = {("CoreQuestion", "answer")}
_PROSE_FILES = ("outline.yml", "sessions.yml", "book.yml", "glossary.yml", "qa.yml", "plans/", "questions/")


def in_content(course: Course) -> Iterator[Passage]:
    """Yield the prose of outline, sessions, book, glossary, core questions, plans and quizzes."""
    for file, place, entry in walk(course):
        if not file.startswith(_PROSE_FILES):
            continue
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and _is_read(entry, name):
                    yield Passage(file, f"{place} > {name}", text)


def _is_read(entry: BaseModel, name: str) -> bool:
    return name not in _NO_PROSE or (type(entry).__name__, name) in _PROSE


def in_notebooks(folder: Path = ROOT / "notebooks") -> Iterator[Passage]:
    """Yield the text of cells, and the strings of code that are more than a name."""
    for path in sorted(folder.glob("*.ipynb")):
        for order, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"], start=1):
            source = "".join(cell["source"])
            texts = [source] if cell["cell_type"] == "markdown" else _strings(source)
            for text in texts:
                if not re.fullmatch(r"[a-z0-9-]+", text):
                    yield Passage(path.name, f"cell {order}", text)


def in_python(folder: Path = ROOT / "widgets") -> Iterator[Passage]:
    """Yield the Vietnamese strings of the widgets' Python; docstrings are for developers."""
    for path in sorted(folder.rglob("*.py")):
        for line, text in _constants(path.read_text("utf-8")):
            if _is_vietnamese(text):
                yield Passage(path.relative_to(folder).as_posix(), f"line {line}", text)


def _strings(source: str) -> list[str]:
    return [text for _, text in _constants(source)]


def _constants(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    # A string that stands alone as a statement, as a docstring does, is shown to nobody.
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


# A comment is skipped; what it quotes is no string.
_SCRIPT = re.compile(
    r"//[^\n]*|/\*.*?\*/|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)", re.DOTALL
)
# A sign that is written by its number, such as "\u00a0", says no number.
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2})")


def in_javascript(folder: Path = ROOT / "widgets") -> Iterator[Passage]:
    """Yield the Vietnamese strings of the widgets' JavaScript."""
    for path in sorted(path for path in folder.rglob("*.js") if not {"vendor", "bundles"} & {*path.parts}):
        source = path.read_text("utf-8")
        for match in _SCRIPT.finditer(source):
            if match["text"] and _is_vietnamese(match["text"]):
                text = _ESCAPE.sub(" ", match["text"])
                yield Passage(path.name, f"line {source.count(chr(10), 0, match.start()) + 1}", text)


def _is_vietnamese(text: str) -> bool:
    return re.search(r"[À-ỹ]", text) is not None
