"""Reads and checks everything in ``data/``; the only module that opens its files."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from widgets.content import models
from widgets.content.checks import check
from widgets.content.errors import ContentError, from_validation
from widgets.content.questions import Question, QuestionFile

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Content:
    """All content, keyed by id and in the order of the files."""

    sources: dict[str, models.Source]
    facts: dict[str, models.Fact]
    documents: dict[str, models.Document]
    corrections: dict[str, models.Correction]
    groups: dict[str, models.Group]
    book: models.Book
    plans: dict[str, models.Plan]
    sessions: dict[str, models.Session]
    questions: dict[str, list[Question]]


@lru_cache(maxsize=4)
def load(folder: Path = DATA) -> Content:
    """Load all content.

    Parameters
    ----------
    folder
        The data folder; the project's own by default.

    Raises
    ------
    ContentError
        At the first entry that breaks a rule; names file, place, rule, value.
    """
    content = Content(
        sources=_list(folder / "sources.yml", models.Source),
        facts=_facts(folder / "facts.csv"),
        documents=_list(folder / "documents.yml", models.Document),
        corrections=_list(folder / "corrections.yml", models.Correction),
        groups=_list(folder / "outline.yml", models.Group),
        book=_one(folder / "book.yml", models.Book),
        plans={plan.id: plan for plan in _each(folder / "plans", models.Plan)},
        sessions=_list(folder / "sessions.yml", models.Session, key="slug"),
        questions={file.session: file.questions for file in _each(folder / "questions", QuestionFile)},
    )
    check(content)
    return content


def read_yaml(path: Path) -> object:
    """Read a YAML file safely; text that is not UTF-8 or not NFC is an error."""
    try:
        return yaml.load(_read(path), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else "file"
        raise ContentError(path.name, place, f"not valid YAML: {getattr(error, 'problem', error)}") from None


class _Loader(yaml.SafeLoader):
    """Safe YAML in which a key may stand only once in a mapping."""


def _unique_mapping(loader: _Loader, node: yaml.MappingNode) -> dict:
    seen = set()
    for key_node, _ in node.value:
        if key_node.value in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key_node.value!r} stands twice", key_node.start_mark
            )
        seen.add(key_node.value)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def _read(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise ContentError(path.name, "file", f"is missing from {path.parent.name}/") from None
    except UnicodeDecodeError as error:
        raise ContentError(path.name, f"byte {error.start}", "the file must be UTF-8") from None
    for index, line in enumerate(text.splitlines(), start=1):
        if unicodedata.normalize("NFC", line) != line:
            raise ContentError(path.name, f"line {index}", "text must be Unicode NFC", line.strip())
    return text


def _parse(path: Path, model: type[BaseModel], raw: object, prefix: str = "") -> BaseModel:
    try:
        return TypeAdapter(model).validate_python(raw)
    except ValidationError as error:
        raise from_validation(_name(path), prefix, raw, error) from None


def _name(path: Path) -> str:
    return path.name if path.parent.name not in ("plans", "questions") else f"{path.parent.name}/{path.name}"


def _one(path: Path, model: type[BaseModel]):
    return _parse(path, model, read_yaml(path))


def _each(folder: Path, model: type[BaseModel]) -> list:
    return [_one(path, model) for path in sorted(folder.glob("*.yml"))]


def _list(path: Path, model: type[BaseModel], key: str = "id") -> dict:
    raw = read_yaml(path)
    if not isinstance(raw, list):
        raise ContentError(path.name, "file", "must be a list of entries", raw)
    return _keyed(path, [(_prefix(entry, index, key), entry) for index, entry in enumerate(raw)], model, key)


def _prefix(entry: object, index: int, key: str) -> str:
    return str(entry.get(key, f"[{index + 1}]")) if isinstance(entry, dict) else f"[{index + 1}]"


def _keyed(path: Path, rows: list[tuple[str, object]], model: type[BaseModel], key: str) -> dict:
    entries: dict[str, BaseModel] = {}
    for prefix, raw in rows:
        entry = _parse(path, model, raw, prefix)
        name = getattr(entry, key)
        if name in entries:
            raise ContentError(path.name, prefix, f"{key} must be unique in the file", name)
        entries[name] = entry
    return entries


def _facts(path: Path) -> dict[str, models.Fact]:
    rows = csv.DictReader(io.StringIO(_read(path)))
    expected = list(models.Fact.model_fields)
    if sorted(rows.fieldnames or []) != sorted(expected):
        raise ContentError(path.name, "row 1", f"columns must be {sorted(expected)}", rows.fieldnames)
    named = []
    for row in rows:
        place = f"row {rows.line_num} ({row.get('id')})"
        if None in row or None in row.values():
            raise ContentError(path.name, place, f"must have {len(expected)} cells", row)
        named.append((place, row))
    return _keyed(path, named, models.Fact, "id")
