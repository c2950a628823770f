"""The book in text: what it is, and each part with its pages, notes and source."""

from __future__ import annotations

import pytest

from course import Course
from shown.html import Html
from tests.courses import shipped
from widgets import book


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


def test_the_book_shows_title_author_size_and_where_it_is_read(course):
    shown = book.overview(course).markdown
    for expected in (
        course.book.title,
        "Tác giả: đồng chí Tổng Bí thư Nguyễn Phú Trọng",
        "lập năm 2023",
        "600 trang",
        "111 bức ảnh",
        "3 phần",
        f"[Mở sách điện tử]({course.book.read_at.address}) (mở trang ngoài, cần mạng)",
        "Địa chỉ theo Kế hoạch của Ban Thường vụ Thị ủy, chú thích (1).",
    ):
        assert expected in shown
    assert shown.endswith("*Nguồn: Kế hoạch của Huyện ủy Văn Bàn, mục II.2, đoạn mở đầu*")


def test_every_part_shows_its_pages_and_what_it_holds(course):
    pages = ["từ trang 11 đến trang 206", "từ trang 207 đến trang 522", "từ trang 523 đến trang 619"]
    holds = ["36 phiên họp, cuộc họp", "22 bài viết, bài phát biểu", "96 ý kiến"]
    for part, where, what in zip(course.book.parts, pages, holds, strict=True):
        shown = book.part(course, part).markdown
        assert f"**“{part.title}”**, {where}" in shown
        assert what in shown
        assert "*Nguồn: " in shown


def test_html_in_the_book_is_shown_as_text(course):
    part = course.book.parts[0].model_copy(update={"title": "<b>Phần</b>", "holds": ["<i>Bài</i>"]})
    shown = Html().blocks(book.part(course, part).blocks)
    assert "&lt;b&gt;Phần" in shown
    assert "&lt;i&gt;Bài" in shown


def test_the_book_and_its_parts_are_places(course):
    shown = [book.overview(course), *(book.part(course, part) for part in course.book.parts)]
    assert [piece.blocks[0].anchor for piece in shown] == [
        "sach",
        "sach-phan-1",
        "sach-phan-2",
        "sach-phan-3",
    ]
