"""The report upward as a workbook; texts of units stay texts, whatever they begin with."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from course.office_file import steady
from meetings import word
from meetings.record import FORMS
from meetings.report import Report
from meetings.report_papers import SUMS, Head, content, title

Value = str | int | dt.date | None
_WIDEST = 60


def report_sheets(report: Report, head: Head) -> bytes:
    """Return a report as a workbook: sums, units, meetings, sessions, and what is to be looked at.

    Parameters
    ----------
    report, head
        As in :func:`meetings.report_papers.report_paper`.

    Returns
    -------
    bytes
        A ``.xlsx``; the same report gives the same bytes.
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    sums = [(words, getattr(report.sums, name)) for name, words in SUMS.items()]
    _sheet(
        book,
        "Tổng hợp",
        ("Nội dung", "Số lượng"),
        [*sums, ("Số lượt trả lời các câu có đáp án", report.sums.judged)],
    )
    _sheet(
        book, "Theo đơn vị", ("Đơn vị", "Đảng viên", *SUMS.values(), "Dự đông nhất", "Số buổi học"),
        [(one.unit, one.members, *(getattr(one.sums, name) for name in SUMS), one.most, one.sessions)
         for one in report.units],
    )  # fmt: skip
    _sheet(
        book, "Các buổi",
        ("Ngày", "Bắt đầu", "Kết thúc", "Đơn vị", "Loại hình", "Đảng viên", "Có mặt", "Vắng có lý do",
         "Vắng không lý do", "Khách mời", "Nội dung", "Câu hỏi", "Lượt trả lời", "Tệp"),
        [(one.meeting.date, one.meeting.begin, one.meeting.end, one.unit,
          FORMS[one.meeting.form] if one.meeting.form else None, one.meeting.members.all, one.meeting.members.present,
          one.meeting.members.away_with_reason, one.meeting.members.away_without_reason, one.meeting.guests,
          content(one, head), one.meeting.questions, one.meeting.answered, one.file) for one in report.meetings],
    )  # fmt: skip
    _sheet(
        book, "Buổi học", ("Buổi học", "Số buổi", "Số đơn vị"),
        [(title(one.session, head), one.meetings, one.units) for one in report.sessions],
    )  # fmt: skip
    looked_at = [
        *(("Chưa gửi", unit) for unit in report.missing), *(("Gửi sau hạn", unit) for unit in report.late),
        *(("Không có trong danh sách", unit) for unit in report.strangers), *(("Lưu ý", one) for one in report.remarks),
    ]  # fmt: skip
    _sheet(book, "Cần xem lại", ("Việc", "Cụ thể"), looked_at)
    book.properties.creator, book.properties.created, book.properties.modified = "", word.DATED, word.DATED
    buffer = io.BytesIO()
    book.save(buffer)
    return steady(buffer.getvalue(), word.DATED)


def _sheet(book: openpyxl.Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    sheet: Worksheet = book.create_sheet(name)
    for at, row in enumerate([heads, *rows], start=1):
        for column, value in enumerate(row, start=1):
            _write(sheet, at, column, value)
    for column, cells in enumerate(sheet.columns, start=1):
        cells[0].font = Font(bold=True)
        longest = max(len(str(cell.value or "")) for cell in cells)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = min(longest + 3, _WIDEST)
    sheet.freeze_panes = "A2"


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    cell = sheet.cell(row, column)
    cell.value = value
    if isinstance(value, str):
        # A text that begins with = + - @ must not become a formula, here or when somebody edits the cell.
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, dt.date):
        cell.number_format = "DD/MM/YYYY"
