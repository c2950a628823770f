"""Files over HTTP: whole, compressed as the browser likes, in parts, and not again to those who have them."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from server.files import Compression, FileHandler, best_coding
from server.live.front_end import FrontEnd
from server.publish.packed import Packed, kind_of
from tests.serving import awaited

TEXT = "Một dòng lặp lại nhiều lần.\n".encode() * 100
FILES = {
    "trang": Packed(TEXT, "text/plain", datetime(2026, 11, 30, 8, 0, 0, tzinfo=UTC)),
    "phong": Packed(bytes(range(256)) * 10, "font/woff2"),
}
WHEN = "Mon, 30 Nov 2026 08:00:00 GMT"


class Some(FileHandler):
    async def find(self, name: str) -> Packed | None:
        if (file := FILES.get(name)) is None:
            self.set_status(404)
            self.finish("không có")
        return file


class Made(RequestHandler):
    """What is made for one visitor."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/html")
        self.finish(TEXT)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders of which either has files, and a file above them."""
    top = tmp_path_factory.mktemp("folders")
    for name in ("a/chung.js", "b/chung.js", "b/sub/rieng.js", "ngoai.js"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(name, "utf-8")
    return [top / "a", top / "b"]


def ask(path: str, folders: list[Path] = (), method: str = "GET", **headers: str) -> HTTPResponse:
    """Ask a server that has these files."""

    async def fetch() -> HTTPResponse:
        routes = [(r"/f/(.+)", Some), (r"/made", Made), (r"/v/(.+)", FrontEnd, {"folders": folders})]
        socket, port = bind_unused_port()
        server = HTTPServer(Application(routes, transforms=[Compression]))
        server.add_sockets([socket])
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            return await AsyncHTTPClient().fetch(
                f"http://127.0.0.1:{port}{path}",
                raise_error=False, method=method, headers=names, decompress_response=False,
            )  # fmt: skip
        finally:
            server.stop()

    return awaited(fetch())


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("", None),
        ("identity", None),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.000, gzip; q=0", None),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("br;q=0, *", "gzip"),
        ("GZIP", "gzip"),
        ("gzipped", None),
    ],
)
def test_the_coding_that_a_browser_likes(accepted: str, best: str | None) -> None:
    assert best_coding(accepted) == best


@pytest.mark.parametrize(
    ("accepted", "coding", "decode"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("gzip;q=0", None, bytes)],
)
def test_a_file_comes_in_the_form_that_is_liked(accepted: str, coding: str | None, decode) -> None:
    answer = ask("/f/trang", Accept_Encoding=accepted)
    assert (answer.code, answer.headers.get("Content-Encoding")) == (200, coding)
    assert decode(answer.body) == TEXT
    assert answer.headers.get_list("Vary") == ["Accept-Encoding"]
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Last-Modified"] == WHEN


def test_what_is_compressed_already_is_not_compressed_again() -> None:
    answer = ask("/f/phong", Accept_Encoding="br, gzip")
    assert "Content-Encoding" not in answer.headers and answer.body == FILES["phong"].body


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_who_asks_for_the_head_learns_the_size(coding: str) -> None:
    whole, head = (ask("/f/trang", method=method, Accept_Encoding=coding) for method in ("GET", "HEAD"))
    assert head.body == b"" and len(whole.body) == int(head.headers["Content-Length"])
    assert head.headers["Etag"] == whole.headers["Etag"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If_None_Match": '"{tag}"'}, 304),
        ({"If_None_Match": 'W/"{tag}"'}, 304),
        ({"If_None_Match": '"x", "{tag}"'}, 304),
        ({"If_None_Match": '"x"'}, 200),
        ({"If_None_Match": '"x"', "If_Modified_Since": WHEN}, 200),
        ({"If_Modified_Since": WHEN}, 304),
        ({"If_Modified_Since": "Mon, 30 Nov 2026 07:59:59 GMT"}, 200),
        ({"If_Modified_Since": "yesterday"}, 200),
    ],
)
@pytest.mark.parametrize("coding", ["", "br"])
def test_a_file_that_one_has_is_not_sent_again(headers: dict[str, str], status: int, coding: str) -> None:
    named = {name: value.replace("{tag}", FILES["trang"].digest) for name, value in headers.items()}
    answer = ask("/f/trang", Accept_Encoding=coding, **named)
    assert (answer.code, answer.body == b"") == (status, status == 304)


@pytest.mark.parametrize(
    ("wanted", "status", "body", "said"),
    [
        ("bytes=0-9", 206, TEXT[:10], f"bytes 0-9/{len(TEXT)}"),
        ("bytes=10-", 206, TEXT[10:], f"bytes 10-{len(TEXT) - 1}/{len(TEXT)}"),
        ("bytes=-5", 206, TEXT[-5:], f"bytes {len(TEXT) - 5}-{len(TEXT) - 1}/{len(TEXT)}"),
        ("bytes=0-", 200, TEXT, None),
        (f"bytes={len(TEXT)}-", 416, b"", f"bytes */{len(TEXT)}"),
        ("bytes=9-0", 416, b"", f"bytes */{len(TEXT)}"),
        ("bytes=0-1,3-4", 200, TEXT, None),
        ("bytes=x", 200, TEXT, None),
        ("lines=0-1", 200, TEXT, None),
    ],
)
def test_a_part_of_a_file(wanted: str, status: int, body: bytes, said: str | None) -> None:
    answer = ask("/f/trang", Range=wanted, Accept_Encoding="gzip, br")
    assert (answer.code, answer.body, answer.headers.get("Content-Range")) == (status, body, said)
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("condition", "status"),
    [('"{tag}"', 206), (WHEN, 206), ('W/"{tag}"', 200), ('"x"', 200), ("Mon, 30 Nov 2026 07:00:00 GMT", 200)],
)
def test_the_rest_of_another_version_is_not_sent(condition: str, status: int) -> None:
    answer = ask("/f/trang", Range="bytes=5-9", If_Range=condition.format(tag=FILES["trang"].digest))
    assert (answer.code, answer.body) == (status, TEXT[5:10] if status == 206 else TEXT)


def test_where_there_is_no_file_something_may_be_said() -> None:
    answer = ask("/f/khac")
    assert (answer.code, answer.body.decode()) == (404, "không có")
    assert "Etag" not in answer.headers
    assert ask("/f/khac", method="HEAD").code == 404


def test_what_is_made_for_one_visitor_is_compressed_where_it_is_taken() -> None:
    packed, plain = ask("/made", Accept_Encoding="gzip"), ask("/made", Accept_Encoding="gzip;q=0")
    assert gzip.decompress(packed.body) == plain.body == TEXT
    assert packed.headers["Etag"] == f"W/{plain.headers['Etag']}"
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("path", "found"),
    [("chung.js", "a/chung.js"), ("sub/rieng.js", "b/sub/rieng.js"), ("../ngoai.js", None),
     ("%2e%2e/ngoai.js", None), ("sub", None), ("khong-co.js", None)],
)  # fmt: skip
def test_files_of_several_folders_and_none_beside_them(
    folders: list[Path], path: str, found: str | None
) -> None:
    answer = ask(f"/v/{path}", folders)
    assert (answer.code, answer.body.decode()) == ((200, found) if found else (404, ""))


def test_a_kind_does_not_depend_on_the_system() -> None:
    assert [kind_of(name) for name in ("a.js", "a.woff2", "a.css", "a")] == [
        "text/javascript", "font/woff2", "text/css", "application/octet-stream",
    ]  # fmt: skip
