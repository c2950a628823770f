"""Joins a widget's ES modules into the one text that anywidget loads.

A widget's front end is written as plain ES modules that import each other by
relative path, so that Node and editors read them as they are. anywidget loads
one text per widget from a ``blob:`` address, from which relative imports lead
nowhere. :func:`bundle` therefore writes the imported modules ahead of the
widget's own, without their ``import`` lines and ``export`` words. There is
nothing else to it: names must be unique across the joined modules.
"""

from __future__ import annotations

import re
from pathlib import Path

WIDGETS = Path(__file__).parent

# Styles that every widget and every page has, in order.
SHARED = ("shared/theme.css", "shared/common.css", "glossary/glossary.css")

_IMPORT = re.compile(r'^import\s*\{[^}]*\}\s*from\s*"(?P<file>\.\.?/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class|let)", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async function|function\*?|const|class|let) (\w+)", re.MULTILINE)


def bundle(name: str, folder: Path = WIDGETS) -> str:
    """Return the module ``name`` with everything it imports, as one ES module.

    Raises
    ------
    FileNotFoundError
        When the module or one it imports is missing.
    ValueError
        When two modules define the same top-level name.
    """
    parts: list[str] = []
    _add((folder / name).resolve(), parts, owners={}, done=set())
    return "\n".join(parts)


def _add(path: Path, parts: list[str], owners: dict[str, Path], done: set[Path]) -> None:
    if path in done:
        return
    done.add(path)
    text = path.read_text("utf-8")
    for match in _IMPORT.finditer(text):
        _add((path.parent / match["file"]).resolve(), parts, owners, done)
    for defined in _NAME.findall(text):
        if owners.setdefault(defined, path) != path:
            rule = f"the name {defined!r} is also defined in {owners[defined].name}; rename one"
            raise ValueError(f"{path.name}: {rule}")
    parts.append(_EXPORT.sub("", _IMPORT.sub("", text)))


def styles(*names: str, folder: Path = WIDGETS) -> str:
    """Return the named style sheets as one, in order."""
    return "\n".join((folder / name).read_text("utf-8") for name in names)
