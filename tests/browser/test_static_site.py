"""The static site by double click, under a folder of any web server, and offline."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.serving import eventually
from widgets.content import load


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test's own output is enough."""


@pytest.fixture(scope="module")
def web(built: Path) -> Iterator[str]:
    """Address of the site below two folders of an ordinary web server."""
    handler = functools.partial(Quiet, directory=str(built.parents[1]))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/mot/thu-muc/"
        server.shutdown()


def study(page: Page) -> None:
    """Go from the home page into a session, answer a question, and find the progress at home."""
    page.get_by_role("link", name="Kết quả nổi bật", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buổi 3. Kết quả nổi bật")
    quiz = page.get_by_role("region", name="Tự kiểm tra")
    card = quiz.get_by_role("article").locator("visible=true")
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Trả lời").click()
    expect(card.get_by_text("Nguồn: ")).to_be_visible()
    chart = page.get_by_role("region", name="Kết quả kỷ luật và xử lý hình sự")
    chart.get_by_role("radio", name="Thang lôgarit").click()
    page.get_by_role("link", name="Các buổi học").click()
    expect(page.get_by_text("Đã trả lời 1/11 câu")).to_be_visible()


def fonts(page: Page) -> set[str]:
    return set(
        page.evaluate(
            "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
        )
    )


def test_by_double_click(page: Page, built: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / "index.html").as_uri())
    study(page)
    assert '"Be Vietnam Pro"' in fonts(page) or "Be Vietnam Pro" in fonts(page)
    assert all(url.startswith(("file://", "blob:", "data:")) for url in asked)


def test_under_a_folder_of_a_web_server(page: Page, web: str) -> None:
    page.goto(web)
    study(page)


def test_offline_after_the_first_visit(page: Page, context: BrowserContext, web: str) -> None:
    page.goto(web)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.goto(f"{web}index.html")
    study(page)
    context.set_offline(False)


def test_an_update_is_picked_up(page: Page, web: str, built: Path) -> None:
    page.goto(web)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    home, worker = built / "index.html", built / "sw.js"
    before = home.read_text("utf-8"), worker.read_text("utf-8")
    try:
        home.write_text(before[0].replace(f"“{load().book.title}”", "Bản mới của trang chủ"), "utf-8")
        worker.write_text(before[1].replace('const VERSION = "', 'const VERSION = "new-'), "utf-8")
        page.evaluate(
            "navigator.serviceWorker.getRegistration().then((registration) => registration.update())"
        )
        # The old version's files are gone only when the new one has taken over.
        eventually(
            lambda: [name[:4] for name in page.evaluate("caches.keys()")] == ["new-"], 20, "the update is in"
        )
        page.goto(web)
        expect(page.get_by_role("heading", level=1)).to_have_text("Bản mới của trang chủ")
    finally:
        home.write_text(before[0], "utf-8")
        worker.write_text(before[1], "utf-8")


def test_it_can_be_installed(page: Page, web: str) -> None:
    page.goto(web)
    manifest = page.evaluate(
        "fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())"
    )
    assert manifest["name"] == "Học tập tác phẩm" and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert page.evaluate("(src) => fetch(src).then((answer) => answer.ok)", icon["src"])
