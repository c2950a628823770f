"""A small valid data folder, and a way to break one place in a copy of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course import ContentError, Course, load
from tests.courses import SMALL, shipped

ROOT = Path(__file__).parents[2]
# The words of law and guidance that the content quotes, with number and article, by the source's id.
LAW = Path(__file__).parent / "law"


@pytest.fixture(scope="session")
def course() -> Course:
    """The small valid content."""
    return load(SMALL)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small data folder, to be broken."""
    return Path(shutil.copytree(SMALL / "data", tmp_path / "data"))


@pytest.fixture
def complaint(data: Path) -> Callable[..., str]:
    """Return a function that makes one edit in the copy and returns what loading it complains about."""

    def edit(file: str, old: str, new: str | bytes) -> str:
        path = data / file
        before = path.read_bytes()
        assert old.encode() in before, f"{file} no longer holds {old!r}; mend the test"
        after = new if isinstance(new, bytes) else new.encode()
        path.write_bytes(before.replace(old.encode(), after, 1))
        with pytest.raises(ContentError) as caught:
            load(data.parent)
        return str(caught.value.faults[0])

    return edit


def folder() -> Path:
    """Where the texts of the sources are looked for; they are no part of the project."""
    return Path(os.environ.get("KIT_SOURCES") or ROOT.parent / "shared" / "seeds")


def law() -> dict[str, str]:
    """Return the words of law and guidance, by the source's id."""
    return {path.stem: path.read_text("utf-8") for path in LAW.glob("*.txt")}


def everything() -> dict[str, str]:
    """Return the text of every source; the plans' are no part of the project."""
    paths = {source.id: folder() / source.file for source in shipped().sources.values() if source.file}
    if absent := [path.name for path in paths.values() if not path.is_file()]:
        pytest.skip(
            "evidence and quotations were not checked: the source files "
            f"{', '.join(absent)} are not at hand in {folder()}; "
            "KIT_SOURCES names the folder that holds them"
        )
    return law() | {name: path.read_text("utf-8") for name, path in paths.items()}


@pytest.fixture(scope="session", params=[law, everything])
def texts(request: pytest.FixtureRequest) -> dict[str, str]:
    """The texts that come with the project, and those of every source."""
    return request.param()
