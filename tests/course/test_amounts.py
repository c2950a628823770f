"""Figures as sources give them: with decimals, in per cent, spelt, or in words alone; on every way to the reader."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from charts import figures
from charts.frames import facts
from course import load, number_words, resolve
from course.figures import Row
from tests.course.breaking import complaints, data
from widgets.flashcards.flashcards import cards

# Other figures in place of the small course's.
SHARE = ("facts.csv", 'nguoi,Số người,12500,over,người,,nguon,mục 2,"hơn 12.500 người, cả xã",',
         'nguoi,Tỷ lệ,"98,75",over,%,,nguon,mục 2,"đạt hơn 98,75%",')  # fmt: skip
PART = ("facts.csv", "hoc-vien,Số người đã học,300,over,người,,nguon,mục 2,hơn 300 người đã học,",
        'hoc-vien,Tỷ lệ đã học,"7,5",exact,%,,nguon,mục 2,"7,5% đã học",')  # fmt: skip
WORDS = (
    "facts.csv",
    "300,over,người,,nguon,mục 2,hơn 300 người",
    "hàng nghìn,exact,người,,nguon,mục 2,Hàng nghìn người",
)
# The small course asks for one of these to be typed.
ASKED = [(f"questions/buoi-{name}.yml", "answer: nguoi", "answer: so-bai") for name in ("mot", "hai")]


def edited(data_folder: Path, *edits: tuple[str, str, str]) -> Path:
    for file, old, new in edits:
        path = data_folder / file
        assert old in path.read_text("utf-8"), f"{file} no longer holds {old!r}; mend the test"
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return data_folder.parent


def test_decimals_and_per_cent_are_read_written_drawn_and_asked(data: Path) -> None:
    course = load(edited(data, SHARE, PART, *ASKED))
    assert course.facts["nguoi"].value == Decimal("98.75")
    assert resolve(course, "{fact:nguoi}, {fact:hoc-vien:so}") == "hơn 98,75%, 7,5"
    frame = facts(course, [Row(fact="nguoi"), Row(fact="hoc-vien")])
    assert list(frame["value"]) == [98.75, 7.5]
    figure = figures.figure(course, "so-nguoi")
    assert [row[1] for row in figure.rows] == ["hơn 98,75%", "7,5%"]
    assert [bar.value for bar in figure.bars] == [98.75, 7.5]
    assert "98,75" in figure.states[0].wide
    assert any("98,75%" in str(card) for card in cards(course))


def test_a_number_with_decimals_needs_its_source_as_a_whole(tmp_path: Path) -> None:
    said = "Đạt hơn 98,75% và 98,7%."
    edits = [
        data(*SHARE),
        data(*PART),
        *(data(*one) for one in ASKED),
        data("outline.yml", "Giải thích bài thứ hai.", said),
    ]
    found = [one for one in complaints(tmp_path / "course", *edits) if "a number must have its source" in one]
    assert [one.rpartition("got ")[2] for one in found if "outline" in one] == ["'98,7'"]


def test_words_of_the_source_are_told_and_not_drawn(data: Path, complaint) -> None:
    message = complaint(*WORDS)
    assert message == (
        "figures.yml: so-nguoi > rows[2] > fact: must be the fact of a number; words cannot be drawn, got 'hoc-vien'"
    )
    row = ("figures.yml", "    - {fact: hoc-vien, label: Người đã học, parent: nguoi}\n", "")
    course = load(edited(data, row))
    assert resolve(course, "Có {fact:hoc-vien} học.") == "Có hàng nghìn người học."


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([("facts.csv", "12500", "12.5")],
         "facts.csv: row 7 (nguoi) > value: must be digits with no dots, and a comma before decimals, or the source's "
         "words, got '12.5'"),
        ([("facts.csv", "Số bài,3,", 'Số bài,"3,5",'), ("facts.csv", "gồm 03 bài", '"gồm 3,5 bài"')],
         "outline.yml: bai-hoc > stated_count: must be a fact that is a whole number; ask for other figures in a "
         "single-choice question, got 'so-bai'"),
        ([ASKED[0], SHARE, PART], "questions/buoi-hai.yml: r-04 > answer: must be a fact that is a whole number; "
         "ask for other figures in a single-choice question, got 'nguoi'"),
        ([SHARE, PART, *ASKED, ("figures.yml", "kind: bars", "kind: equal-cells, unit: người")],
         "figures.yml: so-nguoi > thanh: equal-cells can draw whole numbers alone, got '98,75'"),
        ([("facts.csv", "Số người,12500", "Số người,12")],
         "facts.csv: row 7 (nguoi): value 12 must stand in the evidence, which reads 'hơn 12.500 người, cả xã'"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named(complaint, data: Path, edits, message) -> None:
    *before, last = edits
    edited(data, *before)
    assert complaint(*last) == message


@pytest.mark.parametrize(
    ("value", "ways"),
    [
        (0, ["không"]), (5, ["năm"]), (10, ["mười"]), (15, ["mười lăm", "mười nhăm"]), (21, ["hai mươi mốt"]),
        (24, ["hai mươi tư", "hai mươi bốn"]), (105, ["một trăm linh năm", "một trăm lẻ năm"]),
        (110, ["một trăm mười"]),
        (1000, ["một nghìn", "một ngàn"]), (2005, ["hai nghìn không trăm linh năm", "hai nghìn không trăm lẻ năm"]),
        (167700, ["một trăm sáu mươi bảy nghìn bảy trăm"]), (3000000, ["ba triệu"]),
        (1000000000, ["một tỷ", "một tỉ"]),
    ],
)  # fmt: skip
def test_a_number_may_be_spelt(value: int, ways: list[str]) -> None:
    assert all(re.fullmatch(number_words.pattern(value), way) for way in ways)


def test_evidence_may_spell_the_number(data: Path) -> None:
    course = load(edited(data, ("facts.csv", "gồm 03 bài", "Gồm ba bài học"), ("facts.csv", "300,over", "24,over"),
                         ("facts.csv", "hơn 300 người", "hơn hai mươi tư người")))  # fmt: skip
    assert (course.facts["so-bai"].value, course.facts["hoc-vien"].value) == (3, 24)
