"""Every number that a reader sees has a source: a figure, a date, a document, a size, a correction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.courses import shipped
from tests.numbers import Passage, in_content, in_javascript, in_notebooks, in_python, known, numbers, unknown

COURSE = shipped()
KNOWN = known(COURSE)


@pytest.mark.parametrize(
    "passages",
    [in_content(COURSE), in_notebooks(), in_python(), in_javascript()],
    ids=["content", "notebooks", "python", "javascript"],
)
def test_every_number_has_a_source(passages):
    found = list(passages)
    assert len(found) > 50, "the texts were not found"
    assert unknown(found, KNOWN) == []


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
        ("Ban Chỉ đạo 35, Hội nghị Trung ương 4 (khóa XIII)", []),
        ("Buổi 3, 45 phút", ["buổi 3", "45 phút"]),
        ("Trung ương 5", ["5"]),
    ],
)
def test_numbers_of_a_text(text, expected):
    assert list(numbers(text)) == expected


@pytest.mark.parametrize(
    "number",
    [
        "hơn 167700", "600", "8", "25/10/2021", "37-QĐ/TW", "25/1/2021", "2018", "2/9", "8/2025", "tháng 11",
        "buổi 8", "45 phút", "106",
    ],
)  # fmt: skip
def test_what_stands_in_the_data_is_known(number):
    assert number in KNOWN


@pytest.mark.parametrize(
    "number",
    [
        "167700",
        "167.700",
        "hơn 600",
        "168000",
        "26/10/2021",
        "38-QĐ/TW",
        "2019",
        "3/9",
        "buổi 9",
        "100 phút",
        "tháng 12",
    ],
)
def test_what_stands_nowhere_in_the_data_is_not_known(number):
    assert number not in KNOWN


def test_a_number_without_source_is_named_with_file_and_place():
    planted = [Passage("outline.yml", "bai-hoc > intro", "Có hơn 167.700 đảng viên và 12.345 người.")]
    assert unknown(planted, KNOWN) == ["outline.yml: bai-hoc > intro: 12345"]


def test_a_figure_that_lost_its_more_than_is_named():
    assert unknown([Passage("a", "b", "167.700 đảng viên")], KNOWN) == ["a: b: 167700"]


def test_notebooks_are_read_in_text_and_code(tmp_path: Path):
    cells = [
        {"cell_type": "markdown", "source": ["# Có 9.001\n", "và 9.002"]},
        {"cell_type": "code", "source": ['lesson.text("Có 9.003")\n', 'lesson.quote("kien-tri-3")']},
    ]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells}), "utf-8")
    assert unknown(in_notebooks(tmp_path), set()) == [
        "a.ipynb: cell 1: 9001",
        "a.ipynb: cell 1: 9002",
        "a.ipynb: cell 2: 9003",
    ]


def test_python_is_read_without_docstrings(tmp_path: Path):
    (tmp_path / "a.py").write_text(
        '"""Có 9.001."""\nA = "Có 9.002"\nB = f"Có {A} và 9.003"\nC = "x 9"\n', "utf-8"
    )
    assert unknown(in_python(tmp_path), set()) == ["a.py: line 2: 9002", "a.py: line 3: 9003"]


def test_javascript_is_read_without_comments(tmp_path: Path):
    lines = [
        '// "Có 9.001"', '/* "Có 9.002" */', 'const a = "Có\\u00a09.003";',
        "const b = `Có ${a[1]}", " và 9.004`;", "const c = 'Có 9.005';",
    ]  # fmt: skip
    (tmp_path / "a.js").write_text("\n".join(lines), "utf-8")
    assert unknown(in_javascript(tmp_path), set()) == [
        "a.js: line 3: 9003",
        "a.js: line 4: 9004",
        "a.js: line 6: 9005",
    ]
