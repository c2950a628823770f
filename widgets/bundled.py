"""What browsers load: bundles of modules and style sheets, which ``make bundles`` writes from their sources.

A widget's front end is written as ES modules that import each other by relative path. anywidget
loads one text per widget from a ``blob:`` address, and pages opened by double click load no
modules at all, so that neither could follow an import.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "bundles"


def bundle(name: str, folder: Path = FOLDER) -> Path:
    """Return the path of a bundle, such as ``quiz.js``.

    Raises
    ------
    FileNotFoundError
        When there is no such bundle.
    """
    path = folder / name
    if not path.is_file():
        raise FileNotFoundError(
            f"{path}: there is no such bundle: write it from its sources with make bundles"
        )
    return path


def bundles(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return the contents of all bundles in a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
