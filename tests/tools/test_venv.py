"""Set-up on machines where something is missing: one sentence with the remedy, exit status not 0."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what set-up needs, and no .venv."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "venv.sh", tmp_path / "tools")
    return tmp_path


def fake_python(folder: Path, script: str) -> str:
    path = folder / "fake-python"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def set_up(checkout: Path, python: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", ".venv/.ready", f"PYTHON={python}"],
        cwd=checkout, capture_output=True, text=True, env=os.environ | {"MAKEFLAGS": ""}, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (None, "Python was not found: install Python 3.11 or newer"),
        ("case \"$1\" in -V) echo 'Python 3.9.2';; *) exit 1;; esac", "Python 3.11 or newer is needed"),
        (
            'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac',
            "Python's venv module is missing: install it",
        ),
    ],
    ids=["no Python", "old Python", "no venv"],
)
def test_what_is_missing_is_said_in_one_sentence(checkout: Path, script: str | None, sentence: str) -> None:
    python = fake_python(checkout, script) if script else str(checkout / "no-such-python")
    result = set_up(checkout, python)
    assert result.returncode != 0
    first, *rest = result.stderr.strip().splitlines()
    assert first.startswith(sentence)
    assert all(re.match(r"make(\[\d+\])?: \*\*\*", line) for line in rest)
    assert not (checkout / ".venv" / ".ready").exists()


def test_an_old_python_is_named_with_its_version(checkout: Path) -> None:
    script = "case \"$1\" in -V) echo 'Python 3.9.2';; *) exit 1;; esac"
    assert "Python 3.9.2" in set_up(checkout, fake_python(checkout, script)).stderr


def test_the_second_time_nothing_is_done() -> None:
    assert Path(sys.prefix).resolve() == (ROOT / ".venv").resolve(), "run the tests with make test"
    result = subprocess.run(
        ["make", "--question", ".venv/.ready"], cwd=ROOT, env=os.environ | {"MAKEFLAGS": ""}
    )
    assert result.returncode == 0
