"""YAML that says what an author did wrong, instead of guessing what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.constructor import ConstructorError

from course.messages import Broken


def parse(text: str) -> object:
    """Parse YAML safely; a repeated key or a date that does not exist is an error.

    Raises
    ------
    yaml.YAMLError
        With the place in ``problem_mark`` where it is known.
    """
    return yaml.load(text, Loader=_Loader)


def explain(error: yaml.YAMLError) -> tuple[str, str, dict[str, object]]:
    """Return the place of a YAML error, the rule that is broken there, and the rule's terms."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    place = f"line {mark.line + 1}" if mark else "file"
    if isinstance(error, _Refused):
        return place, error.broken.rule, error.broken.terms
    # A quotation mark that is left open is noticed only much later.
    if mark and begun and begun.line != mark.line:
        place = f"lines {begun.line + 1}–{mark.line + 1}"
    problem = getattr(error, "problem", None) or str(error)
    rule = next((rule for words, rule in _RULES.items() if words in problem), _OTHERWISE)
    return place, rule, {"problem": problem}


# What libyaml says → what an author reads.
_RULES = {
    "cannot start any token": "not valid YAML: {problem}; "
    "indent with spaces, not with tabs, like the lines around it",
    "indentation": "not valid YAML: {problem}; indent with spaces, like the lines around it",
    "unexpected end of stream": "not valid YAML: {problem}; close the quotation mark",
    "did not find expected": "not valid YAML: {problem}; look there for a quotation mark that is not closed, and for "
    "lines that are indented differently",
}
_OTHERWISE = (
    "not valid YAML: {problem}; quote texts that hold ': ' or start with a special character, indent like the lines "
    "around it"
)
RULES = (*_RULES.values(), _OTHERWISE)


if TYPE_CHECKING:
    _SafeLoader = yaml.SafeLoader
else:
    # libyaml reads the content ten times as fast; some systems come without it.
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):
    pass


class _Refused(ConstructorError):
    """What is YAML, and still not what an author can have meant."""

    def __init__(self, mark: yaml.Mark, broken: Broken) -> None:
        super().__init__(None, None, str(broken), mark)
        self.broken = broken


def _unique_mapping(loader: _Loader, node: yaml.MappingNode) -> dict:
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Refused(key.start_mark, Broken("a field's name must be plain text"))
        if key.value in seen:
            raise _Refused(key.start_mark, Broken("the key {key!r} stands twice", key=key.value))
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


def _existing_date(loader: _Loader, node: yaml.ScalarNode) -> object:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise _Refused(node.start_mark, Broken("there is no such date: {date}", date=node.value)) from None


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _existing_date)
