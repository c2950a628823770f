"""The words of the kit's own code name no number that is not in the data of the course that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checks.numbers import known
from tests.courses import shipped
from tests.numbers import in_javascript, in_python, unknown


@pytest.mark.parametrize("passages", [in_python(), in_javascript()], ids=["python", "javascript"])
def test_every_number_has_a_source(passages):
    found = list(passages)
    assert len(found) > 50, "the texts were not found"
    assert unknown(found, known(shipped())) == []


def test_python_is_read_without_docstrings(tmp_path: Path):
    (tmp_path / "a.py").write_text(
        '"""Có 9.001."""\nA = "Có 9.002"\nB = f"Có {A} và 9.003"\nC = "x 9"\n', "utf-8"
    )
    assert unknown(in_python(tmp_path), set()) == ["a.py: line 2: 9002", "a.py: line 3: 9003"]


def test_javascript_is_read_without_comments(tmp_path: Path):
    lines = [
        '// "Có 9.001"', '/* "Có 9.002" */', 'const a = "Có\\u00a09.003";',
        "const b = `Có ${a[1]}", " và 9.004`;", "const c = 'Có 9.005';",
    ]  # fmt: skip
    (tmp_path / "a.js").write_text("\n".join(lines), "utf-8")
    assert unknown(in_javascript(tmp_path), set()) == [
        "a.js: line 3: 9003",
        "a.js: line 4: 9004",
        "a.js: line 6: 9005",
    ]
