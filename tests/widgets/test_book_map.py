"""The map of the book in Python: what it derives from the content, and how it reads on paper."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from course import ContentError, Course
from tests.courses import shipped
from widgets.book_map.book_map import BookMap
from widgets.lesson import Lesson


@pytest.fixture(scope="module")
def course() -> Course:
    return shipped()


@pytest.fixture
def book_map(course) -> BookMap:
    return BookMap(course, session="tac-pham")


def changed(course: Course, index: int, **fields: object) -> BookMap:
    """Show the book with some fields of one part changed."""
    parts = list(course.book.parts)
    parts[index] = parts[index].model_copy(update=fields)
    return BookMap(replace(course, book=course.book.model_copy(update={"parts": parts})), session="thu")


def test_each_part_has_its_name_its_pages_and_their_number(book_map):
    assert [(part["name"], part["range"], part["pages"]) for part in book_map.parts] == [
        ("Phần thứ nhất", "trang 11 đến 206", 196),
        ("Phần thứ hai", "trang 207 đến 522", 316),
        ("Phần thứ ba", "trang 523 đến 619", 97),
    ]


def test_a_part_tells_what_it_holds_with_notes_and_source(course, book_map):
    first, second, _ = book_map.parts
    assert first["holds"][0] == "1 bài viết tổng quan"
    assert first["about"].startswith("Phần thứ nhất làm rõ")
    assert first["cite"] == "Kế hoạch của Huyện ủy Văn Bàn, mục II.2.1, Phần thứ nhất"
    assert second["notes"] == [course.corrections["tu-som"].note]


def test_lists_are_found_by_the_part_that_they_treat(book_map):
    found = [
        {one["slug"]: [group["id"] for group in one["lists"]] for one in part["sessions"]}
        for part in book_map.parts
    ]
    assert found == [
        {
            "ly-luan": ["ly-luan-noi-dung", "ly-luan", "bon-khong", "kien-tri"],
            "ket-qua": ["ket-qua"],
            "bai-hoc": ["bai-hoc"],
            "nhiem-vu": ["nhiem-vu", "luu-y"],
        },
        {"gia-tri": ["phan-hai", "ren-luyen"]},
        {"gia-tri": ["phan-ba"]},
    ]
    assert book_map.parts[0]["sessions"][0]["title"] == "Buổi 2. Những vấn đề lý luận"


def test_both_statements_on_the_pages_stand_with_their_note(course):
    noted = replace(course, book=course.book.model_copy(update={"notes": ["tong-trang"]}))
    (conflict,) = BookMap(noted, session="tac-pham").conflicts
    assert conflict["called"] == "Kế hoạch"
    assert conflict["reads"] == ["được trình bày trong 600 trang", "(trang 523 đến 619)"]
    assert "600 trang" in conflict["note"] and "trang 619" in conflict["note"]
    assert conflict["cite"] == "Kế hoạch của Huyện ủy Văn Bàn, mục II.2 và mục II.2.1"


def test_a_part_that_ends_before_it_begins_is_refused(course):
    with pytest.raises(
        ContentError, match=r"^BookMap: phan-2: must end at or after its first page 207, got 206$"
    ):
        changed(course, 1, last_page="p1-trang-cuoi")


def test_an_unknown_part_cannot_be_opened(book_map):
    rule = re.escape("must be one of ['', 'phan-1', 'phan-2', 'phan-3'], got 'phan-9'")
    with pytest.raises(ContentError, match=f"^BookMap: current: {rule}$"):
        book_map.current = "phan-9"
    book_map.current = "phan-2"
    assert book_map.current == "phan-2"


def test_paper_holds_everything_of_the_map(book_map):
    paper = book_map.as_markdown()
    said = []
    for part in book_map.parts:
        said += [part["name"], part["title"], part["range"], part["about"], part["cite"]]
        said += [*part["holds"], *part["notes"]]
        said += [
            text for one in part["sessions"] for text in (one["title"], *(g["title"] for g in one["lists"]))
        ]
    for conflict in book_map.conflicts:
        said += [*conflict["reads"], conflict["note"], conflict["cite"]]
    assert [text for text in said if text not in paper] == []


def test_a_lesson_shows_the_map_under_its_own_key(course):
    shown = Lesson("tac-pham", course).book_map()
    assert isinstance(shown, BookMap)
    assert (shown.session, shown.key, shown.current) == ("tac-pham", "ban-do-sach", "")
