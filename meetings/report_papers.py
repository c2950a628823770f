"""The report upward as a Word paper; of no meeting at all it is the form to fill in by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docx.shared import Pt

from course import formats
from meetings.papers import Layout, Paper
from meetings.record import FORMS
from meetings.report import Report, Sums
from meetings.versions import Told
from meetings.wording import known

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
_SMALL = Pt(12)
_ASSESSED = (("Ưu điểm", 4), ("Hạn chế, nguyên nhân", 4), ("Kiến nghị, đề xuất", 3))
_BLANK_ROWS = 4
# What is told of all meetings together, and how it is said.
SUMS: dict[str, str] = {
    "meetings": "Số buổi đã tổ chức",
    "attended": "Lượt đảng viên dự",
    "guests": "Lượt khách mời",
    "questions": "Số câu hỏi đã nêu",
    "answered": "Số lượt trả lời",
    "right": "Số lượt trả lời đúng, trong các câu có đáp án",
    "opinions": "Số ý kiến thảo luận",
    "tasks": "Số nhiệm vụ đã giao",
}


@dataclass(frozen=True)
class Head:
    """What stands on a report beside its numbers; what is empty becomes dots.

    Attributes
    ----------
    day
        Of the report.
    period
        Which meetings it tells of, such as “năm 2025”.
    to
        Whom it is addressed to.
    signer
        The office of who signs.
    titles
        Of the course's sessions, by their slugs.
    """

    superior: str = ""
    unit: str = ""
    number: str = ""
    locality: str = ""
    day: dt.date | None = None
    period: str = ""
    to: str = ""
    signer: str = ""
    recipients: Sequence[str] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def report_paper(report: Report, head: Head, layout: Layout) -> bytes:
    """Return a report as a Word file, with places to write what numbers do not tell.

    Parameters
    ----------
    report
        What was added up.
    head
        Who reports, to whom, on what.
    layout
        Margins, and for whom is signed.

    Returns
    -------
    bytes
        A ``.docx``; the same report gives the same bytes.
    """
    paper = Paper("Báo cáo", layout)
    paper.head(head.superior, head.unit, head.number, head.locality, head.day)
    paper.title("BÁO CÁO", f"Kết quả các buổi sinh hoạt, học tập {head.period}".strip())
    paper.addressed(head.to)
    numbers = iter(_ROMAN)
    paper.heading(f"{next(numbers)}. SỐ LIỆU CHUNG")
    paper.table(("Nội dung", "Số lượng"), _sums(report), (0.75, 0.25))
    if len(report.units) > 1:
        paper.heading(f"{next(numbers)}. THEO ĐƠN VỊ")
        _unit_table(paper, report)
    paper.heading(f"{next(numbers)}. CÁC BUỔI ĐÃ TỔ CHỨC")
    _meeting_table(paper, report, head)
    paper.heading(f"{next(numbers)}. NỘI DUNG ĐÃ HỌC TẬP")
    rows = [(title(one.session, head), str(one.meetings), str(one.units)) for one in report.sessions]
    paper.table(("Buổi học", "Số buổi", "Số đơn vị"), rows or _blank(3), (0.64, 0.18, 0.18), _SMALL)
    if report.missing or report.late:
        paper.heading(f"{next(numbers)}. VIỆC GỬI BÁO CÁO")
        paper.text(_named("Đơn vị chưa gửi", report.missing))
        paper.text(_named("Đơn vị gửi sau hạn", report.late))
    paper.heading(f"{next(numbers)}. ĐÁNH GIÁ")
    for place, (matter, lines) in enumerate(_ASSESSED, start=1):
        paper.matter(f"{place}. {matter}")
        paper.blanks(lines)
    paper.signed(head.recipients, [line for line in (layout.behalf, head.signer.upper()) if line], "")
    return paper.to_bytes()


def title(session: str, head: Head) -> str:
    """Return the title of a session; its slug, where the course does not know it."""
    return head.titles.get(session, session)


def content(one: Told, head: Head) -> str:
    """Return what a meeting was about: its sessions, and how much else there was."""
    told = [title(session, head) for session in one.meeting.sessions]
    other = one.meeting.other_sessions
    return "; ".join([*told, *([f"{other} nội dung khác"] if other else [])])


def attendance(one: Told) -> str:
    """Return how many members were present, of how many."""
    members = one.meeting.members
    return f"{known(members.present, '–')}/{known(members.all, '–')}"


def _sums(report: Report) -> list[tuple[str, str]]:
    # A form to fill in has no noughts.
    sums = report.sums if report.meetings else None
    return [(words, _sum(sums, name)) for name, words in SUMS.items()]


def _sum(sums: Sums | None, name: str) -> str:
    if sums is None:
        return ""
    count = formats.number(getattr(sums, name))
    return f"{count} trên {formats.number(sums.judged)}" if name == "right" else count


def _blank(columns: int) -> list[tuple[str, ...]]:
    return [("",) * columns] * _BLANK_ROWS


def _unit_table(paper: Paper, report: Report) -> None:
    heads = ("TT", "Đơn vị", "Đảng viên", "Số buổi", "Lượt dự", "Dự đông nhất", "Buổi học", "Câu hỏi")
    rows = [
        (str(at), one.unit, known(one.members, "–"), str(one.sums.meetings), formats.number(one.sums.attended),
         known(one.most, "–"), str(one.sessions), str(one.sums.questions))
        for at, one in enumerate(report.units, start=1)
    ]  # fmt: skip
    paper.table(heads, rows, (0.07, 0.3, 0.12, 0.1, 0.1, 0.11, 0.1, 0.1), _SMALL)


def _meeting_table(paper: Paper, report: Report, head: Head) -> None:
    heads = ("TT", "Ngày", "Đơn vị", "Loại hình", "Có mặt", "Nội dung")
    rows = [
        (str(at), formats.day(one.meeting.date), one.unit, FORMS[one.meeting.form] if one.meeting.form else "",
         attendance(one), content(one, head))
        for at, one in enumerate(report.meetings, start=1)
    ]  # fmt: skip
    paper.table(heads, rows or _blank(6), (0.07, 0.15, 0.22, 0.15, 0.11, 0.3), _SMALL)


def _named(label: str, units: Sequence[str]) -> str:
    return f"{label}: {'; '.join(units)}." if units else f"{label}: không có."
