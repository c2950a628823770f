"""Minutes as Word files: fonts, sizes and words, and forms to fill in by hand."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes import minutes
from meetings.papers import Layout
from meetings.record import Absence, Attendance, Record
from tests.meetings.samples import PEOPLE, opened, record, texts

WHOLE = opened(minutes(record(), Layout(), ["Đảng ủy xã", "Lưu chi bộ"]))
BLANK = opened(minutes(Record(), Layout()))
SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


@pytest.mark.parametrize("document", [WHOLE, BLANK], ids=["whole", "blank"])
def test_every_font_is_times_in_all_four_slots(document) -> None:
    used = {paragraph.style.name for paragraph in document.paragraphs} | {"Normal", "Header", "Table Grid"}
    fonts = [document.styles[name].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for name in used]
    fonts += document.styles.element.xpath("w:docDefaults//w:rFonts") + document.element.xpath("//w:rFonts")
    assert len(fonts) >= 7
    for one in fonts:
        assert {one.get(qn(slot)) for slot in SLOTS} == {"Times New Roman"}
        assert not [name for name in one.attrib if "heme" in name]


def size(document, text: str) -> tuple[float, bool, bool]:
    (paragraph,) = [
        one for one in paragraphs(document) if one.text.replace("\N{NO-BREAK SPACE}", " ").startswith(text)
    ]
    run, style = paragraph.runs[0], paragraph.style.font
    points = run.font.size or style.size or document.styles["Normal"].font.size
    return points.pt, bool(run.bold or style.bold), bool(run.italic or style.italic)


def paragraphs(document):
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]


@pytest.mark.parametrize(
    ("text", "points", "bold", "italic"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False), ("Minh Khai, ngày 09 tháng 5 năm 2025", 14, False, True),
        ("ĐẢNG BỘ XÃ MINH KHAI", 14, False, False), ("CHI BỘ THÔN ĐÔNG & TÂY", 14, True, False),
        ("*", 14, False, False), ("Số 05-BB/CB", 14, False, False), ("BIÊN BẢN", 16, True, False),
        ("Sinh hoạt chuyên đề: Đạo", 14, True, False),
        ("1. Thời gian: bắt đầu lúc 14 giờ 00 phút, ngày 09 tháng 5 năm 2025.", 14, False, False),
        ("THƯ KÝ GHI BIÊN BẢN", 14, True, False), ("T/M CHI BỘ", 14, True, False), ("CHỦ TRÌ", 14, True, False),
        ("Nơi nhận:", 14, False, False), ("- Lưu chi bộ", 12, False, False),
    ],
)  # fmt: skip
def test_the_parts_of_a_party_document_have_their_letters(
    text: str, points: float, bold: bool, italic: bool
) -> None:
    assert size(WHOLE, text) == (points, bold, italic)


def test_the_minutes_say_all_that_the_record_says() -> None:
    said = "\n".join(texts(WHOLE))
    for name in PEOPLE:
        assert name in said
    for words in (
        "Chủ trì: đồng chí Nguyễn Văn An, Bí thư chi bộ", "Nhà đồng chí Hoàng Giang <số 2>",
        "tổng số 30; có mặt 27; vắng mặt 3, trong đó có lý do 2, không có lý do 1.", "Phạm Dung (ốm); Đỗ Hà",
        "Buổi một: Phần đầu; Phần do Lê Văn Cường nói", "Vũ Em hỏi: “a < b” & 'c'?", "A: 20; trả lời đúng: 20",
        "- Ý kiến thứ nhất.\nNói tiếp.", "- Đồng chí Vũ Em: Đề nghị <b>.", "01/06/2025",
        "27 trên 27 đảng viên có mặt nhất trí thông qua.", "Kết thúc lúc 16 giờ 15 phút cùng ngày.",
    ):  # fmt: skip
        assert words in said
    assert "...." not in said


def test_an_empty_record_is_the_form_to_fill_in_by_hand() -> None:
    said = texts(BLANK)
    assert {"BIÊN BẢN", "I. THỜI GIAN, ĐỊA ĐIỂM", "5. Kết luận của chủ trì", "T/M CHI BỘ"} <= {*said}
    assert "None" not in "".join(said)
    dotted = BLANK.element.xpath("//w:tab[@w:leader='dot']")
    assert len(dotted) > 30
    hand_rows = [
        row for table in BLANK.tables for row in table.rows if not "".join(c.text for c in row.cells)
    ]
    assert [round(row.height.mm) for row in hand_rows] == [9] * 8


def test_nobody_away_leaves_no_line_for_it() -> None:
    everybody = record(members=Attendance(all=9, present=9), away=[], approved=None)
    said = "\n".join(texts(opened(minutes(everybody, Layout()))))
    assert "Đảng viên vắng mặt, lý do" not in said
    some = record(members=Attendance(), away=[Absence(name="Đỗ Hà")])
    assert "Đảng viên vắng mặt, lý do: Đỗ Hà" in "\n".join(texts(opened(minutes(some, Layout()))))


def test_margins_and_the_body_that_is_signed_for_are_settings() -> None:
    document = opened(minutes(record(), Layout(top=25, bottom=22, left=35, right=20, behalf="")))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [25, 22, 35, 20]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "T/M CHI BỘ" not in texts(document)


def test_pages_after_the_first_are_numbered_and_heads_of_tables_stand_again() -> None:
    section = WHOLE.sections[0]
    assert section.different_first_page_header_footer
    assert section.header._element.xpath("//w:fldSimple/@w:instr") == ["PAGE"]
    assert len(WHOLE.element.xpath("//w:tblHeader")) == 2


def test_the_same_record_gives_the_same_bytes() -> None:
    assert minutes(record(), Layout()) == minutes(record(), Layout())


@settings(max_examples=3, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=9))
def test_any_text_stands_in_the_paper_as_it_was_typed(typed: list[str]) -> None:
    one = record(guests=typed, tasks=[{"what": text} for text in typed])
    said = "".join(texts(opened(minutes(one, Layout()))))
    assert "; ".join(one.guests) in said
    assert all(task.what.replace("\n", "") in said for task in one.tasks)
