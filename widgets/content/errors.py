"""The one error that bad content raises: place, rule, value."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError


class ContentError(ValueError):
    """Content that breaks a rule.

    The message reads ``file: place: rule, got value``, so that an author can
    find the line and mend it without reading code.

    Parameters
    ----------
    file
        Path of the file, relative to the data folder.
    place
        Row, item id or field inside the file.
    rule
        What is required, in plain words.
    value
        What stands there instead; left out of the message when not given.
    """

    def __init__(self, file: Path | str, place: str, rule: str, value: object = ...) -> None:
        self.file, self.place, self.rule, self.value = str(file), place, rule, value
        got = "" if value is ... else f", got {_short(value)}"
        super().__init__(f"{file}: {place}: {rule}{got}")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 90 else f"{text[:87]}…"


def from_validation(file: Path | str, prefix: str, raw: object, error: ValidationError) -> ContentError:
    """Turn pydantic's first complaint into a :class:`ContentError`."""
    first = error.errors()[0]
    place = _place(prefix, raw, first["loc"])
    rule = first["msg"].removeprefix("Value error, ")
    if first["type"] == "missing":
        return ContentError(file, place, "this field is required")
    if first["type"] == "extra_forbidden":
        rule = "unknown field; check its spelling"
    return ContentError(file, place, rule, first["input"])


def _place(prefix: str, raw: object, loc: tuple[int | str, ...]) -> str:
    """Name a location by the ids that authors write rather than by positions."""
    parts, node = [prefix] if prefix else [], raw
    for step in loc:
        child = _child(node, step)
        if child is None and isinstance(step, str) and step in _UNION_TAGS:
            continue
        node = child
        named = node.get("id") if isinstance(node, dict) and isinstance(step, int) else None
        parts.append(str(named) if named else f"[{step + 1}]" if isinstance(step, int) else step)
    return " > ".join(parts) or "file"


# Names that pydantic adds to a location for the member of a union; no author wrote them.
_UNION_TAGS = {"single", "multiple", "boolean", "numeric", "ordering", "matching"}


def _child(node: object, step: int | str) -> object:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None
