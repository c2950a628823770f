"""Shown blocks as plain JSON values, as notebooks and caches keep them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any

from shown import model

# What a cell shows, beside the Markdown that JupyterLab shows.
MIME = "application/vnd.hoc-tac-pham.shown+json"


def types_of(module: ModuleType) -> dict[str, type]:
    """Return the dataclasses of a module by name."""
    return {
        name: value for name, value in vars(module).items() if isinstance(value, type) and is_dataclass(value)
    }


TYPES = types_of(model)


def as_json(value: Any) -> Any:
    """Return dataclasses as dictionaries with their ``type``, tuples as lists.

    Fields that hold their default are left out: what is shown travels to many readers.
    """
    if is_dataclass(value):
        kept = {one.name: getattr(value, one.name) for one in fields(value)}
        kept = {name: given for name, given in kept.items() if given != _default(value, name)}
        return {"type": type(value).__name__} | {name: as_json(given) for name, given in kept.items()}
    if isinstance(value, (tuple, list)):
        return [as_json(item) for item in value]
    return value


def from_json(value: Any, types: Mapping[str, type] = TYPES) -> Any:
    """Return what :func:`as_json` wrote; dictionaries without a ``type`` stay as they are.

    Parameters
    ----------
    value
        Plain JSON values.
    types
        The dataclasses that may occur, by name.

    Raises
    ------
    KeyError, TypeError
        When a type is unknown or has other fields, as after a change of the model.
    """
    if isinstance(value, list):
        return tuple(from_json(item, types) for item in value)
    if isinstance(value, dict) and "type" in value:
        given = {name: from_json(item, types) for name, item in value.items() if name != "type"}
        return types[value["type"]](**given)
    return value


def _default(value: Any, name: str) -> Any:
    return next(one.default for one in fields(value) if one.name == name)
