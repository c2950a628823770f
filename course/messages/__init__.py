"""What authors read of the rules they broke, in their language.

Rules are written in English where they are checked. A table ``<language>.yml`` beside this module has for each of
them its words and its remedy; ``tests/course/test_messages.py`` holds the tables complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from course.kit_error import cut, shortened

# The language of the rules as they are written, which needs no table.
WRITTEN = "en"
LANGUAGES = ("vi", WRITTEN)
DEFAULT = "vi"


class Broken(Exception):
    """A rule that a part of an entry breaks; the message is the rule with its terms put in.

    Parameters
    ----------
    rule
        What is required, with a name in braces for each of ``terms``.
    terms
        What these stand for.
    """

    def __init__(self, rule: str, **terms: object) -> None:
        super().__init__(filled(rule, terms))
        self.rule, self.terms = rule, terms


class BrokenValue(Broken, ValueError):
    """A rule that a model breaks; pydantic takes it for a fault of the value."""


def filled(rule: str, terms: Mapping[str, object]) -> str:
    """Return a rule with its terms put in."""
    # Without terms a brace is a brace: some rules speak of references like {fact:id}.
    return rule.format(**terms) if terms else rule


def told(language: str, file: str, place: str, rule: str, value: object, terms: Mapping[str, object]) -> str:
    """Return a fault in a language that has a table: file, place, rule, value, remedy.

    Parameters
    ----------
    language
        One of :data:`LANGUAGES`.
    file, place, rule, value, terms
        As in :class:`course.errors.Fault`.
    """
    table = tables(language)
    words, remedy = table["rules"].get(rule, (rule, ""))
    known = {name: _term(table, term) for name, term in terms.items()}
    said = f"{file}: {_place(table, place)}: {filled(words, known)}"
    if value is not ...:
        said += f"; {table['got']} {_value(table, value)}"
    return f"{said}. {table['remedy']}: {filled(remedy, known)}." if remedy else f"{said}."


@cache
def tables(language: str) -> dict[str, Any]:
    """Return the table of a language: ``got``, ``remedy``, ``nothing``, ``places``, ``words``, ``rules``."""
    return yaml.safe_load((Path(__file__).parent / f"{language}.yml").read_text("utf-8"))


def _place(table: dict[str, Any], place: str) -> str:
    # Longer names first: "code cells" is no "code".
    for name in sorted(table["places"], key=len, reverse=True):
        if place == name or place.startswith(f"{name} "):
            place = table["places"][name] + place[len(name) :]
            break
    return place.replace(", line ", f", {table['places']['line']} ").replace(
        "(without id)", f"({table['places']['without id']})"
    )


def _term(table: dict[str, Any], term: object) -> object:
    return table["words"].get(term, term) if isinstance(term, str) else term


def _value(table: dict[str, Any], value: object) -> str:
    if value is None or value == "":
        return table["nothing"]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{cut(repr(value)[1:-1])}”"  # Signs that nobody sees are seen in it.
    return shortened(value)
