"""Paragraphs with figures: the figure, its "hơn", its note and its source come together."""

from __future__ import annotations

import pytest

from course import Course
from course.references import UnknownReference
from shown.markdown import to_markdown
from shown.model import Paragraph, bullets, em, plain, text, words
from shown.prose import below_card, marked_notes, marks, paragraph, remarks, sources
from tests.courses import shipped


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


def test_a_figure_comes_with_its_source(course):
    shown, source = paragraph(course, "Kỷ luật {fact:dang-vien}.")
    assert shown == text("Kỷ luật hơn 167.700 đảng viên.")
    cited = "Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ nhất, Hai là"
    assert source == Paragraph(words(em(cited)), "source")


def test_notes_and_sources_come_once(course):
    _, note, source = paragraph(
        course, "{fact:sach-trang}, đến trang {fact:p3-trang-cuoi:so}; lại {fact:sach-trang}"
    )
    assert note.role == "note" and plain(note.runs).startswith("Ghi chú: ")
    assert plain(source.runs).count("Kế hoạch của Huyện ủy Văn Bàn") == 1
    assert plain(source.runs).endswith("mục II.2, đoạn mở đầu; mục II.2.1, Phần thứ ba")


def test_documents_and_counts_have_sources_too(course):
    shown = to_markdown(paragraph(course, "{doc:kh-143} và {count:bai-hoc} bài học"))
    assert "Kế hoạch của Ban Thường vụ Thị ủy, đoạn mở đầu; Kế hoạch của Huyện ủy Văn Bàn, mục" in shown


def test_a_text_that_names_nothing_has_no_source(course):
    assert paragraph(course, "- một\n- hai") == [bullets("một", "hai")]


@pytest.mark.parametrize("written", ["{fact:khong-co}", "{sai:dang-vien}", "một {"])
def test_an_unknown_reference_is_an_error(course, written):
    with pytest.raises(UnknownReference):
        paragraph(course, written)


def test_remarks_come_once_and_sources_name_their_places(course):
    (note,) = remarks(course, ["tong-trang", "tong-trang"])
    assert note.role == "note"
    assert to_markdown([note]).startswith("**Ghi chú:** Kế hoạch của Huyện ủy Văn Bàn ghi sách có 600 trang")
    assert named(sources(course, [course.book])) == "Kế hoạch của Huyện ủy Văn Bàn, mục II.2, đoạn mở đầu"


def test_brief_sources_name_sections_only(course):
    assert named(sources(course, [course.book], brief=True)) == "Kế hoạch của Huyện ủy Văn Bàn, mục II.2"


def named(source: Paragraph) -> str:
    assert source.role == "source"
    return plain(source.runs).removeprefix("Nguồn: ")


def test_marks_lead_to_numbered_notes(course):
    events = course.plans["thi-uy"].calendar
    mark, notes = marks(events), marked_notes(course, events)
    assert set(mark.values()) == {"", *(f" (ghi chú {number})" for number in range(1, len(notes) + 1))}
    assert [plain(note.runs).split(":")[0] for note in notes] == [
        f"Ghi chú {number}" for number in range(1, len(notes) + 1)
    ]


def test_below_a_card_stand_its_notes_and_its_source():
    below = below_card(["Lệch *1*."], "Kế hoạch, mục 1")
    assert [(one.role, plain(one.runs)) for one in below] == [
        ("note", "Ghi chú: Lệch *1*."),
        ("source", "Nguồn: Kế hoạch, mục 1"),
    ]
