"""The bundles hold what their sources say: told by hashes, without Node. ``make lint`` builds them anew."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MANIFEST = json.loads((ROOT / "tools" / "bundles.json").read_text("utf-8"))
FOLDERS = ("server/bundles", "slides/bundles", "widgets/bundles")
SCRIPTS = [path for path in MANIFEST["bundles"] if path.endswith(".js")]
WIDGETS = [path for path in SCRIPTS if path.startswith("widgets/")]
PLAIN = [path for path in SCRIPTS if path not in WIDGETS]


def changed(known: dict[str, str], root: Path = ROOT) -> list[str]:
    """Return the files that are missing, or other than their hash says."""
    return [
        name
        for name, digest in known.items()
        if not (root / name).is_file() or hashlib.sha256((root / name).read_bytes()).hexdigest() != digest
    ]


def test_no_source_was_saved_without_bundling_it() -> None:
    assert changed(MANIFEST["sources"]) == [], "run make bundles"


def test_no_bundle_was_changed_by_hand() -> None:
    assert changed(MANIFEST["bundles"]) == [], "run make bundles"


def test_a_change_is_told(tmp_path: Path) -> None:
    names = ["widgets/quiz/logic.js", "widgets/quiz/quiz.css"]
    known = {name: MANIFEST["sources"][name] for name in names}
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    assert changed(known, tmp_path) == []
    (tmp_path / names[0]).write_text("export const unit = 1;\n", "utf-8")
    (tmp_path / names[1]).unlink()
    assert changed(known, tmp_path) == names


def test_every_source_is_in_a_bundle() -> None:
    places = ("server/static/*", "slides/static/*", "widgets/*/*")
    files = [path for place in places for path in ROOT.glob(place) if path.suffix in (".js", ".css")]
    sources = {path.relative_to(ROOT).as_posix() for path in files if path.parent.name != "bundles"}
    assert sources - set(MANIFEST["sources"]) == set(), "run make bundles"


def test_nothing_else_lies_among_the_bundles() -> None:
    there = {path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).iterdir()}
    assert there == set(MANIFEST["bundles"])


@pytest.mark.parametrize("name", PLAIN)
def test_what_pages_load_is_a_plain_script(name: str) -> None:
    # Pages opened by double click load no modules, and what a script names is its own.
    assert re.fullmatch(
        r'(?:"use strict";)?\(\(\)=>\{.*\}\)\(\);\n', (ROOT / name).read_text("utf-8"), re.DOTALL
    )


@pytest.mark.parametrize("name", WIDGETS)
def test_a_widget_is_one_module_with_its_definition(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    # In a blob: an import leads nowhere.
    assert not re.search(r"""\bimport\s*(?:["'{*(]|\w+\s+from\b)""", text)
    assert re.search(r"\bexport\{[^}]*\bas default\b[^}]*\};\n\Z", text)
