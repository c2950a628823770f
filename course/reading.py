"""Reads the files of one ``data/``, entry by entry, and goes on where one of them is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from course import facts_csv, strict_yaml, texts, validation
from course.errors import ContentError, Fault
from course.models import Fact

FILES = (
    "course.yml", "sources.yml", "facts.csv", "outline.yml", "sessions.yml", "tools.yml", "book.yml", "documents.yml",
    "corrections.yml", "notices.yml", "glossary.yml", "qa.yml", "flashcards.yml", "figures.yml", "diagrams.yml",
    "before_after.yml", "rules.yml",
)  # fmt: skip
FOLDERS = ("plans", "questions")
Model = TypeVar("Model", bound=BaseModel)
_MISSING = "is missing from {folder}/"


class Reader:
    """Turns files into entries.

    Parameters
    ----------
    data
        The folder.

    Attributes
    ----------
    faults
        What was wrong with what was read so far; entries and files that have one are left out of what is returned.
    """

    def __init__(self, data: Path) -> None:
        self.data = data
        self.faults: list[Fault] = []

    def check_names(self) -> None:
        """Note files that nobody reads: what a course may leave out must not be missing by a slip in its name."""
        # Names that begin with a dot or a tilde are those of editors, for as long as a file is open.
        for path in sorted(self.data.glob("[!.~]*")):
            if path.suffix in (".yml", ".yaml", ".csv") and path.name not in FILES:
                rule, terms = "is read by nobody; a course has {files}", {"files": ", ".join(FILES)}
                self.faults.append(Fault(path.name, "file", rule, terms=terms))
        for path in sorted(path for folder in FOLDERS for path in (self.data / folder).glob("[!.~]*.yaml")):
            self.faults.append(
                Fault(self._name(path), "file", "is read by nobody; the name must end in .yml")
            )

    def one(self, path: Path, model: type[Model]) -> Model | None:
        """Return the entry that a file is; None where it has a fault."""
        raw = self._noting(lambda: self._yaml(path))
        return None if raw is _FAULTY else self._parsed(path, model, raw)

    def named(self, folder: str, model: type[Model], key: str) -> dict[str, Model]:
        """Return the entries of a folder of files, each named after the id that it holds."""
        entries = {}
        for path in sorted((self.data / folder).glob("*.yml")):
            entry = self.one(path, model)
            if entry is None:
                continue
            if (name := getattr(entry, key)) != path.stem:
                rule, terms = "must be the file's name, {stem!r}", {"stem": path.stem}
                self.faults.append(Fault(self._name(path), key, rule, name, terms))
            entries[name] = entry
        return entries

    def entries_where_there_are(self, name: str, model: type[Model], key: str = "id") -> dict[str, Model]:
        """Return the entries of a file that a course need not have."""
        return self.entries(name, model, key) if (self.data / name).exists() else {}

    def entries(self, name: str, model: type[Model], key: str = "id") -> dict[str, Model]:
        """Return the entries of a file that is a list, by key and in their order."""
        path = self.data / name
        raw = self._noting(lambda: self._yaml(path))
        if raw is _FAULTY:
            return {}
        if not isinstance(raw, list):
            self.faults.append(Fault(name, "file", "must be a list of entries", raw))
            return {}
        rows = [(_prefix(entry, index, key), entry) for index, entry in enumerate(raw)]
        return self._keyed(path, rows, model, key)

    def facts(self) -> dict[str, Fact]:
        """Return the figures."""
        path = self.data / "facts.csv"
        rows = self._noting(lambda: list(facts_csv.rows(texts.read(path, path.name, _MISSING))))
        found = [] if rows is _FAULTY else rows
        self.faults += [one for one in found if isinstance(one, Fault)]
        return self._keyed(path, [one for one in found if not isinstance(one, Fault)], Fact, "id")

    def finish(self) -> None:
        """Raise what was wrong.

        Raises
        ------
        ContentError
            With every fault.
        """
        if self.faults:
            raise ContentError.of(self.faults)

    def _yaml(self, path: Path) -> object:
        try:
            return strict_yaml.parse(texts.read(path, self._name(path), _MISSING))
        except yaml.YAMLError as error:
            place, rule, terms = strict_yaml.explain(error)
            raise ContentError(self._name(path), place, rule, terms=terms) from None

    def _noting(self, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except ContentError as error:
            self.faults += error.faults
            return _FAULTY

    def _parsed(self, path: Path, model: type[Model], raw: object, prefix: str = "") -> Model | None:
        try:
            return TypeAdapter(model).validate_python(raw)
        except ValidationError as error:
            self.faults += validation.faults(self._name(path), prefix, raw, error)
            return None

    def _keyed(
        self, path: Path, rows: Iterable[tuple[str, object]], model: type[Model], key: str
    ) -> dict[str, Model]:
        entries: dict[str, Model] = {}
        for prefix, raw in rows:
            entry = self._parsed(path, model, raw, prefix)
            if entry is None:
                continue
            if (name := getattr(entry, key)) in entries:
                rule, terms = "{key} must be unique in the file", {"key": key}
                self.faults.append(Fault(path.name, prefix, rule, name, terms))
            entries[name] = entry
        return entries

    def _name(self, path: Path) -> str:
        return path.relative_to(self.data).as_posix()


# What a file gives that has a fault; None is what an empty one holds.
_FAULTY = object()


def _prefix(entry: object, index: int, key: str) -> str:
    return str(entry.get(key, f"[{index + 1}]")) if isinstance(entry, dict) else f"[{index + 1}]"
