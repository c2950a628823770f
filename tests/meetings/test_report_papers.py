"""The report as Word paper and workbook: its numbers, places to write, and texts that never become formulas."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from meetings.branch_file import gathered
from meetings.papers import Layout
from meetings.report import Report, Sums, add_up
from meetings.report_papers import Head, report_paper
from meetings.report_sheets import report_sheets
from meetings.versions import Received
from tests.meetings.samples import opened, record, texts

EVIL = ("=1+1", '+cmd|" /C calc"!A0', "-2+3", "@SUM(1)", "\t=1", '=HYPERLINK("x")')
HEAD = Head(
    superior="Đảng bộ tỉnh", unit="Đảng bộ xã", day=dt.date(2025, 11, 1), period="năm 2025", to="Ban Thường vụ",
    signer="Phó Bí thư", recipients=["Như trên"], titles={"mot": "Buổi một & <hai>"},
)  # fmt: skip


def report(*units: str, expected: tuple[str, ...] = ()) -> Report:
    received = [
        Received(f"{at}.json", gathered([(str(at), record())], unit, dt.date(2025, 10, 1)))
        for at, unit in enumerate(units)
    ]
    return add_up(received, expected or units, dt.date(2025, 10, 29))


def test_the_paper_has_its_head_numbers_and_places_to_write() -> None:
    made = report("Chi bộ A", "Chi bộ B", expected=("Chi bộ A", "Chi bộ B", "Chi bộ C"))
    document = opened(report_paper(made, HEAD, Layout(behalf="T/M ĐẢNG ỦY")))
    said = texts(document)
    for text in (
        "BÁO CÁO", "Kết quả các buổi sinh hoạt, học tập năm 2025", "Kính gửi: Ban Thường vụ", "II. THEO ĐƠN VỊ",
        "Đơn vị chưa gửi: Chi bộ C.", "Đơn vị gửi sau hạn: không có.", "VI. ĐÁNH GIÁ",
        "2. Hạn chế, nguyên nhân", "T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", "Nơi nhận:", "- Như trên", "27/30",
        "40 trên 50", "Buổi một & <hai>; 1 nội dung khác",
    ):  # fmt: skip
        assert text in said
    sums = {row.cells[0].text: row.cells[1].text for row in document.tables[1].rows}
    assert (sums["Số buổi đã tổ chức"], sums["Lượt đảng viên dự"]) == ("2", "54")
    assert len(document.element.xpath("//w:tab[@w:leader='dot']")) == 11


def test_a_report_of_nothing_is_the_form_to_fill_in_by_hand() -> None:
    said = texts(opened(report_paper(Report((), (), (), Sums()), Head(), Layout())))
    assert {"BÁO CÁO", "III. NỘI DUNG ĐÃ HỌC TẬP", "IV. ĐÁNH GIÁ"} <= {*said}
    assert "0" not in said


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return report_sheets(report(*EVIL[:3], expected=EVIL), HEAD)


def test_texts_of_units_never_become_formulas(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    quoted = {cell.value for cell in cells if cell.quotePrefix}
    assert quoted == {" ".join(text.split()) if text in EVIL[:3] else text for text in EVIL}
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_the_workbook_has_numbers_to_count_with(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == ["Tổng hợp", "Theo đơn vị", "Các buổi", "Buổi học", "Cần xem lại"]
    sums = dict(book["Tổng hợp"].iter_rows(min_row=2, values_only=True))
    assert (sums["Số buổi đã tổ chức"], sums["Lượt đảng viên dự"]) == (3, 81)
    first = next(book["Các buổi"].iter_rows(min_row=2, values_only=True))
    assert first[:3] == (dt.datetime(2025, 5, 9), "14:00", "16:15")
    assert first[5:7] == (30, 27)
    assert [row[0] for row in book["Cần xem lại"].iter_rows(min_row=2, values_only=True)] == ["Chưa gửi"] * 3


def test_the_same_report_gives_the_same_bytes() -> None:
    made = report("Chi bộ A")
    assert report_paper(made, HEAD, Layout()) == report_paper(made, HEAD, Layout())
    assert report_sheets(made, HEAD) == report_sheets(made, HEAD)
