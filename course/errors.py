"""The one error that bad content raises: place, rule, value."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from course.kit_error import KitError


class ContentError(KitError, ValueError):
    """Content that breaks a rule.

    The message reads ``file: place: rule, got value``, so that an author can
    find the line and mend it without reading code.

    Parameters
    ----------
    file
        Path of the file, relative to the data folder; of what a cell calls wrongly, the class.
    place
        Row, item id or field inside the file.
    rule
        What is required, in plain words.
    value
        What stands there instead; left out of the message when not given.
    """

    def __init__(self, file: Path | str, place: str, rule: str, value: object = ...) -> None:
        self.file, self.place, self.rule, self.value = str(file), place, rule, value
        super().__init__(file, place, rule, value=value)


def from_validation(file: Path | str, prefix: str, raw: object, error: ValidationError) -> ContentError:
    """Turn the most telling of pydantic's complaints into a :class:`ContentError`."""
    complaints = error.errors()
    # A misspelt field is unknown and missing at once; its spelling is what helps.
    chosen = next((one for one in complaints if one["type"] == "extra_forbidden"), complaints[0])
    place = _place(prefix, raw, chosen["loc"])
    if chosen["type"].startswith("union_tag"):
        place += " > kind"
    return ContentError(file, place, _rule(chosen), _value(chosen))


# Pydantic's kinds of complaint in words that an author understands.
_RULES = {
    "missing": "this field is required",
    "extra_forbidden": "unknown field; check its spelling",
    "string_type": "must be text; put it in quotes",
    "string_pattern_mismatch": "must look like {pattern}",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "literal_error": "must be one of {expected}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "list_type": "must be a list, one line with a dash for each entry",
    "too_short": "must have {min_length} or more entries, it has {actual_length}",
    "too_long": "must have {max_length} or fewer entries, it has {actual_length}",
    "model_type": "must be a set of fields, as in `id: …`",
    "model_attributes_type": "must be a set of fields, as in `id: …`",
    "union_tag_invalid": "must be one of {expected_tags}",
    "union_tag_not_found": "this field is required",
}  # fmt: skip
_DATES = "must be a date that exists, as YYYY-MM-DD"


def _rule(complaint: ErrorDetails) -> str:
    kind = complaint["type"]
    if kind.startswith("date"):
        return _DATES
    if kind in _RULES:
        return _RULES[kind].format(**complaint.get("ctx", {}))
    return complaint["msg"].removeprefix("Value error, ")


def _value(complaint: ErrorDetails) -> object:
    """Return what to show as the value; nothing where the rule has said it already."""
    kind, value = complaint["type"], complaint["input"]
    if kind == "union_tag_invalid":
        return complaint["ctx"]["tag"]
    told = kind in ("missing", "too_short", "too_long", "union_tag_not_found")
    whole_entry = kind == "value_error" and isinstance(value, dict)
    return ... if told or whole_entry else value


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
