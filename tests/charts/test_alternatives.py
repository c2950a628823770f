"""What a chart shows, in words."""

from __future__ import annotations

import pytest

from charts import alternatives
from tests.charts.samples import DIVIDED, GROUPED, PARTS

SAID = {
    "areas": (
        alternatives.areas(GROUPED),
        "Các hình vuông có diện tích theo đúng tỷ lệ: trong hơn 400 người có hơn 50 người; trong đó có 5 người. "
        "Nêu riêng: 100 người.",
    ),
    "a whole and its parts": (
        alternatives.whole_and_parts(DIVIDED, each="Mỗi ô là một người.", overlap="có thể trùng nhau"),
        "Mỗi ô là một người. Trong hơn 50 người có 8 người và 3 người; có thể trùng nhau. Nêu riêng: 7 người.",
    ),
    "a whole and its parts alone": (
        alternatives.whole_and_parts(DIVIDED.iloc[:3], each="Mỗi ô là một người."),
        "Mỗi ô là một người. Trong hơn 50 người có 8 người và 3 người.",
    ),
    "counted cells": (
        alternatives.counted_cells(GROUPED, each="Mỗi ô là một người."),
        "Mỗi ô là một người. Nhóm một có 100 người; Nhóm hai có hơn 400 người, hơn 50 người và 5 người.",
    ),
    "four parts of a book": (
        alternatives.book_pages(PARTS),
        "Bốn thanh nối tiếp nhau trên trục số trang: Phần a, trang; Phần b, trang; Phần c, trang; Phần d, trang. "
        "Phần a dài nhất.",
    ),
    "a book of one part": (
        alternatives.book_pages(PARTS.iloc[:1]),
        "Một thanh trên trục số trang: Phần a, trang.",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_chart_is_told_in_words(name: str) -> None:
    said, wanted = SAID[name]
    assert said == wanted
