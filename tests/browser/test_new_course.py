"""An author begins a course, and finds it as a member and as a trainer: page, question, deck, print."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from server import new_course
from server.checking import faults_when_run
from tests import serving
from tests.browser import looks
from tests.browser.presenting import decks
from tests.browser.watching import ready, watched
from tests.serving import Server, eventually

TITLE = "Khóa học của chi bộ"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a new course, which ``kit check`` has run without finding a fault."""
    folder = tmp_path_factory.mktemp("new")
    new_course.create(folder / "khoa", TITLE)
    kept = folder / "cache"
    assert faults_when_run(folder / "khoa", kept, lambda done, total: None) == []
    with serving.running(folder, "--course", str(folder / "khoa"), "--cache", str(kept)) as server:
        path = "/trinh-chieu/cach-hoc/"
        eventually(lambda: server.visitor().ask(path).status == 200, 60, f"{path} is shown")
        yield server


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    address = f"127.0.0.1:{server.port}/"
    with watched(context, f"http://{address}", f"ws://{address}") as page:
        page.goto(f"http://127.0.0.1:{server.port}/")
        yield page


def test_a_member_reads_and_answers(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    page.get_by_role("link", name="Học buổi 1").click()
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Buổi 1. Học bằng bộ tài liệu này")
    page.get_by_role("button", name="Đọc từng phần, mỗi lần vài phút").click()
    expect(page.get_by_text("Nguồn: Hướng dẫn, mục 1.2").first).to_be_visible()
    quiz = page.get_by_role("region", name="Tự kiểm tra")
    quiz.get_by_role("radio", name="Ở dòng “Nguồn” bên dưới nội dung").check()
    quiz.get_by_role("button", name="Trả lời").click()
    expect(quiz.get_by_role("heading", name="Trả lời đúng")).to_be_visible()
    assert looks.faults(page) == []
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_text("Đã trả lời 1/10 câu")).to_be_visible()


def test_a_trainer_puts_a_meeting_together(page: Page) -> None:
    page.get_by_role("link", name="Bàn báo cáo viên").click()
    page.get_by_role("checkbox", name="Buổi 2.").check(timeout=60_000)
    expect(page.get_by_text("cho buổi 45 phút")).to_be_visible()


def test_a_trainer_presents_and_prints(page: Page, server: Server) -> None:
    page.get_by_role("link", name="Trình bày buổi 1").click()
    decks.ready(page)
    expect(page.get_by_role("heading", name="Buổi 1. Học bằng bộ tài liệu này")).to_be_visible()
    page.keyboard.press("PageDown")
    decks.on(page, "cach-hoc-muc-tieu")
    assert decks.faults(page) == []
    printed = server.visitor().ask("/in/cach-hoc.pdf")
    reader = pypdf.PdfReader(io.BytesIO(printed.body))
    assert reader.metadata.title == "Học bằng bộ tài liệu này"
    first = reader.pages[0].extract_text()
    assert TITLE in first and "Buổi 1. Học bằng bộ tài liệu này" in first
