"""Versions: whatever a page, a deck or a printed file is made from has its part in them, and nothing else has."""

from __future__ import annotations

import shutil
from modulefinder import ModuleFinder
from pathlib import Path

import jinja2
import pytest

from course import load
from server.publish import deck_making, printing, shelf
from server.publish.executed import Executed
from server.publish.session_page import session_page
from server.publish.site import Site
from tests.courses import SMALL, shipped

SLUG = "buoi-mot"


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the kit's code, and of the small course in a folder ``khoa``."""
    folder = tmp_path_factory.mktemp("kit")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("course", "charts", "shown", "exchange", "widgets", "slides", "server"):
        shutil.copytree(shelf.KIT / name, folder / name, ignore=ignored)
    shutil.copy(shelf.KIT / "requirements.lock", folder)
    shutil.copytree(SMALL, folder / "khoa", ignore=ignored)
    return folder


def keys(kit: Path) -> dict[str, str]:
    """Return the versions of a session's page, deck and printed files."""
    course = load(kit / "khoa")
    page = shelf.content_key(course, course.pages[SLUG], kit)
    prints = printing.place_of(kit / "in", {SLUG: page}, kit)
    return {"page": page, "deck": deck_making.version({SLUG: page}, kit), "prints": prints.name}


def changed(kit: Path, name: str) -> set[str]:
    """Return what has another version once a file is saved with one byte more."""
    before, body = keys(kit), (kit / name).read_bytes()
    (kit / name).write_bytes(body + b"\n")
    try:
        after = keys(kit)
    finally:
        (kit / name).write_bytes(body)
    assert keys(kit) == before
    return {kind for kind in before if before[kind] != after[kind]}


@pytest.mark.parametrize(
    "name",
    [
        "khoa/notebooks/01-buoi-mot.ipynb",
        "khoa/data/facts.csv",
        "khoa/data/questions/buoi-hai.yml",
        "course/references.py",
        "charts/bars.py",
        "shown/html.py",
        "exchange/calendar.py",
        "widgets/quiz/quiz.py",
        "widgets/quiz/quiz.js",
        "widgets/bundles/quiz.js",
        "widgets/bundles/quiz.css",
        "server/publish/execute.py",
        "server/publish/executed.py",
        "requirements.lock",
    ],
)
def test_what_a_notebook_shows_changes_everything(kit: Path, name: str) -> None:
    assert changed(kit, name) == {"page", "deck", "prints"}


@pytest.mark.parametrize(
    "name",
    [
        "slides/templates/deck.html.j2",
        "slides/templates/paper.typ",
        "slides/deck/reading.py",
        "slides/pptx/write.py",
        "slides/bundles/deck.css",
        "slides/static/deck_fit.js",
    ],
)
def test_what_slides_are_made_of_changes_decks_and_prints(kit: Path, name: str) -> None:
    assert changed(kit, name) == {"deck", "prints"}


@pytest.mark.parametrize(
    "name",
    [
        "server/templates/session.html.j2",
        "server/static/lesson.js",
        "server/bundles/lesson.js",
        "server/publish/cells.py",
        "khoa/notebooks/02-buoi-hai.ipynb",
    ],
)
def test_what_is_put_around_at_each_start_changes_no_version(kit: Path, name: str) -> None:
    assert changed(kit, name) == set()


@pytest.mark.parametrize(
    "name",
    [
        ".~lock.facts.csv#",
        ".facts.csv.swp",
        "facts.csv~",
        ".#facts.csv",
        "#facts.csv#",
        "~$facts.csv",
        "4913",
    ],
)
def test_what_editors_put_beside_files_changes_nothing(kit: Path, name: str) -> None:
    before, file = keys(kit), kit / "khoa" / "data" / name
    file.write_text("somebody", "utf-8")
    try:
        assert keys(kit) == before
    finally:
        file.unlink()


def test_a_page_has_the_template_of_its_start(tmp_path: Path) -> None:
    site, executed = Site(load(SMALL)), Executed({"metadata": {}, "cells": []})
    before = session_page(site, site.course.pages[SLUG], executed)
    folder = Path(shutil.copytree(shelf.KIT / "server" / "templates", tmp_path / "templates"))
    template = folder / "session.html.j2"
    template.write_text(
        template.read_text("utf-8").replace("{% block main %}", "{% block main %}<hr>", 1), "utf-8"
    )
    site.templates.loader = jinja2.FileSystemLoader(folder)
    site.templates.cache.clear()
    assert session_page(site, site.course.pages[SLUG], executed).count("<hr>") == before.count("<hr>") + 1


def test_a_file_that_moves_makes_a_new_version(kit: Path) -> None:
    before, file = keys(kit), kit / "widgets" / "quiz" / "quiz.js"
    moved = file.rename(kit / "widgets" / "quiz.js")
    try:
        assert keys(kit) != before
    finally:
        moved.rename(file)


def left_out() -> set[Path]:
    """Return the kit's files that a notebook's kernel may load and that make no new version."""
    # Stays within the kit, and sees what is imported only where it is needed, too.
    finder = ModuleFinder(path=[str(shelf.KIT)])
    for name in ("widgets.lesson", "widgets.tools"):
        finder.import_hook(name)
    loaded = {Path(module.__file__) for module in finder.modules.values() if module.__file__}
    return loaded - set(shelf.input_files(shipped(), next(iter(shipped().pages.values()))))


def test_whatever_a_kernel_may_load_makes_a_new_version() -> None:
    assert left_out() == set()


@pytest.mark.parametrize("name", [name for name in shelf.CODE if "." not in name])
def test_no_folder_of_code_could_be_left_out(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(shelf, "CODE", [one for one in shelf.CODE if one != name])
    assert {path.relative_to(shelf.KIT).parts[0] for path in left_out()} == {name}


def test_compiled_files_do_not_count(kit: Path) -> None:
    before = keys(kit)
    for folder in (kit / "widgets" / "__pycache__", kit / "slides" / "__pycache__"):
        folder.mkdir()
        (folder / "quiz.pyc").write_bytes(b"x")
    assert keys(kit) == before
