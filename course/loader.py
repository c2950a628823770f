"""Reads and checks everything in a course's ``data/``; the only module that opens its files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from course import figures, models, pages, reference, strict_yaml, texts
from course.about import About
from course.checks import faults
from course.course import Course
from course.errors import ContentError, from_validation
from course.flashcards import Deck
from course.questions import QuestionFile
from course.rules import Rules

FILES = (
    "course.yml", "sources.yml", "facts.csv", "outline.yml", "sessions.yml", "tools.yml", "book.yml", "documents.yml",
    "corrections.yml", "glossary.yml", "qa.yml", "flashcards.yml", "figures.yml", "rules.yml",
)  # fmt: skip
FOLDERS = ("plans", "questions")
# The course that comes with the kit lies at the project's root.
SHIPPED = Path(__file__).resolve().parents[1]
Model = TypeVar("Model", bound=BaseModel)


def load(folder: Path) -> Course:
    """Load a course that can be shown.

    Parameters
    ----------
    folder
        The course's folder, with ``data/`` in it.

    Raises
    ------
    ContentError
        At the first entry that breaks a rule without which pages cannot be made; names file, place, rule, value.
    """
    course = read(folder)
    for fault in faults(course):
        raise ContentError.of(fault)
    return course


def read(folder: Path) -> Course:
    """Read a course, each entry by itself; what its entries say of each other is not looked at.

    Raises
    ------
    ContentError
        At the first entry that cannot be read; names file, place, rule, value.
    """
    data = folder.resolve() / "data"
    _check_files(data)
    questions = _named(data / "questions", QuestionFile, key="session")
    return Course(
        folder=folder.resolve(),
        about=_one(data / "course.yml", About),
        sources=_list(data / "sources.yml", models.Source),
        facts=_facts(data / "facts.csv"),
        documents=_list_where_there_is(data / "documents.yml", models.Document),
        corrections=_list_where_there_is(data / "corrections.yml", models.Correction),
        groups=_list(data / "outline.yml", models.Group),
        book=_one(book, models.Book) if (book := data / "book.yml").exists() else None,
        plans=_named(data / "plans", models.Plan, key="id"),
        sessions=_list(data / "sessions.yml", pages.Session, key="slug"),
        tools=_list_where_there_is(data / "tools.yml", pages.Tool, key="slug"),
        glossary=_list_where_there_is(data / "glossary.yml", reference.Term),
        qa=_list_where_there_is(data / "qa.yml", reference.CoreQuestion),
        decks=_list_where_there_is(data / "flashcards.yml", Deck),
        figures=_list_where_there_is(data / "figures.yml", figures.Figure),
        questions={session: file.questions for session, file in questions.items()},
    )


def read_rules(folder: Path) -> Rules:
    """Read what a course sets for itself in ``data/rules.yml``, which it need not have.

    Raises
    ------
    ContentError
        As :func:`read`.
    """
    path = folder.resolve() / "data" / "rules.yml"
    return _one(path, Rules) if path.is_file() else Rules()


def _check_files(data: Path) -> None:
    """Refuse files that would not be read: what a course may leave out must not be missing by a slip in its name."""
    # Names that begin with a dot or a tilde are those of editors, for as long as a file is open.
    for path in sorted(data.glob("[!.~]*")):
        if path.suffix in (".yml", ".yaml", ".csv") and path.name not in FILES:
            raise ContentError(path.name, "file", f"is read by nobody; a course has {', '.join(FILES)}")
    for path in sorted(path for folder in FOLDERS for path in (data / folder).glob("[!.~]*.yaml")):
        raise ContentError(_name(path), "file", "is read by nobody; the name must end in .yml")


def read_yaml(path: Path) -> object:
    """Read a YAML file safely; text that is not UTF-8 or not NFC is an error."""
    try:
        return strict_yaml.parse(_read(path))
    except yaml.YAMLError as error:
        place, problem = strict_yaml.explain(error)
        raise ContentError(_name(path), place, problem) from None


def _read(path: Path) -> str:
    return texts.read(path, _name(path), f"is missing from {path.parent.name}/")


def _parse(path: Path, model: type[Model], raw: object, prefix: str = "") -> Model:
    try:
        return TypeAdapter(model).validate_python(raw)
    except ValidationError as error:
        raise from_validation(_name(path), prefix, raw, error) from None


def _name(path: Path) -> str:
    return path.name if path.parent.name not in ("plans", "questions") else f"{path.parent.name}/{path.name}"


def _one(path: Path, model: type[Model]) -> Model:
    return _parse(path, model, read_yaml(path))


def _named(folder: Path, model: type[Model], key: str) -> dict[str, Model]:
    """Read a folder of files, each named after the id that it holds."""
    entries = {}
    for path in sorted(folder.glob("*.yml")):
        entry = _one(path, model)
        if (name := getattr(entry, key)) != path.stem:
            raise ContentError(_name(path), key, f"must be the file's name, {path.stem!r}", name)
        entries[name] = entry
    return entries


def _list_where_there_is(path: Path, model: type[Model], key: str = "id") -> dict[str, Model]:
    return _list(path, model, key) if path.exists() else {}


def _list(path: Path, model: type[Model], key: str = "id") -> dict[str, Model]:
    raw = read_yaml(path)
    if not isinstance(raw, list):
        raise ContentError(path.name, "file", "must be a list of entries", raw)
    return _keyed(path, [(_prefix(entry, index, key), entry) for index, entry in enumerate(raw)], model, key)


def _prefix(entry: object, index: int, key: str) -> str:
    return str(entry.get(key, f"[{index + 1}]")) if isinstance(entry, dict) else f"[{index + 1}]"


def _keyed(path: Path, rows: Iterable[tuple[str, object]], model: type[Model], key: str) -> dict[str, Model]:
    entries: dict[str, Model] = {}
    for prefix, raw in rows:
        entry = _parse(path, model, raw, prefix)
        name = getattr(entry, key)
        if name in entries:
            raise ContentError(path.name, prefix, f"{key} must be unique in the file", name)
        entries[name] = entry
    return entries


def _facts(path: Path) -> dict[str, models.Fact]:
    rows = csv.DictReader(io.StringIO(_read(path)), strict=True)
    try:
        _check_columns(path, list(rows.fieldnames or []))
        named = [_fact(path, rows.line_num, row) for row in rows]
    except csv.Error as error:
        raise ContentError(path.name, f"at or after row {rows.line_num}", f"not valid CSV: {error}") from None
    return _keyed(path, named, models.Fact, "id")


def _check_columns(path: Path, found: list[str]) -> None:
    columns = list(models.Fact.model_fields)
    if missing := [name for name in columns if name not in found]:
        raise ContentError(path.name, "row 1", f"columns are missing: {', '.join(missing)}", found)
    if extra := [name for name in found if name not in columns or found.count(name) > 1]:
        raise ContentError(path.name, "row 1", "unknown or repeated columns", extra)


def _fact(path: Path, line: int, row: dict) -> tuple[str, dict]:
    place, columns, value = f"row {line} ({row['id']})", len(models.Fact.model_fields), row["value"]
    cells = [cell for name, cell in row.items() if name is not None and cell is not None] + row.get(None, [])
    if len(cells) != columns:
        raise ContentError(path.name, place, f"must have {columns} cells, it has {len(cells)}")
    # int() would take "2.000", two thousand in Vietnam, for 2.
    if not (value.isascii() and value.isdigit()):
        raise ContentError(path.name, f"{place} > value", "must be a whole number in digits alone", value)
    return place, row
