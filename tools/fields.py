"""Writes the reference of a course's files from their models: docs/data.md for people, JSON Schemas for editors.

Which files there are is read from :class:`course.Course`, so that a new kind of file is written by itself. Run as
``python -m tools.fields``, or ``make docs``; a test fails where what is written is not what the models say.
"""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import json
import pkgutil
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

import course
from course import Course, models
from course.questions import QuestionFile

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = Path("course/schemas")
PAGE = Path("docs/data.md")

# Files that are not named as the field of the course that holds them.
NAMES = {
    "about": "course.yml",
    "facts": "facts.csv",
    "groups": "outline.yml",
    "decks": "flashcards.yml",
    "plans": "plans/*.yml",
    "questions": "questions/*.yml",
}
# Of these the course keeps a part only.
WHOLE = {"questions": QuestionFile}
# What a field means wherever it has this name and its model says no more.
COMMON = {
    "id": "Its name, by which others refer to it; once published it keeps its meaning",
    "slug": "Its name in addresses; once published it stays",
    "notebook": "File in `notebooks/`, named after the slug; of a session with its number before it",
    "summary": "What it is for, in a sentence or two, on the home page and on its own",
    "source": "Id in `sources.yml`",
    "place": "Where in the source, as readers see it",
    "notes": "Ids in `corrections.yml` whose notes readers see with it",
    "evidence": "The source's own words that hold it",
    "title": "As readers see it",
    "kind": "Which kind it is",
    "reason": "Why it is right, or why it is not; shown after the answer",
    "explanation": "Shown after the answer",
    "commentary": "The kit's own explanation; it is shown apart from the source, and marked",
    "prompts": "Questions that lead from the text to the readers' own work",
    "when": "Its date",
}
INTRO = """\
# The files of a course

Written by `make docs` from the models in `course/`; do not change it by hand. How these files are written, and what
else is asked of them, is said in [authoring.md](authoring.md). Editors with a YAML language server complete and check
them while one types: the first line of each names its schema in `course/schemas/`.

A **text** is Unicode NFC, not blank, without HTML; it may refer to figures, documents and lists (`{fact:…}`, `{doc:…}`,
`{count:…}`). An **id** is small letters, digits and hyphens. Unknown fields are errors.
"""


@dataclass(frozen=True)
class File:
    """A file of ``data/``, or a folder of files of one kind.

    Attributes
    ----------
    name
        Below ``data/``; ``*`` stands for the id that each file is named after.
    model
        What an entry holds.
    many
        Whether the file is a list of entries.
    """

    name: str
    model: type[BaseModel]
    many: bool

    @property
    def schema(self) -> Path | None:
        """Where its JSON Schema is; None for a file that is not YAML."""
        path = Path(self.name)
        name = path.parent if path.stem == "*" else path.stem
        return SCHEMAS / f"{name}.json" if path.suffix == ".yml" else None

    @property
    def first_line(self) -> str:
        """The line of a YAML file that tells an editor where the schema is."""
        schema = cast(Path, self.schema).as_posix()
        return f"# yaml-language-server: $schema={'../' * (1 + self.name.count('/'))}{schema}"


def files() -> list[File]:
    """Return every kind of file that a course has, in the order of :class:`course.Course`."""
    found = []
    for name, hint in get_type_hints(Course).items():
        kinds = [one for one in _models_in(hint) if not _is_question(one)]
        kinds += [WHOLE[name]] if name in WHOLE and not kinds else []
        if kinds:
            file = NAMES.get(name, f"{name}.yml")
            found.append(File(file, kinds[0], get_origin(hint) is dict and "*" not in file))
    return [*found, *_beside(found)]


def _beside(found: list[File]) -> Iterator[File]:
    """Yield the files that are no part of the course itself; each is named as the module of its model."""
    for module in pkgutil.iter_modules(course.__path__, "course."):
        importlib.import_module(module.name)
    kinds = [model for model in _leaves(models.Entry) if model.__module__.startswith("course.")]
    held = {inner for kind in kinds for inner in _all_in(kind) if inner != kind}
    held |= {file.model for file in found}
    for kind in (one for one in kinds if one not in held):
        yield File(f"{kind.__module__.removeprefix('course.')}.yml", kind, many=False)


