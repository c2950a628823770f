"""A unit's own Word form is filled at its named places, and what is wrong with it is named."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.file_error import MeetingFileError
from meetings.own_form import fill, places
from meetings.record import Opinion, Record
from tests.meetings.samples import opened, record, texts


def form(*lines: str, cell: str = "", header: str = "") -> bytes:
    """Return a form of these lines, the last place torn into runs as Word does."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for piece in (line[: len(line) // 2], line[len(line) // 2 :]):
            paragraph.add_run(piece)
    if cell:
        document.add_table(1, 1).rows[0].cells[0].text = cell
    if header:
        document.sections[0].header.paragraphs[0].text = header
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_places_are_filled_in_lines_cells_and_headers() -> None:
    places_named = form(
        "Đơn vị: {{ don_vi }}, {{tong_so}} người", cell="{{ y_kien }}", header="{{ cap_tren }}"
    )
    body, left_out = fill("mau.docx", places_named, record())
    document = opened(body)
    assert "Đơn vị: Chi bộ thôn Đông & Tây, 30 người" in texts(document)
    cell = document.tables[0].rows[0].cells[0].text
    assert cell.split("\n") == ["Ý kiến thứ nhất.", "Nói tiếp.", "Đồng chí Vũ Em: Đề nghị <b>."]
    assert document.sections[0].header.paragraphs[0].text == "Đảng bộ xã Minh Khai"
    assert "chu_tri" in left_out and "don_vi" not in left_out


def test_every_place_can_be_filled_and_what_is_not_known_is_dots() -> None:
    whole = form(*(f"{name}: {{{{ {name} }}}}" for name in places(record())))
    body, left_out = fill("mau.docx", whole, record())
    assert (left_out, any("..." in text for text in texts(opened(body)))) == ((), False)
    blank, _ = fill("mau.docx", whole, Record())
    assert all("......" in text for text in texts(opened(blank)) if text)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["{{ don_vj }}"], r"không có chỗ tên: don_vj \(có lẽ là don_vi\); các tên dùng được: cap_tren, don_vi"),
        (["{{ xyz }} {{ don_vi }}"], "không có chỗ tên: xyz; các tên"), (["Không có gì"], "chưa có chỗ nào để điền"),
        (["{{ don_vi }"], "chỗ viết sai"), (["{% if don_vi %}"], "chỗ viết sai"), (["{{ don_vi.x }}"], "chỗ viết sai"),
        (["{{ don_vi.__class__.__mro__ }}"], "chỗ viết sai"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_filled_is_named(lines: list[str], sentence: str) -> None:
    with pytest.raises(MeetingFileError, match=rf"mau\.docx: .*{sentence}"):
        fill("mau.docx", form(*lines), record())


def packed(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return buffer.getvalue()


@pytest.mark.parametrize("body", [b"", b"PK", b"\xd0\xcf\x11\xe0" * 200, packed(a=b"x"), form("a")[:-300]])
def test_what_is_no_word_file_is_refused(body: bytes) -> None:
    with pytest.raises(MeetingFileError, match=r"không phải tệp \.docx đọc được; hãy mở bằng Word"):
        fill("mau.docx", body, record())


def test_places_within_a_text_are_words() -> None:
    said = record(opinions=[Opinion(text="{{ chu_tri }} {% x %} & <w:p>")])
    body, _ = fill("mau.docx", form("{{ y_kien }}"), said)
    assert "{{ chu_tri }} {% x %} & <w:p>" in texts(opened(body))


@settings(max_examples=3, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=30))
def test_any_text_stands_in_the_form_as_it_was_typed(typed: list[str]) -> None:
    one = record(guests=[f"x{text}" for text in typed])
    body, _ = fill("mau.docx", form("{{ khach_moi }}"), one)
    assert opened(body).paragraphs[0].text.split("\n") == one.guests
