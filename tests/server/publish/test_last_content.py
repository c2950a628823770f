"""What is shown while the content is not in order: what was in order last, and where that is said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from course import ContentError, load
from server.publish import last_content, shelf
from tests import serving
from tests.course.breaking import data
from tests.courses import SMALL
from tests.server.conftest import copy_made, write_notebooks

BREAK = data("sessions.yml", "Nói đi đôi với làm.", "Nói đi đôi với {fact:lam}.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course of small notebooks, with data of its own."""
    course = tmp_path / "course"
    write_notebooks(course, {"01-buoi-mot.ipynb": "import ipywidgets\nfrom IPython.display import Markdown\n"
                                                  "Markdown('Xin **chào**')"})  # fmt: skip
    (course / "data").unlink()
    shutil.copytree(SMALL / "data", course / "data")
    return course


def test_what_was_in_order_last_is_given_back_for_its_folder(tmp_path: Path, folder: Path) -> None:
    store, version = tmp_path / "store", shelf.content_version(folder)
    assert last_content.last_good(store, folder) is None
    last_content.keep(store, load(folder), version)
    before = (store / last_content.NAME).stat().st_mtime_ns
    last_content.keep(store, load(folder), version)
    assert (store / last_content.NAME).stat().st_mtime_ns == before
    good = load(folder)
    BREAK(folder)
    with pytest.raises(ContentError):
        load(folder)
    assert last_content.last_good(store, folder) == (good, version)


def test_what_is_kept_and_damaged_is_as_if_it_were_not_there(tmp_path: Path, folder: Path) -> None:
    last_content.keep(tmp_path, load(folder), "1")
    path = tmp_path / last_content.NAME
    path.write_bytes(path.read_bytes()[:99])
    assert last_content.last_good(tmp_path, folder) is None


def test_the_version_is_that_of_the_files_and_of_no_other(tmp_path: Path, folder: Path) -> None:
    version = shelf.content_version(folder)
    again = tmp_path / "again"
    shutil.copytree(folder, again)
    assert shelf.content_version(again) == version
    (again / "data" / ".qa.yml.swp").touch()
    (again / ".cache").mkdir()
    assert shelf.content_version(again) == version
    BREAK(again)
    assert shelf.content_version(again) != version


def test_a_server_that_starts_on_broken_content_shows_the_last_good_pages(
    tmp_path: Path, folder: Path, made: Path
) -> None:
    store = copy_made(made, folder, tmp_path / "store")
    version = shelf.content_version(folder)
    last_content.keep(store, load(folder), version)
    whole = (folder / "data" / "sessions.yml").read_text("utf-8")
    BREAK(folder)
    with serving.running(tmp_path, "--course", str(folder), "--cache", str(store)) as server:
        visitor = server.visitor()

        def state() -> dict:
            return json.loads(visitor.ask("/healthz").text)

        serving.eventually(
            lambda: state()["status"] == "degraded", 30, "the server says that something is wrong"
        )
        assert state()["content"] == version
        said = "sessions.yml: buoi-mot &gt; key_message: không có số liệu nào tên “lam”"
        for address in ("/", "/hoc/buoi-mot/", "/hoc/tra-cuu/"):
            answer = visitor.ask(address)
            assert answer.status == 200 and "key_message" not in answer.text
            assert f"bản {version}</p>" in answer.text
        assert said in visitor.ask("/trinh-chieu/").text
        assert said.replace("&gt;", ">") in server.log.read_text("utf-8")
        (folder / "data" / "sessions.yml").write_text(whole, "utf-8")
        serving.eventually(lambda: state()["status"] == "ok", 30, "all is well again")
        assert "key_message" not in visitor.ask("/trinh-chieu/").text


def test_a_server_without_anything_good_says_what_is_wrong_and_ends(tmp_path: Path, folder: Path) -> None:
    BREAK(folder)
    with pytest.raises(AssertionError, match="không có số liệu nào tên “lam”"):
        serving.start(tmp_path, "--course", str(folder))
