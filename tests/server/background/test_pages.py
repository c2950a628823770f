"""Members' pages: rendered once, shared by all, never half, never lost."""

from __future__ import annotations

import asyncio
import gzip
import json
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import nbformat
import psutil
import pytest

from course import load
from server.background import pages as member_pages
from server.background import retries
from server.background.health import health
from server.errors import JobFailed
from server.publish import jobs, shelf
from server.publish.executed import Executed
from server.publish.site import Site
from tests import serving
from tests.courses import SMALL
from tests.server.conftest import ENDLESS, Start, write_notebooks
from tests.serving import Server, awaited, eventually, runs


def shown(server: Server, slug: str = "buoi-mot") -> str:
    return server.visitor().ask(f"/hoc/{slug}/").text


def renderers(server: Server) -> list[psutil.Process]:
    children = psutil.Process(server.process.pid).children()
    return [child for child in children if runs(child, "server.publish.execute")]


def change(folder: Path, name: str, code: str) -> None:
    """Save a notebook as an author does."""
    notebook = nbformat.read(folder / "notebooks" / name, as_version=4)
    notebook.cells[1]["source"] = code
    nbformat.write(notebook, folder / "notebooks" / name)


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory, notebooks: Path) -> Iterator[Server]:
    """A server that has rendered all pages itself."""
    with serving.running(tmp_path_factory.mktemp("members"), "--course", str(notebooks)) as server:
        server.wait_for_pages()
        yield server


def test_the_page_shows_the_notebook_without_a_kernel(members: Server) -> None:
    text = shown(members)
    assert "Xin <strong>chào</strong>" in text
    assert 'href="/voila/render/01-buoi-mot.ipynb"' in text and "Mở Python trực tiếp" in text
    for _ in range(5):
        assert shown(members) == text
    assert members.kernels() == []
    eventually(lambda: renderers(members) == [], 20, "the renderer has ended")


@pytest.mark.parametrize(
    ("accepts", "coding", "decode"),
    [("gzip, deflate, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", None, bytes)],
)
def test_the_page_comes_compressed(
    members: Server, accepts: str, coding: str | None, decode: Callable
) -> None:
    answer = members.visitor().ask("/hoc/buoi-mot/", **{"Accept-Encoding": accepts})
    assert answer.headers["Content-Encoding"] == coding
    assert decode(answer.body).decode("utf-8") == shown(members)


def test_a_page_that_one_has_is_not_sent_again(members: Server) -> None:
    visitor = members.visitor()
    tag = visitor.ask("/hoc/buoi-mot/").headers["ETag"]
    answer = visitor.ask("/hoc/buoi-mot/", **{"If-None-Match": tag})
    assert (answer.status, answer.body) == (304, b"")
    assert visitor.ask("/hoc/buoi-mot/", **{"If-None-Match": '"another"'}).status == 200


def test_a_second_start_renders_nothing(start_server: Start, notebooks: Path, tmp_path: Path) -> None:
    options = ("--course", str(notebooks), "--cache", str(tmp_path))
    first = start_server(*options)
    first.wait_for_pages()
    text = shown(first)
    first.stop()
    second = start_server(*options)
    eventually(
        lambda: second.visitor().ask("/hoc/buoi-mot/").status == 200, 4, "the first page from the cache"
    )
    assert shown(second) == text
    assert "Dựng các trang" not in second.log.read_text("utf-8")


def test_a_changed_notebook_is_swapped_in_whole(start_prepared: Start, tmp_path: Path) -> None:
    folder = write_notebooks(tmp_path, {})
    server = start_prepared(folder)
    server.wait_for_pages()
    change(folder, "01-buoi-mot.ipynb", "from IPython.display import Markdown\nMarkdown('Bản **mới**')")
    seen = []

    def swapped() -> bool:
        answer = server.visitor().ask("/hoc/buoi-mot/")
        assert answer.status == 200 and answer.text.rstrip().endswith("</html>")
        seen.append("Bản <strong>mới</strong>" in answer.text)
        assert seen[-1] or "Xin <strong>chào</strong>" in answer.text
        return seen[-1]

    eventually(swapped, 30, "the new page is shown")
    assert seen[0] is False


def test_a_version_that_changes_while_it_is_rendered_is_not_kept(start_server: Start, tmp_path: Path) -> None:
    name, store = "01-buoi-mot.ipynb", tmp_path / "cache"
    saves = f"from pathlib import Path\nfrom IPython.display import Markdown\nhere = Path({name!r})\n"
    saves += "here.write_text(here.read_text('utf-8').replace('Cu', 'Moi'), 'utf-8')\nMarkdown('Cu')"
    folder = write_notebooks(tmp_path / "notebooks", {name: saves})
    course = load(folder)
    key = shelf.content_key(course, course.sessions["buoi-mot"])
    server = start_server("--course", str(folder), "--cache", str(store))

    def rendered_anew() -> bool:
        answer = server.visitor().ask("/hoc/buoi-mot/")
        assert answer.status in (200, 503)
        return "<p>Moi</p>" in answer.text

    eventually(rendered_anew, 60, "the page is rendered from what stands in the files now")
    assert shelf.PAGES.load(store, "buoi-mot", key) is None
    assert f"{name}: tệp của trang thay đổi trong lúc dựng" in server.log.read_text("utf-8")
    assert "không dựng được trang" not in server.log.read_text("utf-8")


