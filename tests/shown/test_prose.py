"""Paragraphs with figures: the figure, its "hơn", its note and its source come together."""

from __future__ import annotations

import pytest

from course import Course
from course.references import UnknownReference
from shown.prose import paragraph, remarks, sources
from tests.courses import shipped


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


def test_a_figure_comes_with_its_source(course):
    shown = paragraph(course, "Kỷ luật {fact:dang-vien}.")
    assert shown == (
        "Kỷ luật hơn 167.700 đảng viên.\n\n"
        "*Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ nhất, Hai là*"
    )


def test_notes_and_sources_come_once(course):
    shown = paragraph(course, "{fact:sach-trang}, đến trang {fact:p3-trang-cuoi:so}; lại {fact:sach-trang}")
    assert shown.count("**Ghi chú:**") == 1
    assert shown.count("Kế hoạch của Huyện ủy Văn Bàn") == 1
    assert shown.endswith("mục II.2, đoạn mở đầu; mục II.2.1, Phần thứ ba*")


def test_documents_and_counts_have_sources_too(course):
    shown = paragraph(course, "{doc:kh-143} và {count:bai-hoc} bài học")
    assert "Kế hoạch của Ban Thường vụ Thị ủy, đoạn mở đầu; Kế hoạch của Huyện ủy Văn Bàn, mục" in shown


def test_a_text_that_names_nothing_has_no_source(course):
    assert paragraph(course, "- một\n- hai") == "- một\n- hai"


@pytest.mark.parametrize("text", ["{fact:khong-co}", "{sai:dang-vien}", "một {"])
def test_an_unknown_reference_is_an_error(course, text):
    with pytest.raises(UnknownReference):
        paragraph(course, text)


def test_remarks_and_sources_are_plain_text(course):
    assert remarks(course, ["tong-trang", "tong-trang"])[0].startswith(
        "**Ghi chú:** Kế hoạch ghi sách có 600 trang"
    )
    assert len(remarks(course, ["tong-trang", "tong-trang"])) == 1
    assert sources(course, [course.book]) == "*Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2, đoạn mở đầu*"


def test_brief_sources_name_sections_only(course):
    assert sources(course, [course.book], brief=True) == "*Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2*"
