"""Results of another process: whole lines, however long a notebook's error is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.publish import workers
from tests.serving import awaited


def results(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> list[dict[str, Any]]:
    """Return what a module of this code reports."""
    (folder / "reporting.py").write_text(code, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=":")
    taken: list[dict[str, Any]] = []

    async def take(result: dict[str, Any]) -> None:
        taken.append(result)

    awaited(workers.Worker("reporting", 60).run([], take))
    return taken


def test_a_long_line_is_read_and_those_behind_it_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = """print('{"slug": "%s"}' % ("x" * 100_000))\nprint('{"slug": "on-tap"}')"""
    assert [len(result["slug"]) for result in results(monkeypatch, tmp_path, code)] == [100_000, 6]


def test_of_a_long_reason_beginning_and_end_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    workers.report(slug="on-tap", ok=False, reason=f"cell 2: {'x' * 100_000} ValueError")
    reason = json.loads(capsys.readouterr().out)["reason"]
    assert reason.startswith("cell 2: ") and reason.endswith(" ValueError")
    assert len(reason) < workers.LONGEST_REASON + 10
