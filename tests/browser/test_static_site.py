"""The static site by double click, under a folder of any web server, and offline."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.profiles import LAPTOP
from tests.browser.studying import study
from tests.browser.watching import wait_until
from tests.courses import shipped
from tests.serving import eventually


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of this test's own: a service worker goes on beyond the pages that it serves."""
    context = browser.new_context(viewport=LAPTOP, locale="vi-VN")
    context.set_default_timeout(20_000)
    context.set_default_navigation_timeout(40_000)
    yield context
    context.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the test's own output is enough."""

    def end_headers(self) -> None:
        """Leave the keeping to the service worker: by their age alone a browser keeps files for a while."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Give the address of a folder on an ordinary web server."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def web(built: Path) -> Iterator[str]:
    """Address of the site below two folders of an ordinary web server."""
    with serving(built.parents[1]) as address:
        yield f"{address}mot/thu-muc/"


def new_version(worker: str) -> str:
    """Return a service worker as a site with other files has it."""
    assert 'const VERSION = OWN + "' in worker
    return worker.replace('const VERSION = OWN + "', 'const VERSION = OWN + "new-')


def visit(page: Page, address: str) -> None:
    """Open a site and wait until it is kept on the device."""
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wait_until(page, "() => navigator.serviceWorker.controller !== null")


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
    visit(page, web)
    context.set_offline(True)
    page.goto(f"{web}index.html")
    study(page)
    context.set_offline(False)


def test_an_update_is_picked_up(page: Page, built: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built, tmp_path / "site", ignore=shutil.ignore_patterns("in", "*.gz"))
    home, worker = site / "index.html", site / "sw.js"
    with serving(tmp_path) as address:
        web = f"{address}site/"
        visit(page, web)
        text = home.read_text("utf-8").replace(f"“{shipped().book.title}”", "Bản mới của trang chủ")
        home.write_text(text, "utf-8")
        worker.write_text(new_version(worker.read_text("utf-8")), "utf-8")
        page.evaluate(
            "navigator.serviceWorker.getRegistration().then((registration) => registration.update())"
        )
        # The old version's files are gone only when the new one has taken over.
        eventually(
            lambda: [f"{web} new-" in name for name in page.evaluate("caches.keys()")] == [True],
            20,
            "the update is in",
        )
        page.goto(web)
        expect(page.get_by_role("heading", level=1)).to_have_text("Bản mới của trang chủ")


def test_two_copies_on_one_host_leave_each_other_alone(page: Page, built: Path, tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        shutil.copytree(built, tmp_path / name, ignore=shutil.ignore_patterns("in", "*.gz"))
    worker = tmp_path / "hai" / "sw.js"
    worker.write_text(new_version(worker.read_text("utf-8")), "utf-8")
    with serving(tmp_path) as address:
        visit(page, f"{address}mot/")
        visit(page, f"{address}hai/")
    # A worker asks the network even where its page is offline: only now is the server gone for both.
    for name in ("mot", "hai"):
        page.goto(f"{address}{name}/hoc/ket-qua/index.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("Buổi 3. Kết quả nổi bật")


def test_it_can_be_installed(page: Page, web: str) -> None:
    page.goto(web)
    manifest = page.evaluate(
        "fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())"
    )
    assert manifest["name"] == "Học tập tác phẩm" and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        assert page.evaluate("(src) => fetch(src).then((answer) => answer.ok)", icon["src"])
