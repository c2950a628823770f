"""A trainer puts a meeting together: from three sessions and own slides to files, over a kernel that dies."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdf
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from slides.meeting.model import KIND
from tests.browser import looks
from tests.browser.presenting import decks
from tests.browser.watching import watched
from tests.serving import Server
from widgets.file_field.file_field import FileField
from widgets.keeper.keeper import Keeper

UNIT = "Chi bộ Thôn Giữa"
MARK = f"Của đơn vị: {UNIT}"
TABLE = "Tổ;Đảng viên;Đã học\nTổ một;12;9\nTổ hai;15;15\n".encode("utf-8-sig")
# Starting a kernel and loading a course, on a machine that others use.
OPENING_MS = 60_000


@pytest.fixture
def desk(context: BrowserContext, kit: Server) -> Iterator[Page]:
    address = f"127.0.0.1:{kit.port}/"
    with watched(context, f"http://{address}", f"ws://{address}") as page:
        said: list[str] = []
        page.on("console", lambda line: said.append(line.text))
        page.goto(f"http://{address}")
        page.get_by_role("link", name="Bàn báo cáo viên").click()
        opened(page)
        yield page
        # ipywidgets says so where a value comes to a list that does not have it.
        assert not [line for line in said if "Error setting state" in line]


def opened(page: Page) -> None:
    expect(page.get_by_role("button", name="Thêm trang")).to_be_visible(timeout=OPENING_MS)
    expect(page.locator("body[data-ready=true]")).to_be_attached(timeout=OPENING_MS)


def choose(page: Page, button: str, name: str, body: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": body})


def taken(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download(timeout=OPENING_MS) as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def workbook() -> bytes:
    book, body = openpyxl.Workbook(), io.BytesIO()
    for row in (
        ["Tổ", "Năm 2026", None],
        [None, "Đảng viên", "Đã học"],
        ["Tổ một", 12, 9],
        ["Tổ hai", 15, 15],
    ):
        book.active.append(row)
    for area in ("A1:A2", "B1:C1"):
        book.active.merge_cells(area)
    book.save(body)
    return body.getvalue()


def minutes(page: Page) -> Locator:
    return page.get_by_text(re.compile(r"^Đã chọn .* cho buổi 45 phút"))


def add_table(page: Page) -> None:
    page.get_by_role("button", name="Bảng", exact=True).click()
    page.get_by_role("textbox", name="Tiêu đề trang").fill("Số liệu của chi bộ")
    choose(page, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", TABLE)
    expect(page.get_by_role("cell", name="Tổ hai")).to_be_visible()
    page.get_by_role("button", name="Thêm trang").click()
    expect(page.get_by_text("Đã nhận trang “Số liệu của chi bộ”.")).to_be_visible()


def add_chart(page: Page) -> None:
    page.get_by_role("button", name="Biểu đồ", exact=True).click()
    expect(page.get_by_label("Đơn vị tính")).to_be_visible()
    page.get_by_role("textbox", name="Tiêu đề trang").fill("So với tài liệu")
    # A table of fewer rows in the place of another one.
    choose(page, "Chọn tệp CSV hoặc Excel", "so-lieu.csv", TABLE)
    expect(page.get_by_label("Cột ghi số")).to_have_value("Đảng viên")
    choose(page, "Chọn tệp CSV hoặc Excel", "so-lieu.xlsx", workbook())
    expect(page.get_by_label("Cột ghi số")).to_have_value("Năm 2026 – Đảng viên")
    page.get_by_label("Số trong tài liệu").select_option(index=0)
    page.get_by_role("button", name="Thêm trang").click()
    expect(page.get_by_text("Đã nhận trang “So với tài liệu”.")).to_be_visible()


def test_a_meeting_from_the_first_tick_to_its_files(desk: Page, kit: Server, tmp_path: Path) -> None:
    desk.get_by_role("textbox", name="Đơn vị", exact=True).fill(UNIT)
    for number in (1, 3, 4):
        desk.get_by_role("checkbox", name=f"Buổi {number}.").check()
    expect(minutes(desk)).to_contain_text("thừa")
    add_table(desk)
    add_chart(desk)
    desk.get_by_role("button", name="Bỏ theo gợi ý").click()
    expect(minutes(desk)).not_to_contain_text("thừa")
    expect(desk.get_by_role("button", name="Lấy lại")).to_be_focused()
    assert looks.faults(desk) == []

    # A kernel dies; the page is opened anew.
    for kernel in kit.kernels():
        kernel.kill()
    desk.reload()
    opened(desk)
    expect(desk.get_by_text("Đã mở lại nội dung đang soạn trên máy này.")).to_be_visible()
    expect(desk.get_by_role("textbox", name="Đơn vị", exact=True)).to_have_value(UNIT)
    expect(desk.get_by_text("So với tài liệu (biểu đồ, 1 phút)")).to_be_visible()

    # Taken to another machine, where a bad file changes nothing.
    saved = taken(desk, "Lưu thành tệp", tmp_path)
    assert saved.name.startswith("chi-bo-thon-giua-")
    assert json.loads(saved.read_text("utf-8"))["kind"] == KIND
    desk.get_by_role("button", name="Làm buổi mới").click()
    desk.get_by_role("button", name="Xóa và làm buổi mới").click()
    expect(desk.get_by_text("Chưa chọn nội dung nào.")).to_be_visible()
    choose(desk, "Mở tệp đã lưu", saved.name, saved.read_bytes())
    expect(desk.get_by_text(f"Đã mở {saved.name}.")).to_be_visible()
    choose(desk, "Mở tệp đã lưu", "hong.json", saved.read_bytes()[:-50])
    expect(desk.get_by_text("hong.json: không phải tệp buổi báo cáo")).to_be_visible()
    expect(desk.get_by_role("checkbox", name="Buổi 3.")).to_be_checked()

    desk.get_by_role("button", name="Xem trước").click()
    expect(desk.get_by_role("img", name="Trang 1", exact=True)).to_be_visible(timeout=OPENING_MS)
    printed = taken(desk, "Bản chiếu (PDF)", tmp_path)
    expect(desk.get_by_text(f"Đã tạo: {printed.name}.")).to_be_in_viewport()
    assert printed.name == "chi-bo-thon-giua-trinh-chieu.pdf"
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(printed).pages]
    expect(desk.get_by_role("img", name=re.compile("^Trang "))).to_have_count(len(pages))
    assert sum(MARK in page for page in pages) == 2
    assert UNIT in pages[0]
    deck = taken(desk, "Bản chiếu có cửa sổ người nói (HTML)", tmp_path)
    present(desk, deck)


def present(desk: Page, deck: Path) -> None:
    """Open the one page from the disk, step to an own slide, and see it on the wall."""
    with watched(desk.context, deck.as_uri()) as wall:
        wall.goto(deck.as_uri())
        decks.ready(wall)
        expect(wall.get_by_role("heading", name="Buổi sinh hoạt chuyên đề").last).to_be_visible()
        wall.goto(f"{deck.as_uri()}#/cua-don-vi-2")
        decks.on(wall, "cua-don-vi-2")
        expect(wall.locator("section.present .label").get_by_text(MARK)).to_be_visible()


def test_a_file_that_is_chosen_is_said_to_be_read(mount) -> None:
    page = mount(FileField("Chọn tệp", ".csv", lambda name, body: ""))
    choose(page, "Chọn tệp", "so-lieu.csv", TABLE)
    expect(page.get_by_role("status")).to_have_text("Đang đọc so-lieu.csv…")


def test_a_page_whose_kernel_is_gone_says_so(mount, clock) -> None:
    clock.install()
    page = mount(Keeper("thu", lambda body: True))
    page.keyboard.press("Tab")
    clock.fast_forward(21_000)
    expect(page.get_by_role("alert")).to_have_text(re.compile("^Phần tính toán của trang đã dừng"))
    expect(page.get_by_role("button", name="Tải lại trang")).to_be_visible()
