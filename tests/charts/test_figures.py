"""The figures of a course: states, words, table, values, sources and notes belong together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charts import figures
from course import load
from tests.charts import samples
from tests.courses import SMALL, shipped

ROOT = Path(__file__).parents[2]
COURSE = shipped()
NAMES = figures.names(COURSE)
ROWS = [{"fact": "nguoi"}, {"fact": "hoc-vien", "parent": "nguoi"}]
BARS = {"id": "thanh", "label": "Thanh", "kind": "bars"}


def test_a_figure_is_made_from_what_its_course_says() -> None:
    made = figures.figure(load(SMALL), "so-nguoi")
    assert (made.title, made.caption) == ("Số người học", "Đã có hơn 300 người học.")
    assert [(state.name, state.label) for state in made.states] == [("thanh", "Thanh")]
    assert made.columns == ("Nội dung", "Con số", "Nguồn")
    assert made.rows == (
        ("Người trong xã", "hơn 12.500 người", "Nguồn thử, mục 2"),
        ("Người đã học", "hơn 300 người", "Nguồn thử, mục 2"),
    )
    assert made.sources == ("Nguồn thử, mục 2",) and made.notes == ()


def test_a_figure_of_facts_has_their_values() -> None:
    made = figures.figure(load(SMALL), "so-nguoi")
    assert made.bars == (
        figures.Bar("Người trong xã", 12500, "hơn 12.500"), figures.Bar("Người đã học", 300, "hơn 300"),
    )  # fmt: skip


def test_a_course_without_figures_has_the_years_of_its_plans() -> None:
    course = samples.course()
    assert figures.names(course) == ["nam-cong-tac-ke-hoach"]
    made = figures.figure(course, "nam-cong-tac-ke-hoach")
    assert (made.title, made.kind, made.bars) == ("Lịch đợt sinh hoạt: Kế hoạch thử", "timeline", ())
    assert made.slide_alts == {
        "nam": "Đường mười hai tháng có đánh dấu các mốc. Sơ kết, kiểm điểm: Tháng 10/2025."
    }
    assert made.rows == (("Tháng 10/2025", "Sơ kết", "Nguồn thử, mục 3"),)


def test_parts_of_the_book_and_facts_share_a_table() -> None:
    rows = [{"fact": "so-bai", "group": "Phần thứ nhất"}]
    states = [
        {"id": "trang", "label": "Trang", "kind": "book-pages"},
        {"id": "bai", "label": "Bài", "kind": "counted-cells", "each": "Mỗi ô là một bài."},
    ]
    columns = ["Phần", "Nội dung", "Số", "Nguồn"]
    course = samples.course({"id": "thu", "rows": rows, "states": states, "columns": columns})
    made = figures.figure(course, "thu")
    assert [row[:3] for row in made.rows] == [
        ("Phần thứ nhất", "Phần đầu", "trang 1–40"),
        ("Phần thứ hai", "Phần sau", "trang 41–90"),
        ("Phần thứ nhất", "Số bài", "3 bài"),
    ]
    assert made.bars == (), "pages and counts are no values of one scale"
    assert made.notes == ("Nguồn ghi 3 bài, chỗ khác ghi bốn bài.",)


def test_years_show_the_notes_on_their_facts() -> None:
    state = {
        "id": "nam", "label": "Năm", "kind": "book-years",
        "meetings": {"fact": "so-bai"}, "speeches": {"fact": "nguoi", "label": "Bài nói {count:bai-hoc}"},
    }  # fmt: skip
    made = figures.figure(samples.course({"id": "thu", "states": [state]}), "thu")
    assert [row[:2] for row in made.rows] == [("2013–2022", "3 số bài"), ("2014", "Bài nói 3")]
    assert made.notes == ("Nguồn ghi 3 bài, chỗ khác ghi bốn bài.",)


def test_references_in_words_for_the_chart_are_put_in() -> None:
    state = BARS | {"hint": "Trong {fact:so-bai}."}
    made = figures.figure(samples.course({"id": "thu", "rows": ROWS, "states": [state]}), "thu")
    assert "Trong 3 bài." in made.states[0].wide


def test_an_unknown_figure_is_refused_with_those_that_exist() -> None:
    with pytest.raises(
        LookupError, match=r"no figure 'khong-co'; there are: so-nguoi, nam-cong-tac-ke-hoach"
    ):
        figures.figure(load(SMALL), "khong-co")


def test_a_figure_is_drawn_once() -> None:
    course = samples.course({"id": "thu", "rows": ROWS, "states": [BARS]})
    assert figures.figure(course, "thu") is figures.figure(course, "thu")


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_complete(name: str) -> None:
    spec = figures.figure(COURSE, name)
    assert spec.title and spec.caption and spec.sources and spec.rows
    assert all(len(row) == len(spec.columns) for row in spec.rows)
    for state in spec.states:
        drawings = {state.wide, state.narrow, state.slim}
        assert len(drawings) == 3 and all(drawing.startswith("<svg") for drawing in drawings)
        assert state.alt.endswith(".")


@pytest.mark.parametrize("name", ["ky-luat", "can-bo-tw", "the-che"])
def test_more_than_is_in_table_values_and_words(name: str) -> None:
    spec = figures.figure(COURSE, name)
    bounds = [cell for row in spec.rows for cell in row if cell.startswith("hơn ")]
    # What is drawn as areas has no bars.
    assert bounds and [bar.shown for bar in spec.bars if bar.shown.startswith("hơn ")] == [
        " ".join(bound.split()[:2]) for bound in bounds if spec.bars
    ]
    for state in spec.states:
        for bound in bounds:
            assert " ".join(bound.split()[:2]) in state.alt
    assert "10 năm qua”" in spec.caption and "Kế hoạch của Huyện ủy Văn Bàn" in spec.caption


def test_figures_show_the_notes_that_touch_them() -> None:
    assert figures.figure(COURSE, "sach").notes == (), "the text beside it has the note on its pages"
    assert any("106 năm" in note for note in figures.figure(COURSE, "nam-cong-tac-van-ban").notes)
    assert any("8/2025" in note for note in figures.figure(COURSE, "nam-cong-tac-thi-uy").notes)


@pytest.mark.parametrize("name", NAMES)
def test_slides_have_a_drawing_of_every_state_in_words(name: str) -> None:
    spec = figures.figure(COURSE, name)
    assert list(spec.slides) == list(spec.slide_alts) == [state.name for state in spec.states]
    # What a slide has room for below a title of one line; the ways that are chosen on it are made smaller.
    assert int(re.search(r'viewBox="0 0 880 (\d+)"', spec.slides[spec.states[0].name])[1]) <= 421


def test_what_a_plan_tells_apart_is_not_drawn_as_a_part_on_a_slide() -> None:
    apart = COURSE.facts["hinh-su"].label
    for name in ("ky-luat", "can-bo-tw"):
        spec = figures.figure(COURSE, name)
        first = spec.states[0].name
        assert "bar:hinh-su" not in spec.slides[first] and "37" not in spec.slide_alts[first]
        assert apart not in [bar.label for bar in spec.bars]


def test_no_word_or_name_of_the_course_stands_in_the_code_of_charts() -> None:
    files = [*(ROOT / "charts").glob("*.py"), *(ROOT / "widgets" / "figure_explorer").glob("*.*")]
    code = {path.name: path.read_text("utf-8") for path in files}
    ids = {f'"{name}"' for name in (*COURSE.figures, *COURSE.facts, *COURSE.plans)}
    words = set()
    for entry in COURSE.figures.values():
        words |= {entry.title, entry.caption}
        for state in entry.states:
            given = state.model_dump(exclude={"id", "label", "kind", "unit"})
            words |= {text for text in given.values() if isinstance(text, str) and text}
    assert len(words) > 15
    assert [(name, found) for name, text in code.items() for found in (ids | words) if found in text] == []
