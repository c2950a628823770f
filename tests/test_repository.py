"""What must hold for the repository as a whole."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from tests.courses import shipped

ROOT = Path(__file__).parents[1]


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *patterns],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout  # fmt: skip
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def locked() -> dict[str, str]:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


@pytest.mark.parametrize(("name", "least"), [("requirements.lock", 51), ("tools/uv.txt", 1)])
def test_the_lock_names_hashes_and_no_host(name: str, least: int) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.findall(r"^[a-z0-9._-]+==.*?(?=^[a-z0-9._-]+==|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(entries) >= least
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"index-url|find-links|https?://", text)


def test_the_lock_of_the_front_end_names_hashes_and_no_place() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    entries = [entry for name, entry in packages.items() if name]
    assert entries
    assert all(entry["integrity"].startswith("sha512-") and "resolved" not in entry for entry in entries)


def test_environment_names_the_locked_versions() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    (pip,) = [entry["pip"] for entry in environment["dependencies"] if isinstance(entry, dict)]
    named = dict(entry.split("==") for entry in pip if "==" in entry)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = set(project["dependencies"])
    assert set(named) == wanted
    assert named == {entry: locked()[Requirement(entry).name] for entry in wanted}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {Requirement(entry).name for entry in named} <= set(locked())


TEXTS = (
    "*.py",
    "*.js",
    "*.mjs",
    "*.css",
    "*.j2",
    "*.yml",
    "*.toml",
    "*.sh",
    "*.md",
    "*.ipynb",
    "package*.json",
    "Makefile",
    ".ci/run",
)


def test_no_file_names_another_host() -> None:
    # The namespace of SVG is a name, not an address; .example hosts exist for tests only. A course may lead to
    # what its sources cite.
    allowed = re.compile(
        r"https?://(127\.0\.0\.1|localhost|www\.w3\.org/|192\.168\.|kit\.test|[a-z.]*example\b|\{|$)"
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked(*TEXTS)
        for match in re.finditer(r"https?://[^\s\"'<>)]*", path.read_text("utf-8"))
        if not allowed.match(match[0]) and match[0] not in shipped().addresses
    ]
    assert found == []


def test_all_text_is_composed_unicode() -> None:
    import unicodedata

    bad = [str(path.relative_to(ROOT)) for path in tracked(*TEXTS)
           if not unicodedata.is_normalized("NFC", path.read_text("utf-8"))]  # fmt: skip
    assert bad == []
