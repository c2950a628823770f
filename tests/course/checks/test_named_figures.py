"""What ``kit check`` says of a figure that is another than that of what stands beside it."""

from __future__ import annotations

import pytest

from tests.course.breaking import Edit, cell, complaints, data

BESIDE = "a figure in a row must be that of what the row names: {figure} ({fact}), named as {name}"
PLACE = "notebooks/01-buoi-mot.ipynb: cell 14 (buoi-mot-bai-hoc-1)"
PEOPLE = BESIDE.format(figure="hơn 12.500 người", fact="Số người", name="{fact:nguoi}")
PUPILS = BESIDE.format(figure="hơn 300 người", fact="Số người đã học", name="{fact:hoc-vien}")


def table(*rows: str, head: str = "| Nội dung | Số lượng |") -> Edit:
    """Return an edit that lets a cell show a table."""
    lines = "\n".join([head, "| --- | --- |", *rows])
    return cell("01-buoi-mot.ipynb", "bai-hoc-1", source=f'lesson.cards("bai-hoc", """{lines}""")')


WRONG = {
    "the figure of another row": (
        table("| Số người | hơn 12.500 |", "| Số người đã học | hơn 12.500 |"), [f"{PLACE}: {PUPILS}, got 'hơn 12500'"],
    ),
    "a size of the course": (table("| Số người | 3 |"), [f"{PLACE}: {PEOPLE}, got '3'"]),
    "a reference to another figure": (table("| Số người | {fact:hoc-vien} |"), [f"{PLACE}: {PEOPLE}, got 'hơn 300'"]),
    "below the head of a column": (
        table("| Cả xã | hơn 300 |", head="| Nơi | Số người |"), [f"{PLACE}: {PEOPLE}, got 'hơn 300'"],
    ),
    "in other words": (table("| Người đã theo học, số | hơn 12.500 |"), [f"{PLACE}: {PUPILS}, got 'hơn 12500'"]),
    "a pair of a question": (
        data("questions/buoi-mot.yml", "left: Trái một, right: Phải một", "left: Số người, right: hơn 300"),
        [f"questions/buoi-mot.yml: q-06 > pairs[1]: {PEOPLE}, got 'hơn 300'"],
    ),
    "a number of another unit": (
        [data("facts.csv", "hoc-vien,", "to,Số tổ,4,exact,tổ học tập,,nguon,mục 2,4 tổ học tập,\nhoc-vien,"),
         data("outline.yml", "Hiểu thêm bài thứ hai.", "Có 3 tổ học tập.")],
        ["outline.yml: bai-hoc > hai > commentary: a number of tổ học tập must be one of facts.csv: 4; "
         "name it as {fact:id}, got '3'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "messages"), WRONG.values(), ids=WRONG)
def test_a_figure_of_something_else_is_named(tmp_path, edits, messages):
    edits = edits if isinstance(edits, list) else [edits]
    assert complaints(tmp_path / "course", *edits) == messages


RIGHT = {
    "their figures": table("| Số người | hơn 12.500 |", "| Số người đã học | {fact:hoc-vien} |"),
    "rows that are numbered": table("| 1 | hơn 12.500 |", "| 2 | hơn 300 |", head="| TT | Số lượng |"),
    "a year, a day and a document beside it": table("| Số người ngày 28/02/2023, năm 2014 | hơn 12.500 |"),
    "two figures, each with its unit": table(
        "| Số người | hơn 12.500 người, trong đó hơn 300 người đã học |"
    ),
    "a row that names no figure": table("| Chuyện khác | 3 |"),
}


@pytest.mark.parametrize("edit", RIGHT.values(), ids=RIGHT)
def test_a_table_of_right_figures_is_in_order(tmp_path, edit):
    assert complaints(tmp_path / "course", edit) == []
