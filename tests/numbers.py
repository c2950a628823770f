"""Finds the numbers in the words of the kit's own code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from course.checks import strings
from course.checks.material import Passage
from course.checks.numbers import numbers

ROOT = Path(__file__).parents[1]


def unknown(passages: Iterable[Passage], allowed: set[str]) -> list[str]:
    """Return ``file: place: number`` for every number that nothing stands behind."""
    return [
        f"{passage.file}: {passage.place}: {number}"
        for passage in passages
        for number in numbers(passage.text)
        if number not in allowed
    ]


def in_python(folder: Path = ROOT / "widgets") -> Iterator[Passage]:
    """Yield the Vietnamese strings of the widgets' Python; docstrings are for developers."""
    for path in sorted(folder.rglob("*.py")):
        for line, text in strings.shown(ast.parse(path.read_text("utf-8"))):
            if _is_vietnamese(text):
                yield Passage(path.relative_to(folder).as_posix(), f"line {line}", text)


# A comment is skipped; what it quotes is no string.
_SCRIPT = re.compile(
    r"//[^\n]*|/\*.*?\*/|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)", re.DOTALL
)
# A sign that is written by its number, such as "\u00a0", says no number.
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]+\}|x[0-9a-fA-F]{2})")


def in_javascript(folder: Path = ROOT / "widgets") -> Iterator[Passage]:
    """Yield the Vietnamese strings of the widgets' JavaScript."""
    for path in sorted(path for path in folder.rglob("*.js") if not {"vendor", "bundles"} & {*path.parts}):
        source = path.read_text("utf-8")
        for match in _SCRIPT.finditer(source):
            if match["text"] and _is_vietnamese(match["text"]):
                text = _ESCAPE.sub(" ", match["text"])
                yield Passage(path.name, f"line {source.count(chr(10), 0, match.start()) + 1}", text)


def _is_vietnamese(text: str) -> bool:
    return re.search(r"[À-ỹ]", text) is not None
