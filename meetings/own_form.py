"""A unit's own Word form: a ``.docx`` with named places such as ``{{ don_vi }}``, filled from a record."""

from __future__ import annotations

import io
import zipfile
from difflib import get_close_matches

import docx
import docxtpl
import jinja2
from docx.opc.exceptions import PackageNotFoundError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from course.office_file import steady
from meetings import word, wording
from meetings.file_error import MeetingFileError
from meetings.record import FORMS, Record
from meetings.wording import GAP, SHORT_GAP, in_full

MOST_BYTES = 10 * 2**20
_UNPACKED = 60 * 2**20
_COUNTS = (
    "tong_so", "co_mat", "vang_mat", "vang_co_ly_do", "vang_khong_ly_do", "so_nhat_tri",
)  # fmt: skip


def places(record: Record) -> dict[str, str]:
    """Return all places that a form may name, with what a record fills them with; nothing where it is not known."""
    members = record.members
    counts = (members.all, members.present, members.away, members.away_with_reason,
              members.away_without_reason, record.approved)  # fmt: skip
    lists = {
        "nguoi_trinh_bay": map(wording.person, record.presenters),
        "danh_sach_vang": wording.absences(record),
        "khach_moi": record.guests,
        "noi_dung": map(wording.held, record.sessions),
        "hoat_dong": map(wording.activity, record.activities),
        "cau_hoi": map(wording.question, record.questions),
        "y_kien": map(wording.opinion, record.opinions),
        "ket_luan": record.conclusions,
        "nhiem_vu": map(wording.task, record.tasks),
    }
    texts = {
        "cap_tren": record.superior, "don_vi": record.unit, "so": record.number, "dia_danh": record.locality,
        "loai_hinh": FORMS[record.form] if record.form else "", "chu_de": record.topic, "dia_diem": record.place,
        "ngay": in_full(record.date) if record.date else "",
        "bat_dau": wording.clock(record.begin) if record.begin else "",
        "ket_thuc": wording.clock(record.end) if record.end else "",
        "chu_tri": record.chair.name, "chuc_vu_chu_tri": record.chair.office,
        "thu_ky": record.secretary.name, "chuc_vu_thu_ky": record.secretary.office,
    }  # fmt: skip
    numbers = dict(zip(_COUNTS, (wording.known(count, "") for count in counts), strict=True))
    return texts | numbers | {name: "\n".join(filter(None, lines)) for name, lines in lists.items()}


def fill(name: str, body: bytes, record: Record) -> tuple[bytes, tuple[str, ...]]:
    """Return a unit's form with its places filled.

    Parameters
    ----------
    name, body
        The form; the name is for messages.
    record
        What to fill in; what is not known becomes dots.

    Returns
    -------
    form
        A ``.docx``; the same form and record give the same bytes.
    left_out
        Places that the record could fill and the form does not have.

    Raises
    ------
    MeetingFileError
        When it is no ``.docx``, has no place at all, one that is not known, or one that is not closed.
    """
    _check_file(name, body)
    values = places(record)
    # Forms come from anywhere: they may name places, and reach nothing else of Python.
    environment = SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    filled = io.BytesIO()
    try:
        form = docxtpl.DocxTemplate(io.BytesIO(body))
        named = form.get_undeclared_template_variables(environment)
        _check_places(name, named, list(values))
        form.render({one: value or _gap(one) for one, value in values.items()}, environment, autoescape=True)
        form.save(filled)
    except (jinja2.TemplateError, etree.LxmlError) as error:
        rule = "có chỗ viết sai; mỗi chỗ là hai ngoặc nhọn, tên, hai ngoặc nhọn, như {{ don_vi }}"
        raise MeetingFileError(name, f"{rule} ({error})") from None
    left_out = tuple(one for one, value in values.items() if value and one not in named)
    return steady(filled.getvalue(), word.DATED), left_out


def _gap(place: str) -> str:
    return SHORT_GAP if place in ("so", *_COUNTS) else GAP


def _check_file(name: str, body: bytes) -> None:
    if len(body) > MOST_BYTES:
        raise MeetingFileError(name, f"nặng hơn {MOST_BYTES // 2**20} MB; hãy bớt ảnh trong mẫu")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size <= _UNPACKED:
            docx.Document(io.BytesIO(body))
    # What python-docx meets in what is no Word file: no zip, no such part, a part of another kind, no XML.
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.LxmlError):
        remedy = "hãy mở bằng Word rồi lưu thành “Word Document (*.docx)”"
        raise MeetingFileError(name, f"không phải tệp .docx đọc được; {remedy}") from None
    if size > _UNPACKED:
        raise MeetingFileError(name, "mở ra quá lớn so với một mẫu biên bản; hãy bớt ảnh trong mẫu")


def _check_places(name: str, named: set[str], known: list[str]) -> None:
    listed = f"các tên dùng được: {', '.join(known)}"
    if not named:
        raise MeetingFileError(name, f"mẫu chưa có chỗ nào để điền, như {{{{ don_vi }}}}; {listed}")
    if unknown := sorted(named - set(known)):
        near = [
            f"{one} (có lẽ là {got[0]})" if (got := get_close_matches(one, known, 1)) else one
            for one in unknown
        ]
        raise MeetingFileError(name, f"không có chỗ tên: {', '.join(near)}; {listed}")
