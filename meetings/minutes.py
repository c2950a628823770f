"""The minutes of a meeting as a Word paper; of an empty record they are the form to fill in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from course import formats
from meetings import wording
from meetings.papers import Layout, Paper
from meetings.record import Record
from meetings.wording import known

_QUESTIONS = ("TT", "Câu hỏi", "Số người trả lời", "Kết quả")
_TASKS = ("TT", "Nội dung công việc", "Người thực hiện", "Thời hạn")
_SHARES = (0.08, 0.48, 0.2, 0.24)
_BLANK_ROWS = 4


def minutes(record: Record, layout: Layout, recipients: Sequence[str] = ()) -> bytes:
    """Return the minutes as a Word file.

    Parameters
    ----------
    record
        What is known; the rest becomes dotted lines.
    layout
        Margins, and for whom the chair signs.
    recipients
        Whom the minutes go to.

    Returns
    -------
    bytes
        A ``.docx``; the same record gives the same bytes.
    """
    paper = Paper("Biên bản", layout)
    paper.head(record.superior, record.unit, record.number, record.locality, record.date)
    paper.title("BIÊN BẢN", wording.summary(record))
    _when_and_where(paper, record)
    _who(paper, record)
    _what(paper, record)
    _adoption(paper, record)
    chairs = [*([layout.behalf] if layout.behalf else []), "CHỦ TRÌ"]
    paper.signatures(
        recipients, (["THƯ KÝ GHI BIÊN BẢN"], record.secretary.name), (chairs, record.chair.name)
    )
    return paper.to_bytes()


def _when_and_where(paper: Paper, record: Record) -> None:
    paper.heading("I. THỜI GIAN, ĐỊA ĐIỂM")
    paper.text(f"1. Thời gian: bắt đầu lúc {wording.clock(record.begin)}, {wording.in_full(record.date)}.")
    paper.labelled("2. Địa điểm", record.place)


def _who(paper: Paper, record: Record) -> None:
    paper.heading("II. THÀNH PHẦN")
    paper.labelled("1. Chủ trì", wording.person(record.chair))
    paper.labelled("2. Người trình bày", "; ".join(filter(None, map(wording.person, record.presenters))))
    paper.labelled("3. Thư ký ghi biên bản", wording.person(record.secretary))
    paper.text(f"4. Đảng viên: {wording.attendance(record)}.")
    if record.away or record.members.away != 0:
        paper.labelled("Đảng viên vắng mặt, lý do", "; ".join(wording.absences(record)), blanks=2)
    paper.labelled("5. Khách mời", "; ".join(record.guests))


def _what(paper: Paper, record: Record) -> None:
    paper.heading("III. NỘI DUNG")
    paper.matter("1. Nội dung học tập, trao đổi")
    paper.listed([wording.held(one) for one in record.sessions], blanks=4)
    paper.matter("2. Hoạt động")
    paper.listed([wording.activity(one) for one in record.activities], blanks=4)
    paper.matter("3. Câu hỏi và kết quả chung")
    asked = [(one.text, known(one.answered), wording.result(one)) for one in record.questions]
    paper.table(_QUESTIONS, _numbered(asked), _SHARES)
    paper.matter("4. Ý kiến thảo luận")
    paper.listed([wording.opinion(one) for one in record.opinions], blanks=14)
    paper.matter("5. Kết luận của chủ trì")
    paper.listed(record.conclusions, blanks=7)
    paper.matter("6. Nhiệm vụ, thời hạn")
    tasks = [(one.what, one.who, formats.day(one.due) if one.due else "") for one in record.tasks]
    paper.table(_TASKS, _numbered(tasks), _SHARES)


def _numbered(rows: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str, str]]:
    """Return rows with their numbers; empty ones to write in by hand, where there are none."""
    return [(str(number), *row) for number, row in enumerate(rows, start=1)] or [("",) * 4] * _BLANK_ROWS


def _adoption(paper: Paper, record: Record) -> None:
    paper.heading("IV. THÔNG QUA BIÊN BẢN")
    paper.text(
        f"Biên bản đã được đọc lại cho những người dự cùng nghe; {known(record.approved)} trên "
        f"{known(record.members.present)} đảng viên có mặt nhất trí thông qua."
    )
    paper.text(f"Kết thúc lúc {wording.clock(record.end)} cùng ngày.")
