"""What ``kit check`` says of numbers that nothing stands behind."""

from __future__ import annotations

import pytest

from course.checks import material
from course.checks.numbers import have_a_source, known, numbers
from course.loader import read
from tests.course.breaking import cell, complaints, data, rules
from tests.courses import bare_course

RULE = (
    "a number must have its source: a row in facts.csv, named as {fact:id}, or a date or document of the data "
    "(a figure that stands there with “hơn” keeps it)"
)
CASES = {
    "a number of no source": (
        data("outline.yml", "Hiểu thêm bài thứ hai.", "Có hơn 12.500 người và 12.345 trang."),
        [f"outline.yml: bai-hoc > hai > commentary: {RULE}, got '12345'"],
    ),
    "a figure that lost its more than": (
        data("outline.yml", "Hiểu thêm bài thứ hai.", "Có 12.500 người."),
        [f"outline.yml: bai-hoc > hai > commentary: {RULE}, got '12500'"],
    ),
    "a date in a wrong option": (
        data("questions/buoi-mot.yml", "text: Ý ba", "text: Trước ngày 01/12"),
        [f"questions/buoi-mot.yml: q-01 > options[3] > text: {RULE}, got '1/12'"],
    ),
    "a name that is not said to hold a number": (
        rules(names_with_numbers=["Câu 5", "Câu 6"]),
        [f"questions/buoi-hai.yml: r-07 > prompt: {RULE}, got '7'",
         f"questions/buoi-mot.yml: q-07 > prompt: {RULE}, got '7'"],
    ),
    "a number in the code of a notebook": (
        cell("01-buoi-mot.ipynb", "sach-1", source='lesson.text("Có {fact:so-bai} và 9.003 trang.")'),
        ["book.yml: book: must be shown: a notebook must call lesson.book_map()",
         f"notebooks/01-buoi-mot.ipynb: cell 8 (buoi-mot-sach-1): {RULE}, got '9003'"],
    ),
    "a number in the text of a tool": (
        cell("tra-cuu.ipynb", "tieu-de", source="# Tra cứu\n\nCó 9.001\nvà 9.002 mục."),
        [f"notebooks/tra-cuu.ipynb: cell 2 (tra-cuu-tieu-de): {RULE}, got '9001'",
         f"notebooks/tra-cuu.ipynb: cell 2 (tra-cuu-tieu-de): {RULE}, got '9002'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edit, messages):
    assert complaints(tmp_path / "course", edit) == messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{fact:dang-vien} và ${right}/${total}", []),
        ("hơn 167.700 đảng viên", ["hơn 167700"]),
        ("Hơn\n  190 cán bộ", ["hơn 190"]),
        ("04 kết quả", ["4"]),
        ("ngày 02/9 và 30/10/2023, tháng 8/2025", ["2/9", "30/10/2023", "8/2025"]),
        ("Tháng 11 hằng năm", ["tháng 11"]),
        ("giai đoạn 2023 - 2025", ["2023", "2025"]),
        ("Kế hoạch số 105-KH/TU và Quy định số 37-QĐ/TW", ["105-KH/TU", "37-QĐ/TW"]),
        ("mục II.2.1 và III.4", []),
        ("Ban số 35, ngày 35", ["ngày 35"]),
        ("trước ngày 05 hằng tháng, 8 giờ 30, 14 giờ", ["ngày 5", "8 giờ 30", "14 giờ 00"]),
        ("Buổi 3, 45 phút", ["buổi 3", "45 phút"]),
        ("Trung ương 5", ["5"]),
        ("hơn 1.234,50 tấn, 98,7%", ["hơn 1234,50", "98,7"]),
    ],
)
def test_numbers_of_a_text(text, expected):
    assert list(numbers(text, ["Ban số 35"])) == expected


@pytest.mark.parametrize(
    "number",
    [
        "hơn 12500", "3", "90", "28/2/2023", "1-KH/XX", "2014", "30/10", "10/2025", "tháng 10", "buổi 2",
        "45 phút", "2",
    ],
)  # fmt: skip
def test_what_stands_in_the_data_is_known(course, number):
    assert number in known(course)


@pytest.mark.parametrize(
    "number",
    ["12500", "12.500", "hơn 3", "12600", "27/2/2023", "2-KH/XX", "2019", "29/10", "buổi 3", "100 phút", "tháng 12"],
)  # fmt: skip
def test_what_stands_nowhere_in_the_data_is_not_known(course, number):
    assert number not in known(course)


def test_a_course_needs_no_book(tmp_path):
    course = read(bare_course(tmp_path))
    assert course.book is None
    # What gave this number a source, a correction, is left out too.
    assert {fault.value for fault in have_a_source(material.read(course))} == {"4"}
