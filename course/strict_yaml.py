"""YAML that says what an author did wrong, instead of guessing what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.constructor import ConstructorError


def parse(text: str) -> object:
    """Parse YAML safely; a repeated key or a date that does not exist is an error.

    Raises
    ------
    yaml.YAMLError
        With the place in ``problem_mark`` where it is known.
    """
    return yaml.load(text, Loader=_Loader)


def explain(error: yaml.YAMLError) -> tuple[str, str]:
    """Return the place of a YAML error and what is wrong there."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    if not isinstance(error, ConstructorError):
        problem = f"not valid YAML: {problem}{_begun(error)}; {_remedy(problem)}"
    return (f"line {mark.line + 1}" if mark else "file"), problem


def _begun(error: yaml.YAMLError) -> str:
    """Say where that began which went wrong; a quotation mark left open is noticed only much later."""
    begun, noticed = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if not begun or not noticed or begun.line == noticed.line:
        return ""
    return f" (in what begins in line {begun.line + 1})"


_REMEDIES = {
    "cannot start any token": "indent with spaces, not with tabs, like the lines around it",
    "indentation": "indent with spaces, like the lines around it",
    "unexpected end of stream": "close the quotation mark",
    "did not find expected": "look there for a quotation mark that is not closed, and for lines that are indented "
    "differently",
}


def _remedy(problem: str) -> str:
    known = (remedy for words, remedy in _REMEDIES.items() if words in problem)
    return next(
        known, "quote texts that hold ': ' or start with a special character, indent like the lines around it"
    )


if TYPE_CHECKING:
    _SafeLoader = yaml.SafeLoader
else:
    # libyaml reads the content ten times as fast; some systems come without it.
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):
    pass


def _unique_mapping(loader: _Loader, node: yaml.MappingNode) -> dict:
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ConstructorError(None, None, "a field's name must be plain text", key.start_mark)
        if key.value in seen:
            raise ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


def _existing_date(loader: _Loader, node: yaml.ScalarNode) -> object:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        raise ConstructorError(None, None, f"there is no such date: {node.value}", node.start_mark) from None


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _existing_date)
