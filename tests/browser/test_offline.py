"""The served kit without its server: what browsers keep of it, and what is said where they keep nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import serving
from tests.browser.profiles import PHONE, phone
from tests.browser.watching import ready, wait_until
from tests.courses import SMALL
from tests.serving import Server, eventually

NEEDS_NETWORK = "Trang này cần mạng"
KEPT = "Các trang học đã được lưu trên máy này, mở lại được khi không có mạng; tệp bản in thì không."
TITLE_KEPT = """async () => {
  const [name, ...others] = await caches.keys();
  const home = name && !others.length && await (await caches.open(name)).match("/");
  return home ? (await home.text()).match(/class="brand"[^>]*>([^<]*)/)[1] : "";
}"""


@pytest.fixture
def own(browser: Browser) -> Iterator[Page]:
    """A phone of this test's own: a service worker goes on beyond the pages that it serves."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def addresses_kept(page: Page) -> list[str]:
    urls = page.evaluate(
        "async () => (await caches.open((await caches.keys())[0])).keys().then((all) => all.map(({ url }) => url))"
    )
    return [urlsplit(url).path for url in urls]


def test_a_course_opens_without_its_server_in_its_newest_version(
    own: Page, course: Path, tmp_path: Path
) -> None:
    with serving.running(tmp_path, "--course", str(course)) as server:
        server.wait_for_pages()
        own.goto(f"http://127.0.0.1:{server.port}/")
        expect(own.get_by_text(KEPT)).to_be_visible()
        wait_until(own, "() => navigator.serviceWorker.controller !== null")
        kept = addresses_kept(own)
        assert {"/", "/hoc/buoi-mot/", "/hoc/tra-cuu/", "/khong-co-mang/"} <= set(kept)
        assert not [
            path for path in kept if path.startswith(("/voila", "/api", "/healthz", "/trinh-chieu", "/in"))
        ]
        before = own.evaluate(TITLE_KEPT)
        about = course / "data" / "course.yml"
        about.write_text(about.read_text("utf-8").replace(before, "Bản mới"), "utf-8")
        eventually(lambda: "Bản mới" in server.visitor().ask("/").text, 20, "home is the new one")
        own.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
        eventually(lambda: own.evaluate(TITLE_KEPT) == "Bản mới", 20, "the new version is kept, and no other")
    own.goto(f"http://127.0.0.1:{server.port}/")
    expect(own.get_by_role("link", name="Bản mới", exact=True)).to_be_visible()
    own.get_by_role("link", name="Học buổi 1").click()
    ready(own)
    quiz = own.get_by_role("region", name="Tự kiểm tra")
    expect(quiz.get_by_role("button", name="Trả lời").first).to_be_visible()
    for path in ("/trinh-chieu/buoi-mot/", "/in/buoi-mot.pdf"):
        own.goto(f"http://127.0.0.1:{server.port}{path}")
        expect(own.get_by_role("heading", level=1)).to_have_text(NEEDS_NETWORK)
    own.get_by_role("link", name="Về trang chủ").click()
    expect(own.get_by_role("link", name="Học buổi 1")).to_be_visible()


@phone
def test_where_nothing_can_be_kept_the_stick_is_named(
    context: BrowserContext, page: Page, kit: Server
) -> None:
    # As over plain http, where browsers have none.
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })")
    page.goto(f"http://127.0.0.1:{kit.port}/")
    note = page.get_by_text("đồng chí hãy dùng bản chép trên thẻ nhớ")
    expect(note).to_be_hidden()
    context.set_offline(True)
    expect(note).to_be_visible()
    page.get_by_role("link", name="Học buổi 1").click()
    expect(note).to_be_focused()
    context.set_offline(False)
    expect(note).to_be_hidden()
    page.get_by_role("link", name="Học buổi 1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Buổi 1. ")
