"""Decks: made beside the pages, refused with the place and the amount, and never in the way of a page."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import psutil
import pytest

from course import load
from course.pages import Page
from server.background import decks
from server.publish import static_site
from tests import serving
from tests.courses import SMALL, course_folder, write_notebook
from tests.server.conftest import Start, on_slide
from tests.serving import Server, awaited, eventually, runs
from tests.slides import sample

LONG = "Một câu dài để trang này không còn chỗ. " * 60


def write_deck(folder: Path, page: Page, text: str) -> None:
    """Write a page's notebook with two slides; ``text`` is the second one's."""
    cells = []
    for name, source in (("dau", f"# {page.title}"), ("hai", f"## Trang hai\n\n{text}")):
        made = nbformat.v4.new_markdown_cell(source, metadata=on_slide("slide"), id=f"{page.slug}-{name}")
        cells.append(made)
    write_notebook(folder / "notebooks" / page.notebook, *cells)


def write_decks(folder: Path, texts: dict[str, str]) -> Path:
    """Write a course whose every notebook has two slides; ``texts`` gives the second slide's text of some."""
    course_folder(folder)
    for page in load(SMALL).pages.values():
        write_deck(folder, page, texts.get(page.notebook, "Nội dung ngắn."))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notebooks of which one has a slide of too many words."""
    return write_decks(tmp_path_factory.mktemp("decks"), {"02-buoi-hai.ipynb": LONG})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Server]:
    with serving.running(tmp_path_factory.mktemp("server"), "--course", str(folder)) as server:
        server.wait_for_pages()
        eventually(
            lambda: server.visitor().ask("/trinh-chieu/buoi-hai/").status == 500, 60, "the deck is refused"
        )
        eventually(
            lambda: server.visitor().ask("/trinh-chieu/buoi-mot/").status == 200, 60, "the other is made"
        )
        yield server


def test_a_slide_of_too_many_words_leaves_the_page_and_says_why(server: Server) -> None:
    assert server.visitor().ask("/hoc/buoi-hai/").status == 200
    answer = server.visitor().ask("/trinh-chieu/buoi-hai/")
    assert "Chưa tạo được bản trình chiếu" in answer.text and 'href="/hoc/buoi-hai/"' in answer.text
    said = server.log.read_text("utf-8")
    assert "buoi-hai: chưa có bản chiếu, trang học vẫn mở được: 02-buoi-hai.ipynb: buoi-hai-hai: " in said
    assert "không được quá 40 âm tiết" in said


def test_a_deck_comes_compressed_and_once(server: Server) -> None:
    visitor = server.visitor()
    answer = visitor.ask("/trinh-chieu/buoi-mot/", **{"Accept-Encoding": "br"})
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "br")
    again = visitor.ask("/trinh-chieu/buoi-mot/", **{"If-None-Match": answer.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


def test_the_list_of_decks_tells_which_has_none(server: Server) -> None:
    text = server.visitor().ask("/trinh-chieu/").text
    assert text.count("Chưa tạo được bản trình chiếu") == 1
    assert 'href="/trinh-chieu/buoi-mot/"' in text and 'href="/trinh-chieu/buoi-hai/"' not in text


def test_the_site_is_refused(server: Server, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(
        static_site.BuildError,
        match=r"buoi-hai: không dựng được bản chiếu: 02-buoi-hai\.ipynb: buoi-hai-hai: ",
    ):
        static_site.build(tmp_path / "site", load(folder), server.log.parent / "cache")
    assert list(tmp_path.iterdir()) == []


def test_a_deck_comes_when_its_slide_is_shortened_and_goes_when_it_breaks(
    start_server: Start, server: Server, folder: Path, tmp_path: Path
) -> None:
    course = Path(shutil.copytree(folder, tmp_path / "course", symlinks=True))
    store = Path(shutil.copytree(server.log.parent / "cache", tmp_path / "cache"))
    changed = start_server("--course", str(course), "--cache", str(store))

    def status() -> int:
        return changed.visitor().ask("/trinh-chieu/buoi-hai/").status

    eventually(lambda: status() == 500, 60, "the deck is refused")
    write_deck(course, changed.course.pages["buoi-hai"], "Lại ngắn.")
    eventually(lambda: status() == 200, 120, "the deck is there")
    write_deck(course, changed.course.pages["buoi-hai"], LONG)
    eventually(lambda: status() == 500, 120, "the deck that no longer fits is taken away")


def makers(server: Server) -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process(server.process.pid).children()
        if runs(child, "server.publish.deck_making")
    ]


def test_a_second_start_makes_no_deck(
    start_server: Start, server: Server, folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "cache"
    shutil.copytree(server.log.parent / "cache", store)
    before = {path: path.stat().st_mtime_ns for path in store.glob("*.deck")}
    again = start_server("--course", str(folder), "--cache", str(store))
    eventually(
        lambda: again.visitor().ask("/trinh-chieu/buoi-mot/").status == 200, 60, "kept decks are shown"
    )
    eventually(
        lambda: again.visitor().ask("/trinh-chieu/buoi-hai/").status == 500, 60, "the bad one is refused"
    )
    assert {path: path.stat().st_mtime_ns for path in store.glob("*.deck")} == before


def test_the_maker_killed_at_work_is_said_and_started_again(
    start_server: Start, server: Server, folder: Path, tmp_path: Path
) -> None:
    store = tmp_path / "cache"
    shutil.copytree(server.log.parent / "cache", store, ignore=shutil.ignore_patterns("*.deck"))
    again = start_server("--course", str(folder), "--cache", str(store))
    eventually(lambda: makers(again), 30, "the maker runs")
    for process in makers(again):
        process.send_signal(signal.SIGKILL)
    eventually(
        lambda: "server.publish.deck_making: dừng khi chưa xong việc" in again.log.read_text("utf-8"),
        30,
        "the log says why",
    )
    assert again.visitor().ask("/hoc/buoi-mot/").status == 200
    eventually(lambda: again.visitor().ask("/trinh-chieu/buoi-mot/").status == 200, 60, "the deck is there")


def test_stopping_ends_the_maker(start_server: Start, server: Server, folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "cache"
    shutil.copytree(server.log.parent / "cache", store, ignore=shutil.ignore_patterns("*.deck"))
    again = start_server("--course", str(folder), "--cache", str(store))
    found: list[psutil.Process] = []
    eventually(lambda: found.extend(makers(again)) or found, 30, "the maker runs")
    assert again.stop() == 0
    eventually(lambda: not any(process.is_running() for process in found), 30, "the maker has ended")


def test_the_server_loads_nothing_that_only_kernels_and_print_need() -> None:
    names = "import sys, server.app; print(*sorted({'pptx', 'matplotlib', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", names], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_deck_whose_page_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = decks.Decks(static_site.Site(load(SMALL)), tmp_path)

    def fails(*_: object) -> str:
        raise ValueError("no such value")

    monkeypatch.setattr(decks.deck_making, "kept", lambda *_: sample.deck())
    monkeypatch.setattr(decks, "deck_page", fails)
    assert awaited(kept._shown("buoi-mot", "v1"))
    assert (kept.failed, kept.pages) == ({"buoi-mot": "no such value"}, {})


def test_tools_have_no_deck(server: Server) -> None:
    kept = decks.Decks(static_site.Site(load(SMALL)), server.log.parent)
    kept.want("tra-cuu", "v1")
    assert kept._wanted == {}
