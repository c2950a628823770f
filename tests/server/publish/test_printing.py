"""Printed files: kept for each session by itself, and never an error where a newer version comes in between."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from server.prints import print_files
from server.publish import printing
from server.publish.site import Site
from tests.courses import shipped
from tests.serving import awaited


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are made, from no deck and without Typst."""
    names: list[str] = []

    def make(name: str, decks: dict[str, None]) -> bytes:
        names.append(name)
        return b"%PDF %%EOF"

    monkeypatch.setattr(printing.deck_making, "decks", lambda store, course, keys: dict.fromkeys(keys))
    monkeypatch.setattr(printing.forms, "make", make)
    return names


def ask(folder: Path, name: str, keys: dict[str, str]) -> Path:
    (path,) = printing.keep(folder, [name], folder, shipped(), keys)
    return path


def test_a_file_of_one_session_does_not_drive_out_those_of_others(tmp_path: Path, made: list[str]) -> None:
    everything = dict.fromkeys(shipped().sessions, "v1")
    for _ in range(2):
        for slug in everything:
            ask(tmp_path, f"{slug}.pdf", {slug: "v1"})
        ask(tmp_path, "khoa-hoc.pdf", everything)
    assert made == [*(f"{slug}.pdf" for slug in everything), "khoa-hoc.pdf"]


def test_of_a_session_the_newest_versions_are_kept(tmp_path: Path, made: list[str]) -> None:
    paths = [ask(tmp_path, "on-tap.pdf", {"on-tap": version}) for version in ("v1", "v2", "v3")]
    assert [path.exists() for path in paths] == [False, True, True]


def sent(path: Path, **headers: str) -> HTTPResponse:
    """Ask the server for a file that has just been found at a path."""

    async def file(*_: object) -> Path:
        return path

    files = SimpleNamespace(
        shared=SimpleNamespace(site=Site(shipped())), keys=lambda slug: {slug: "v1"}, file=file
    )

    async def ask() -> HTTPResponse:
        socket, port = bind_unused_port()
        server = HTTPServer(Application([(r"/in/(.+)", print_files.PrintFile, {"files": files})]))
        server.add_sockets([socket])
        try:
            url = f"http://127.0.0.1:{port}/in/{path.name}"
            return await AsyncHTTPClient().fetch(url, raise_error=False, headers=headers)
        finally:
            server.stop()

    return awaited(ask())


def test_a_file_that_gives_way_to_a_newer_one_is_being_prepared(tmp_path: Path) -> None:
    answer = sent(tmp_path / "v1" / "on-tap.pdf")
    assert (answer.code, answer.headers["Retry-After"]) == (503, "3")
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_file_that_one_has_is_not_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "v1" / "on-tap.pdf"
    path.parent.mkdir()
    path.write_bytes(b"PDF")
    answer = sent(path)
    assert (answer.code, answer.body, answer.headers["Content-Type"]) == (200, b"PDF", "application/pdf")
    assert sent(path, **{"If-None-Match": answer.headers["Etag"]}).code == 304


@pytest.mark.parametrize(
    ("name", "body", "whole"),
    [
        ("a.pdf", b"%PDF-1.7 " + bytes(3000) + b"\n%%EOF\n", True), ("a.pdf", b"", False),
        ("a.pdf", b"%PDF-1.7 cut", False), ("a.pptx", b"PK\3\4 cut", False),
        ("a.pptx", b"PK\3\4 PK\5\6" + bytes(18), True), ("khong-co.pdf", None, False),
    ],
)  # fmt: skip
def test_a_file_that_a_disk_has_cut_is_not_taken_for_one(
    tmp_path: Path, name: str, body: bytes | None, whole: bool
) -> None:
    if body is not None:
        (tmp_path / name).write_bytes(body)
    assert printing.is_whole(tmp_path / name) is whole
