"""What is wrong with content, and the one error that it raises: file, place, rule, value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from course.kit_error import KitError


@dataclass(frozen=True)
class Fault:
    """A place in a course that breaks a rule.

    It reads ``file: place: rule, got value``, so that an author can find the line and mend it without
    reading code. What differs from case to case stands in ``terms`` and not in ``rule``: a table from rules
    to their words in another language is then a translation.

    Attributes
    ----------
    file
        Path of the file, relative to the data folder; notebooks with their folder.
    place
        Row, item id, cell or field inside the file.
    rule
        What is required and how it is mended, in plain words, with a name in braces for each of ``terms``.
    value
        What stands there instead; left out when not given.
    terms
        What the rule's names in braces stand for.
    """

    file: str
    place: str
    rule: str
    value: object = ...
    terms: Mapping[str, object] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The rule with its terms put in."""
        # Without terms a brace is a brace: some rules speak of references like {fact:id}.
        return self.rule.format(**self.terms) if self.terms else self.rule

    def __str__(self) -> str:
        return str(KitError(self.file, self.place, self.words, value=self.value))


def first_fault(check: Callable[..., None], *given: object) -> Iterator[Fault]:
    """Yield the fault at which a check of one entry stops.

    Where an entry names what does not exist, the check may find nothing to look at; that is a fault of its own,
    which the rules of references name.
    """
    try:
        check(*given)
    except ContentError as error:
        yield error.fault
    except LookupError:
        return


class ContentError(KitError, ValueError):
    """Content that breaks a rule; ``fault`` says which and where, see :class:`Fault`.

    Parameters
    ----------
    file, place, rule, value
        As in :class:`Fault`; the rule's words are complete.
    """

    def __init__(self, file: Path | str, place: str, rule: str, value: object = ...) -> None:
        self.fault = Fault(str(file), place, rule, value)
        super().__init__(file, place, rule, value=value)

    @classmethod
    def of(cls, fault: Fault) -> ContentError:
        """Return the error that a fault is where nothing may go on."""
        error = cls(fault.file, fault.place, fault.words, fault.value)
        error.fault = fault
        return error


def from_validation(file: Path | str, prefix: str, raw: object, error: ValidationError) -> ContentError:
    """Turn the most telling of pydantic's complaints into a :class:`ContentError`.

    Parameters
    ----------
    file
        As in :class:`Fault`.
    prefix
        What the entry is called in its file; "" where the file is one entry.
    raw
        The entry as it was read; its ids name the place.
    error
        What pydantic says of it.
    """
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
