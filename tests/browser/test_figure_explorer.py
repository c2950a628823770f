"""A reader switches a figure, reads its table, and takes its files away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from charts import figures
from tests.browser import looks
from tests.browser.profiles import both
from tests.courses import shipped
from tests.serving import Server
from widgets.figure_explorer.figure_explorer import FigureExplorer

COURSE = shipped()


def widget(name: str = "ky-luat") -> FigureExplorer:
    return FigureExplorer(figures.figure(COURSE, name), session="ket-qua", key=f"hinh-{name}")


@pytest.fixture
def shown(mount: Callable[..., Page]) -> Page:
    return mount(widget())


def press_to(page: Page, label: str) -> None:
    """Choose a way of showing as a finger or a mouse does."""
    page.get_by_role("radio", name=label).click()


@both
def test_switching_by_touch_changes_chart_and_words(shown: Page) -> None:
    chart = shown.get_by_role("img", name="Kết quả kỷ luật")
    expect(chart).to_have_accessible_name(matching("diện tích theo đúng tỷ lệ"))
    press_to(shown, "Thang lôgarit")
    expect(shown.get_by_role("radio", name="Thang lôgarit")).to_be_checked()
    expect(chart).to_have_accessible_name(matching("thang lôgarit"))


def matching(part: str) -> re.Pattern[str]:
    return re.compile(part)


def test_switching_by_keyboard(shown: Page) -> None:
    shown.get_by_role("radio", name="Cùng một thang").focus()
    shown.keyboard.press("ArrowRight")
    expect(shown.get_by_role("radio", name="Thang lôgarit")).to_be_checked()
    shown.keyboard.press("ArrowRight")
    expect(shown.get_by_role("img")).to_have_accessible_name(matching("diện tích theo đúng tỷ lệ"))


def test_the_chosen_way_is_kept_on_this_device(shown: Page) -> None:
    press_to(shown, "Theo tỷ lệ")
    shown.reload()
    expect(shown.get_by_role("radio", name="Theo tỷ lệ")).to_be_checked()


def test_the_table_shows_every_figure_with_its_more_than(shown: Page) -> None:
    expect(shown.get_by_role("table")).to_be_hidden()
    switch = shown.get_by_role("button", name="Bảng số liệu")
    switch.click()
    table = shown.get_by_role("table", name="Kết quả kỷ luật và xử lý hình sự")
    for row in figures.figure(COURSE, "ky-luat").rows:
        expect(table.get_by_role("row").filter(has_text=row[0])).to_contain_text(row[1])
    expect(table).to_contain_text("hơn 167.700 đảng viên")
    shown.get_by_role("button", name="Ẩn bảng số liệu").click()
    expect(table).to_be_hidden()


@both
def test_the_layout_fits_the_width(shown: Page) -> None:
    phone = shown.viewport_size["width"] < 500
    expect(shown.get_by_role("img")).to_have_attribute("data-layout", "narrow" if phone else "wide")
    shown.set_viewport_size({"width": 1000 if phone else 400, "height": 800})
    expect(shown.get_by_role("img")).to_have_attribute("data-layout", "wide" if phone else "narrow")


# Height of the drawing's smallest text on the screen, in px, beside that of the page's text.
SMALLEST_TEXT = """() => {
  const svg = document.querySelector(".figure-drawing svg");
  const grown = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize));
  return grown * Math.min(...sizes);
}"""


@both
def test_its_text_grows_with_the_readers(page: Page, kit: Server) -> None:
    if phone := page.viewport_size["width"] < 500:
        page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"http://127.0.0.1:{kit.port}/hoc/ket-qua/")
    chart = page.get_by_role("region", name="Kết quả kỷ luật").get_by_role("img")
    expect(chart).to_have_attribute("data-layout", "narrow" if phone else "wide")
    sizes = [page.evaluate(SMALLEST_TEXT)]
    for choice in ("Lớn", "Rất lớn"):
        page.locator("summary", has_text="Hiển thị").click()
        page.get_by_role("radio", name=choice, exact=True).check()
        page.keyboard.press("Escape")
        expect(chart).to_have_attribute("data-layout", "slim" if phone else "narrow")
        sizes.append(page.evaluate(SMALLEST_TEXT))
    assert sizes[0] < sizes[1] < sizes[2]
    # Beside the page's text of 18, 22.5 and 27 px.
    assert all(size >= least for size, least in zip(sizes, (14, 17.5, 21), strict=True)), sizes
    assert looks.sideways(page) == 0


def download(page: Page, name: str) -> tuple[str, bytes]:
    page.locator("summary", has_text="Tải hình và số liệu").click()
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_svg_download_stands_alone(shown: Page) -> None:
    filename, body = download(shown, "Tải SVG")
    assert filename == "ky-luat-ty-le.svg"
    root = ElementTree.fromstring(body)
    text = " ".join(root.itertext())
    assert "hơn 167.700" in text and "Nguồn: Kế hoạch của Huyện ủy Văn Bàn" in text
    assert b"var(" not in body


def test_png_download_is_a_picture(shown: Page) -> None:
    filename, body = download(shown, "Tải PNG")
    assert filename == "ky-luat-ty-le.png"
    assert body[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(body[16:20], "big")
    assert width == 2 * (720 + 48)


def test_csv_download_opens_in_a_spreadsheet(shown: Page) -> None:
    filename, body = download(shown, "Tải CSV")
    assert filename == "ky-luat.csv"
    assert body.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    spec = figures.figure(COURSE, "ky-luat")
    assert lines[0] == [spec.title]
    assert lines[1] == list(spec.columns)
    assert [tuple(line) for line in lines[2 : 2 + len(spec.rows)]] == list(spec.rows)


def test_the_chart_follows_the_dark_theme(shown: Page) -> None:
    ink = "getComputedStyle(document.querySelector('.figure-drawing text')).fill"
    light = shown.evaluate(ink)
    shown.emulate_media(color_scheme="dark")
    assert shown.evaluate(ink) != light


@both
@pytest.mark.parametrize("name", ["ky-luat", "nam-cong-tac-van-ban"])
def test_it_is_accessible_and_fits(mount: Callable[..., Page], name: str) -> None:
    page = mount(widget(name))
    page.get_by_role("button", name="Bảng số liệu").click()
    page.get_by_text("Mô tả bằng lời").click()
    assert looks.faults(page) == []


def test_refused_storage_changes_nothing_else(page: Page, mount: Callable[..., Page]) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"
    )
    shown = mount(widget())
    press_to(shown, "Theo tỷ lệ")
    expect(shown.get_by_role("radio", name="Theo tỷ lệ")).to_be_checked()
