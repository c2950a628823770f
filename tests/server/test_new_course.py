"""An author begins a course: what is written, what is refused, and that nothing is ever half written."""

from __future__ import annotations

import re
import shlex
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from typer.testing import CliRunner, Result

from course import load
from server import cli, new_course
from server.checking import faults
from tests.courses import TEMPLATE


def new(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, ["new", *map(str, arguments)])


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file, hidden ones too."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def commands(said: str) -> Iterator[list[str]]:
    """Yield the commands that an author is told."""
    yield from (shlex.split(line) for line in said.splitlines() if line.startswith("    "))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a course is to be; the name has a space, and letters that only Vietnamese has."""
    return tmp_path / "các khóa" / "khóa một"


# That its notebooks run, tests/browser/test_new_course.py sees.
def test_a_new_course_breaks_no_rule_and_the_command_that_is_told_says_so(folder: Path) -> None:
    result = new(folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"Đã tạo khóa học mẫu: {folder}" in result.stdout
    told = {command[1]: command for command in commands(result.stdout)}
    assert list(told) == ["check", "serve", "slides", "lab"]
    checked = subprocess.run([*told["check"], "--no-run"], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "2 buổi" in checked.stdout
    assert all(Path(command[0]).exists() for command in told.values())


def test_all_of_the_template_is_there_and_nothing_hidden(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(folder)
    assert set(files(folder)) == set(files(TEMPLATE))
    left = tmp_path / "template"
    for name in ("data/course.yml", ".cache/pages/a.page", "notebooks/.ipynb_checkpoints/a.ipynb"):
        (left / name).parent.mkdir(parents=True, exist_ok=True)
        (left / name).write_text("title: Một\n", "utf-8")
    monkeypatch.setattr(new_course, "TEMPLATE", left)
    new(tmp_path / "other")
    assert set(files(tmp_path / "other")) == {"data/course.yml"}


def test_editors_find_the_schemas_from_there(folder: Path) -> None:
    new(folder)
    for path in (folder / "data").rglob("*.yml"):
        address = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))[1]
        assert Path(unquote(urlsplit(address).path)).is_file(), path.name


@pytest.mark.parametrize("title", ["Học Nghị quyết", "Bài 1: “Một” # 'hai'", "Ho\u0323c"])
def test_the_title_is_the_authors(folder: Path, title: str) -> None:
    assert new(folder, "--title", title).exit_code == 0
    assert load(folder).about.title == unicodedata.normalize("NFC", title)
    assert faults(folder) == []


@pytest.mark.parametrize("title", ["", " ", "<b>Một</b>", "Một {fact:hai}", "Một\u200bhai"])
def test_a_title_that_cannot_be_one_is_refused(folder: Path, title: str) -> None:
    result = new(folder, "--title", title)
    assert result.exit_code == 1
    assert result.stderr.startswith("--title: tên khóa học phải có chữ")
    assert list(folder.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["ghi-chu.txt", ".git"])
def test_a_folder_that_holds_something_stays_as_it_is(folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    (folder / name).write_text("của tôi", "utf-8")
    result = new(folder)
    assert result.exit_code == 1
    assert result.stderr == (
        f"{folder}: thư mục này không trống (có {name}); hãy chọn tên chưa dùng hoặc thư mục trống\n"
    )
    assert files(folder) == {name: "của tôi".encode()}


def test_a_file_of_that_name_stays_as_it_is(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("của tôi", "utf-8")
    result = new(folder)
    assert result.exit_code == 1
    assert result.stderr == f"{folder}: đã có một tệp mang tên này; hãy chọn tên khác cho thư mục\n"
    assert folder.read_text("utf-8") == "của tôi"


def test_the_empty_folder_in_which_an_author_stands_is_filled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    before = folder.stat().st_ino
    monkeypatch.chdir(folder)
    assert new(".").exit_code == 0
    assert folder.stat().st_ino == before
    assert set(files(folder)) == set(files(TEMPLATE))


@pytest.mark.parametrize("made", [False, True])
def test_where_the_system_refuses_nothing_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch, made: bool
) -> None:
    (folder if made else folder.parent).mkdir(parents=True)

    def full(draft: Path, folder: Path) -> None:
        assert (draft / "data" / "course.yml").is_file()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_course, "_put", full)
    result = new(folder)
    assert result.exit_code == 1
    assert "No space left on device" in result.stderr
    assert list(folder.parent.rglob("*")) == ([folder] if made else [])
