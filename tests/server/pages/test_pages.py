"""Home, session links, health, and what answers where there is nothing."""

from __future__ import annotations

import json
import re
from importlib.metadata import version

import pytest

from server.publish import shelf
from tests.serving import Server


def test_home_lists_every_session_in_order(server: Server) -> None:
    answer = server.visitor().ask("/")
    assert answer.status == 200
    shown = re.findall(r'data-session="([a-z-]+)"', answer.text)
    assert shown == list(server.course.sessions)
    for session in server.course.sessions.values():
        assert f'href="/hoc/{session.slug}/"' in answer.text
        assert f'href="/trinh-chieu/{session.slug}/"' in answer.text


def test_health_is_json(server: Server) -> None:
    server.wait_for_pages()
    answer = server.visitor().ask("/healthz")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert json.loads(answer.text) == {
        "status": "ok", "reasons": [],
        "sessions": len(server.course.sessions), "version": version("hoc-tac-pham"),
        "content": shelf.content_version(server.course.folder),
    }  # fmt: skip


def test_the_address_without_its_last_stroke_leads_to_the_page(server: Server) -> None:
    answer = server.visitor().ask("/hoc/buoi-hai")
    assert (answer.status, answer.headers["Location"]) == (301, "/hoc/buoi-hai/")


@pytest.mark.parametrize("path", ["/", "/healthz", "/hoc/buoi-hai", "/in/khong-co.pdf", "style.css"])
def test_who_asks_only_for_the_head_gets_it(server: Server, path: str) -> None:
    visitor = server.visitor()
    if path == "style.css":
        path = re.search(r'href="(/assets/[0-9a-f]+/style\.css)"', visitor.ask("/").text)[1]
    whole, head = visitor.ask(path), visitor.ask(path, "HEAD")
    assert (head.status, head.body) == (whole.status, b"")
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]


@pytest.mark.parametrize(
    "path", ["/hoc/khong-co/", "/khong-co", "/voila/render/09-khong-co.ipynb", "/voila/render/"]
)
def test_unknown_addresses_get_a_page_in_vietnamese(server: Server, path: str) -> None:
    answer = server.visitor().ask(path)
    assert answer.status == 404
    assert "Không có trang này" in answer.text
    assert 'href="/"' in answer.text


def test_assets_are_named_by_content_and_compressed(server: Server) -> None:
    visitor = server.visitor()
    url = re.search(r'href="(/assets/[0-9a-f]+/style\.css)"', visitor.ask("/").text)[1]
    plain, packed = visitor.ask(url), visitor.ask(url, **{"Accept-Encoding": "gzip"})
    assert "immutable" in plain.headers["Cache-Control"]
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.body) < len(plain.body) / 2
    assert visitor.ask(url.replace("/assets/", "/assets/0")[:-1]).status == 404


def test_an_old_address_of_an_asset_is_not_found(server: Server) -> None:
    assert server.visitor().ask("/assets/000000000000/style.css").status == 404
