"""Records of meetings that never were."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document

from meetings.record import (
    Absence,
    Activity,
    Asked,
    Attendance,
    Choice,
    Held,
    Opinion,
    Person,
    Record,
    Task,
)

TODAY = dt.date(2025, 11, 1)
# Every name of a person, and every text in which one may stand.
PEOPLE = ("Nguyễn Văn An", "Lê Văn Cường", "Trần Thị Bình", "Phạm Dung", "Hoàng Giang", "Vũ Em")


def record(**fields: object) -> Record:
    """Return the record of a whole meeting, with some fields changed."""
    chair, presenter, secretary, away, guest, speaker = PEOPLE
    whole = {
        "course": "thu", "superior": "Đảng bộ xã Minh Khai", "unit": "Chi bộ thôn Đông & Tây", "number": "05-BB/CB",
        "locality": "Minh Khai", "form": "topical", "topic": f"Đạo đức, lối sống; {speaker} kể chuyện",
        "date": dt.date(2025, 5, 9), "begin": "14:00", "end": "16:15", "place": f"Nhà đồng chí {guest} <số 2>",
        "chair": Person(name=chair, office="Bí thư chi bộ"), "presenters": [Person(name=presenter)],
        "secretary": Person(name=secretary, office="Đảng viên"),
        "members": Attendance(all=30, present=27, away_with_reason=2, away_without_reason=1),
        "away": [Absence(name=away, reason="ốm"), Absence(name="Đỗ Hà")],
        "guests": [f"Đồng chí {guest}, Ban Tuyên giáo"],
        "sessions": [Held(session="mot", title="Buổi một", parts=["Phần đầu", f"Phần do {presenter} nói"]),
                     Held(title=f"Chuyện của {speaker}")],
        "activities": [Activity(title="Thảo luận nhóm", result=f"{speaker} nêu 12 việc.")],
        "questions": [
            Asked(text=f"{speaker} hỏi: “a < b” & 'c'?", answered=25, right=20, choices=[Choice(text="A", count=20)]),
            Asked(text="Việc nào trước?", answered=24),
        ],
        "opinions": [Opinion(text="Ý kiến thứ nhất.\nNói tiếp."), Opinion(name=speaker, text="Đề nghị <b>.")],
        "conclusions": [f"Giao {speaker} làm."],
        "tasks": [Task(what="Viết cam kết", who=speaker, due=dt.date(2025, 6, 1))],
        "approved": 27,
    }  # fmt: skip
    return Record(**(whole | fields))


def opened(body: bytes) -> Document:
    """Open a Word file."""
    return docx.Document(io.BytesIO(body))


def texts(document: Document) -> list[str]:
    """Return all paragraphs in their order, those of tables too."""
    return [
        "".join(p.xpath(".//w:t/text() | .//w:tab[not(parent::w:tabs)]/@w:x"))
        for p in document.element.xpath("//w:p")
    ]