def _leaves(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the models that are the base of no other."""
    below = model.__subclasses__()
    return [leaf for one in below for leaf in _leaves(one)] if below else [model]


def _all_in(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return a model and all that its fields speak of, however deep."""
    found, more = set(), [model]
    while more:
        one = more.pop()
        if one not in found:
            found.add(one)
            more += [inner for _, hint, _ in _fields(one) for inner in _models_in(hint)]
    return found


def _is_question(model: type[BaseModel]) -> bool:
    return model in _models_in(get_type_hints(QuestionFile, include_extras=True)["questions"])


def outputs() -> dict[Path, str]:
    """Return the contents of everything that is written, by path below the project's root."""
    schemas = {file.schema: schema(file) for file in files() if file.schema}
    return {PAGE: page(), **schemas}


def schema(file: File) -> str:
    """Return the JSON Schema of a file."""
    kind: Any = types.GenericAlias(list, (file.model,)) if file.many else file.model
    made = _described(TypeAdapter(kind).json_schema())
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _described(node: Any) -> Any:
    """Return a schema with what fields commonly mean, and without the titles that only repeat their names."""
    if isinstance(node, list):
        return [_described(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {name: _described(value) for name, value in node.items() if not _is_title(name, value)}
    for name, field in kept.get("properties", {}).items():
        if name in COMMON:
            field.setdefault("description", COMMON[name])
    return kept


def _is_title(name: str, value: Any) -> bool:
    return name == "title" and isinstance(value, str)


def page() -> str:
    """Return the reference for people, as Markdown."""
    told: set[type[BaseModel]] = set()
    parts = [INTRO]
    for file in files():
        parts.append(f"## data/{file.name}\n\n{_holds(file)} {_doc(file.model)}\n")
        parts += tables(file.model, told, heading=False)
    return "\n".join(parts)


def _holds(file: File) -> str:
    if file.name.endswith(".csv"):
        return "A row for each entry; a column for each field, whatever their order."
    if "*" in file.name:
        return "A file for each, named after its id."
    return "A list." if file.many else "One set of fields."


def tables(
    model: type[BaseModel], told: set[type[BaseModel]] | None = None, heading: bool = True
) -> Iterator[str]:
    """Yield the table of a model's fields, then those of the models in it.

    Parameters
    ----------
    model
        What to tell of.
    told
        Models that were told of before, and are not again; grows by those that are.
    heading
        Whether the model's name and docstring stand above its table.
    """
    told = set() if told is None else told
    if model in told:
        return
    told.add(model)
    if heading:
        yield f"### {model.__name__}\n\n{_doc(model)}\n"
    rows = [_row(name, hint, field) for name, hint, field in _fields(model)]
    yield "\n".join(["| field | type | | |", "| --- | --- | --- | --- |", *rows, ""])
    for _, hint, _ in _fields(model):
        for inner in _models_in(hint):
            yield from tables(inner, told)


def _fields(model: type[BaseModel]) -> list[tuple[str, Any, FieldInfo]]:
    hints = get_type_hints(model, include_extras=True)
    return [(name, hints[name], field) for name, field in model.model_fields.items()]


def _row(name: str, hint: Any, field: FieldInfo) -> str:
    empty = " or `null`" if field.is_required() and types.NoneType in get_args(hint) else ""
    words = f"{words_for(hint)}{_bounds(field)}{empty}"
    about = (field.description or COMMON.get(name, "")).replace("|", "\\|")
    return f"| `{name}` | {words} | {_default(field)} | {about} |".replace("  |", " |")


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.default
    if value in (None, "", []):
        return "may be left out"
    value = value.model_dump() if isinstance(value, BaseModel) else value
    return f"else `{json.dumps(value, ensure_ascii=False)}`"


def _bounds(field: FieldInfo) -> str:
    """Say between which numbers a value, or the number of entries of a list, lies."""
    limits = {
        name: value
        for limit in field.metadata
        for name in ("ge", "le", "min_length", "max_length")
        if (value := getattr(limit, name, None)) is not None
    }
    if not limits:
        return ""
    least, most = (limits.get("ge", limits.get("min_length")), limits.get("le", limits.get("max_length")))
    number = f"{least} to {most}" if most is not None and least is not None else None
    number = number or (f"{least} or more" if least is not None else f"{most} at most")
    return f", {number}"


def words_for(hint: Any) -> str:
    """Return a type in plain words, with links to the models in it."""
    for known, said in _PLAIN:
        if hint == known:
            return said
    if get_origin(hint) is Annotated:
        return words_for(get_args(hint)[0])
    if get_origin(hint) is list:
        inner = words_for(get_args(hint)[0])
        return f"list of {inner}s" if inner in ("text", "id") else f"list of {inner}"
    if get_origin(hint) is Literal:
        return " or ".join(f"`{one}`" for one in get_args(hint))
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join(words_for(one) for one in get_args(hint) if one is not types.NoneType)
    return f"[{hint.__name__}](#{hint.__name__.lower()})"


_PLAIN = (
    (models.Text, "text"),
    (models.OptionalText, "text, may be empty"),
    (models.Id, "id"),
    (str, "text"),
    (int, "whole number"),
    (float, "number"),
    (int | Decimal | str, "number or words"),
    (bool, "`true` or `false`"),
    (dt.date, "date, as `2026-11-30`"),
)


def _models_in(hint: Any) -> list[type[BaseModel]]:
    """Return the models that a type speaks of, in their order."""
    if inspect.isclass(hint) and issubclass(hint, BaseModel):
        return [hint]
    inner = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return [model for one in inner for model in _models_in(one)]


def _doc(model: type[BaseModel]) -> str:
    """Return the docstring of a model as Markdown on one line a paragraph."""
    said = inspect.cleandoc(model.__doc__ or "").replace("``", "`")
    said = re.sub(r":\w+:`~?([^`]+)`", r"`\1`", said)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in said.split("\n\n"))


def without_first_line(root: Path = ROOT) -> dict[Path, str]:
    """Return the YAML files of a course's ``data/`` whose first line does not name their schema, with that line."""
    return {
        path: file.first_line
        for file in files()
        if file.schema
        for path in sorted((root / "data").glob(file.name))
        if path.read_text("utf-8").splitlines()[0] != file.first_line
    }


def main() -> None:
    """Write everything that is not as the models say, and drop schemas of files that are no more."""
    written = outputs()
    for path in (ROOT / SCHEMAS).glob("*.json"):
        if path.relative_to(ROOT) not in written:
            path.unlink()
    for path, text in written.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, "utf-8")
    for path, line in without_first_line().items():
        kept = re.sub(r"\A# yaml-language-server: .*\n", "", path.read_text("utf-8"))
        path.write_text(f"{line}\n{kept}", "utf-8")


if __name__ == "__main__":
    main()