class Enough(BaseException):
    """Ends a watch."""


def test_what_fails_is_not_tried_again_before_a_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pages = member_pages.SharedPages(Site(load(SMALL)), tmp_path)
    tried: list[str] = []
    signatures = iter(["as it was", "as it was", "changed", "changed"])

    async def fail() -> None:
        tried.append("again")
        raise ValueError("it always fails")

    def signature() -> str:
        if (found := next(signatures, None)) is None:
            raise Enough
        return found

    monkeypatch.setattr(member_pages, "WATCH_SECONDS", 0)
    monkeypatch.setattr(pages, "_refresh", fail)
    monkeypatch.setattr(pages, "_signature", signature)
    with pytest.raises(Enough):
        awaited(pages._watch())
    assert len(tried) == 2


class Renderer:
    """Keeps pages without any notebook; the first tries are ended from outside."""

    def __init__(self, tries_that_fail: int) -> None:
        self.left = tries_that_fail
        self.wanted: list[set[str]] = []

    async def run(self, take: Callable, store: Path, keys: dict[str, str], **_: object) -> None:
        self.wanted.append(set(keys))
        self.left -= 1
        for slug, key in sorted(keys.items()):
            if slug == "buoi-hai":
                await take(jobs.Result(slug, "a cell failed"))
            elif self.left >= 0:
                raise JobFailed("dừng khi chưa xong việc, mã kết thúc -9")
            else:
                shelf.PAGES.save(store, slug, key, Executed({"metadata": {}, "cells": []}))
                await take(jobs.Result(slug))


@pytest.fixture
def quick_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> member_pages.SharedPages:
    """The small course's pages, with what runs notebooks replaced and without pauses."""
    pages = member_pages.SharedPages(Site(load(SMALL)), tmp_path)
    monkeypatch.setattr(member_pages, "WATCH_SECONDS", 0)
    monkeypatch.setattr(retries, "FIRST_SECONDS", 0.01)
    monkeypatch.setattr(pages.decks, "start", lambda: None)
    pages.renderer = Renderer(tries_that_fail=2)
    return pages


async def watched(pages: member_pages.SharedPages) -> None:
    """Start the pages, and watch until all that can be had are there."""
    pages.start()
    async with asyncio.timeout(30):
        while not (len(pages.keys) == len(pages.site.course.pages) - 1 and "buoi-hai" in pages.failed):
            await asyncio.sleep(0.01)
    pages.task.cancel()


def test_a_renderer_that_was_killed_is_started_again_until_pages_come(
    quick_pages: member_pages.SharedPages,
) -> None:
    awaited(watched(quick_pages))
    assert set(quick_pages.failed) == {"buoi-hai"}
    every = set(quick_pages.site.course.pages)
    # What failed by its own cell is not tried again.
    assert quick_pages.renderer.wanted == [every, every - {"buoi-hai"}, every - {"buoi-hai"}]
    state = health(quick_pages)
    assert (state.status, state.serves, state.reasons) == (
        "degraded",
        True,
        ["page buoi-hai: none", "deck buoi-hai: none"],
    )


def test_what_is_kept_and_cannot_be_shown_is_rendered_anew(
    monkeypatch: pytest.MonkeyPatch, quick_pages: member_pages.SharedPages
) -> None:
    course, foreign = quick_pages.site.course, Executed({"metadata": {}, "cells": ["of another version"]})
    key = shelf.content_key(course, course.pages["buoi-mot"])
    shelf.PAGES.save(quick_pages.folder, "buoi-mot", key, foreign)
    (quick_pages.folder / "buoi-hai.0.page").symlink_to("nowhere")
    whole = member_pages.session_page

    def page(site: Site, session: object, executed: Executed) -> str:
        if executed.notebook["cells"]:
            raise KeyError("widget-old-quiz.js")
        return whole(site, session, executed)

    monkeypatch.setattr(member_pages, "session_page", page)
    awaited(watched(quick_pages))
    assert "buoi-mot" in quick_pages.pages


def test_progress_ends_with_a_renderer_that_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pages = member_pages.SharedPages(Site(load(SMALL)), tmp_path, lambda *numbers: told.append(numbers))

    async def die(take: Callable, **task: object) -> None:
        await take(jobs.Result("buoi-hai", "a cell failed"))
        raise JobFailed("dừng khi chưa xong việc")

    monkeypatch.setattr(pages.renderer, "run", die)
    awaited(pages._render({"buoi-hai": "v1", "buoi-mot": "v1"}))
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert set(pages.failed) == {"buoi-hai", "buoi-mot"}


