"""What pydantic finds wrong with an entry, in the rules' own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from course.errors import Fault
from course.messages import Broken

# Pydantic's kinds of complaint in words that an author understands; names in braces are those of its context.
RULES = {
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
EMPTY = "must not be left empty"
DATES = "must be a date that exists, as YYYY-MM-DD"
MISSPELT = "unknown field; {meant!r} is missing and may be meant"
OTHERS = "must be as the reference of the fields says ({problem})"
# What these complaints are about stands in the rule, or is not there.
_WITHOUT_VALUE = ("missing", "too_short", "too_long", "union_tag_not_found")


def faults(file: Path | str, prefix: str, raw: object, error: ValidationError) -> Iterator[Fault]:
    """Yield a fault for each of pydantic's complaints; a field that is misspelt is one, though it misses too.

    Parameters
    ----------
    file
        As in :class:`course.errors.Fault`.
    prefix
        What the entry is called in its file; "" where the file is one entry.
    raw
        The entry as it was read; its ids name the place.
    error
        What pydantic says of it.
    """
    complaints = error.errors()
    meant = _meant([one["loc"] for one in complaints if one["type"] == "extra_forbidden"],
                   [one["loc"] for one in complaints if one["type"] == "missing"])  # fmt: skip
    for complaint in complaints:
        kind, loc = complaint["type"], complaint["loc"]
        if kind == "missing" and loc in meant.values():
            continue
        place = _place(prefix, raw, loc) + (" > kind" if kind.startswith("union_tag") else "")
        rule, terms = _rule(complaint)
        if loc in meant:
            rule, terms = MISSPELT, {"meant": meant[loc][-1]}
        yield Fault(str(file), place, rule, _value(complaint), terms)


def _meant(unknown: list[tuple], missing: list[tuple]) -> dict[tuple, tuple]:
    """Return which missing field each unknown one is likely to stand for, by their locations."""
    found = {}
    for loc in unknown:
        near = {str(one[-1]): one for one in missing if one[:-1] == loc[:-1]}
        if names := get_close_matches(str(loc[-1]), near, n=1):
            found[loc] = near[names[0]]
    return found


def _rule(complaint: ErrorDetails) -> tuple[str, Mapping[str, object]]:
    kind, context = complaint["type"], complaint.get("ctx", {})
    if isinstance(broken := context.get("error"), Broken):
        return broken.rule, broken.terms
    if complaint["input"] is None and kind.endswith("_type"):
        return EMPTY, {}
    if kind.startswith("date"):
        return DATES, {}
    if kind in RULES:
        return RULES[kind], context
    return OTHERS, {"problem": complaint["msg"]}


def _value(complaint: ErrorDetails) -> object:
    """Return what to show as the value; nothing where the rule has said it already."""
    kind, value = complaint["type"], complaint["input"]
    if kind == "union_tag_invalid":
        return complaint["ctx"]["tag"]
    whole_entry = kind == "value_error" and isinstance(value, dict)
    return ... if kind in _WITHOUT_VALUE or whole_entry else value


def _place(prefix: str, raw: object, loc: tuple[int | str, ...]) -> str:
    """Name a location by the ids that authors write rather than by positions."""
    parts, node = [prefix] if prefix else [], raw
    for step in loc:
        child = _child(node, step)
        # Where an entry may be of several kinds, pydantic puts the kind into the location too.
        if child is None and isinstance(node, dict) and step == node.get("kind"):
            continue
        node = child
        named = node.get("id") if isinstance(node, dict) and isinstance(step, int) else None
        parts.append(str(named) if named else f"[{step + 1}]" if isinstance(step, int) else step)
    return " > ".join(parts) or "file"


def _child(node: object, step: int | str) -> object:
    if isinstance(node, dict):
        return node.get(step)
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None