def test_pages_are_made_beside_the_event_loop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = member_pages.SharedPages(Site(load(SMALL)), tmp_path)
    makers: list[threading.Thread] = []

    def note(*_: object) -> str:
        makers.append(threading.current_thread())
        return "<html></html>"

    async def make() -> threading.Thread:
        await pages._make(load(SMALL).pages["buoi-hai"], "v1", Executed({"metadata": {}, "cells": []}))
        return threading.current_thread()

    monkeypatch.setattr(member_pages, "session_page", note)
    assert awaited(make()) not in makers
    assert len(makers) == 1 and set(pages.pages) == {"buoi-hai"}


def test_a_failing_change_keeps_the_last_good_page(start_prepared: Start, tmp_path: Path) -> None:
    folder = write_notebooks(tmp_path, {})
    server = start_prepared(folder)
    server.wait_for_pages()
    change(folder, "01-buoi-mot.ipynb", "raise ValueError('broken by a change')")
    eventually(
        lambda: "người học vẫn thấy bản đúng lần trước" in server.log.read_text("utf-8"),
        30,
        "the log says why",
    )
    assert "broken by a change" in server.log.read_text("utf-8")
    assert "Xin <strong>chào</strong>" in shown(server)


def test_without_any_good_page_a_message_says_so(unruly_server: Server) -> None:
    eventually(
        lambda: unruly_server.visitor().ask("/hoc/buoi-hai/").status == 500, 60, "the failure is known"
    )
    answer = unruly_server.visitor().ask("/hoc/buoi-hai/")
    assert "Buổi học này chưa mở được" in answer.text and "RuntimeError" not in answer.text
    eventually(
        lambda: unruly_server.visitor().ask("/hoc/buoi-mot/").status == 200, 60, "the others go on working"
    )


def test_while_a_page_is_prepared_a_message_says_so(unruly_server: Server) -> None:
    # The session that never ends is still being rendered, or has been given up.
    answer = unruly_server.visitor().ask("/hoc/tra-cuu/")
    assert (answer.status, "Trang đang được chuẩn bị" in answer.text) in [(503, True), (500, False)]


def test_a_renderer_killed_at_work_leaves_no_half_page(start_server: Start, tmp_path: Path) -> None:
    folder, store = (
        write_notebooks(tmp_path / "n", {"01-buoi-mot.ipynb": ENDLESS}),
        tmp_path / "cache",
    )
    server = start_server("--course", str(folder), "--cache", str(store))
    eventually(lambda: renderers(server), 20, "the renderer runs")
    for process in renderers(server):
        process.send_signal(signal.SIGKILL)
    eventually(lambda: server.visitor().ask("/hoc/buoi-mot/").status == 500, 30, "the failure is known")
    # There is no page at all that could be sent, and health says so.
    health = server.visitor().ask("/healthz")
    assert (health.status, "degraded" in health.text) == (503, True)
    assert all(path.suffix in (".page", ".deck", ".zip") for path in store.glob("*") if path.is_file())


def test_stopping_ends_a_rendering_under_way(start_prepared: Start, tmp_path: Path) -> None:
    folder = write_notebooks(tmp_path, {"01-buoi-mot.ipynb": ENDLESS})
    server = start_prepared(folder)
    family: list[psutil.Process] = []

    def a_kernel_renders() -> bool:
        family[:] = psutil.Process(server.process.pid).children(recursive=True)
        return len(family) >= 2

    eventually(a_kernel_renders, 30, "renderer and kernel run")
    own = psutil.Process(server.process.pid).nice()
    eventually(lambda: all(process.nice() > own for process in family), 30, "visitors go first")
    assert server.stop() == 0
    eventually(lambda: not any(process.is_running() for process in family), 60, "all of them have ended")


def test_a_cache_that_cannot_be_written_is_said_and_survived(
    start_server: Start, notebooks: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "file-in-the-way"
    blocked.write_text("", "utf-8")
    server = start_server("--course", str(notebooks), "--cache", str(blocked / "cache"))
    eventually(lambda: "không dựng được trang" in server.log.read_text("utf-8"), 60, "the log says why")
    assert server.visitor().ask("/").status == 200
    eventually(lambda: server.visitor().ask("/healthz").status == 503, 60, "no page can be had")
    answer = json.loads(server.visitor().ask("/healthz").text)
    assert answer["status"] == "degraded" and "page buoi-mot: none" in answer["reasons"]


def test_the_kernel_killed_during_rendering(start_server: Start, tmp_path: Path) -> None:
    kill = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
    folder = write_notebooks(tmp_path, {"01-buoi-mot.ipynb": kill})
    server = start_server("--course", str(folder))
    eventually(lambda: server.visitor().ask("/hoc/buoi-mot/").status == 500, 60, "the failure is known")
    eventually(lambda: server.visitor().ask("/hoc/buoi-hai/").status == 200, 60, "the others are rendered")
