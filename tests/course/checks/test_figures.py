"""Rules for the charts of a course: what is wrong in figures.yml is named with place, rule and value."""

from __future__ import annotations

import pytest

from course import ContentError, load
from tests.courses import bare_course

STATE = "{id: thanh, label: Thanh, kind: bars}"
ROWS = """  rows:
    - {fact: nguoi, label: Người trong xã}
    - {fact: hoc-vien, label: Người đã học, parent: nguoi}
"""
YEARS = "{id: nam, label: Năm, kind: book-years, meetings: {fact: so-bai}, speeches: {fact: so-bai, label: Bài nói}}"


def state(rest: str) -> tuple[str, str]:
    """Return an edit that gives the one state another kind, with what belongs to it."""
    return STATE, f"{{id: thanh, label: Thanh, kind: {rest}}}"


def rows(*entries: str) -> tuple[str, str]:
    """Return an edit that gives the figure other rows."""
    return ROWS, "\n".join(["  rows:", *(f"    - {{{entry}}}" for entry in entries), ""])


BROKEN = {
    "an unknown kind": (
        *state("pies"),
        "so-nguoi > states > thanh > kind: must be one of 'bars', 'log-dots', 'areas', 'whole-and-parts', "
        "'equal-cells', 'counted-cells', 'book-pages', 'book-years', got 'pies'",
    ),
    "no kind": (", kind: bars", "", "so-nguoi > states > thanh > kind: this field is required"),
    "a word of another kind": (
        *state("log-dots, hint: Cách đọc."),
        "so-nguoi > states > thanh > hint: unknown field; check its spelling, got 'Cách đọc.'",
    ),
    "a word that the kind needs": (
        *state("counted-cells"), "so-nguoi > states > thanh > each: this field is required",
    ),
    "no caption": ("  caption: Đã có {fact:hoc-vien} học.\n", "", "so-nguoi > caption: this field is required"),
    "no state": ("states:\n    - " + STATE, "states: []", "so-nguoi > states: must have 1 or more entries, it has 0"),
    "a renamed fact": (
        "fact: hoc-vien,", "fact: hoc-sinh,",
        "so-nguoi > rows[2] > fact: must be an id in facts.csv, got 'hoc-sinh'",
    ),
    "a renamed fact in the caption": (
        "{fact:hoc-vien}", "{fact:hoc-sinh}", "so-nguoi > caption: no such fact: 'hoc-sinh'",
    ),
    "a renamed fact of the book": (
        ROWS + "  states:\n    - " + STATE, "  states:\n    - " + YEARS.replace("{fact: so-bai}", "{fact: so}"),
        "so-nguoi > nam > meetings > fact: must be an id in facts.csv, got 'so'",
    ),
    "an unknown correction": (
        "columns:", "notes: [lech]\n  columns:", "so-nguoi > notes: must be an id in corrections.yml, got 'lech'",
    ),
    "an unknown parent": (
        "parent: nguoi", "parent: xa", "so-nguoi > rows[2] > parent: must be the fact of a row above, got 'xa'",
    ),
    "a parent below": (
        *rows("fact: hoc-vien, parent: nguoi", "fact: nguoi"),
        "so-nguoi > rows[1] > parent: must be the fact of a row above, got 'nguoi'",
    ),
    "a whole smaller than its part": (
        *rows("fact: hoc-vien", "fact: nguoi, parent: hoc-vien"),
        "so-nguoi > rows[2] > parent: must not be smaller than its part, 12500, got 300",
    ),
    "a fact twice": (
        *rows("fact: nguoi", "fact: nguoi"), "so-nguoi > rows[2] > fact: must not stand twice, got 'nguoi'",
    ),
    "a row without a group beside one with": (
        *rows("fact: nguoi, group: Xã", "fact: hoc-vien"),
        "so-nguoi > rows[2] > group: is required, as for the other rows or by the kind",
    ),
    "rows without the groups that the kind draws": (
        *state("counted-cells, each: Mỗi ô là một người."),
        "so-nguoi > rows[1] > group: is required, as for the other rows or by the kind",
    ),
    "no rows": (ROWS, "", "so-nguoi > rows: must name the facts that bars draws"),
    "rows that no state draws": (
        *state("book-pages"), "so-nguoi > rows: must be left out where no state draws them",
    ),
    "years beside another state": (
        STATE, f"{STATE}\n    - {YEARS}", "so-nguoi > states: book-years must be the only one, got 2",
    ),
    "two states of one id": (
        STATE, f"{STATE}\n    - {STATE}", "so-nguoi > states: ids must be unique in their list, got 'thanh'",
    ),
    "a head too few": (
        "Con số, ", "",
        "so-nguoi > columns: must have a head for each of: what, how many, source, got ['Nội dung', 'Nguồn']",
    ),
    "the id of a plan's year": (
        "id: so-nguoi", "id: nam-cong-tac-ke-hoach",
        "nam-cong-tac-ke-hoach: is the id of the chart of a plan's year; choose another",
    ),
    "areas without a whole": (
        STATE + "\n", STATE.replace("bars", "areas") + "\n", "so-nguoi > thanh: areas needs a row with a parent",
    ),
    "too many squares": (
        *state("whole-and-parts, each: Mỗi ô là một người."),
        "so-nguoi > thanh: can draw 1000 squares for a fact at most, got 12500",
    ),
    "a log scale without a length": (
        *state("log-dots"), "so-nguoi > thanh: log-dots needs a value of 2 or more, got 1",
    ),
}  # fmt: skip
# Faults that show only when the rows are other ones too.
ROWS_FIRST = {
    "areas without a whole": rows("fact: nguoi"),
    "a log scale without a length": rows("fact: trang-dau"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_figure_is_named_with_place_rule_and_value(complaint, data, name):
    old, new, message = BROKEN[name]
    if name in ROWS_FIRST:
        path = data / "figures.yml"
        path.write_text(path.read_text("utf-8").replace(*ROWS_FIRST[name]), "utf-8")
    assert complaint("figures.yml", old, new) == f"figures.yml: {message}"


def test_a_whole_with_two_facts_inside_it_has_no_areas(complaint, data):
    path = data / "figures.yml"
    path.write_text(path.read_text("utf-8").replace("kind: bars", "kind: areas"), "utf-8")
    assert load(data.parent).figures
    edit = rows("fact: nguoi", "fact: hoc-vien, parent: nguoi", "fact: so-bai, parent: nguoi")
    assert complaint("figures.yml", *edit) == (
        "figures.yml: so-nguoi > thanh: areas draws one whole, one row inside it, and that row's parts, "
        "got {'hoc-vien': 'nguoi', 'so-bai': 'nguoi'}"
    )


def test_two_wholes_are_not_drawn_as_one(complaint, data):
    path = data / "figures.yml"
    text = path.read_text("utf-8").replace(STATE, state("whole-and-parts, each: Mỗi ô là một người.")[1])
    path.write_text(text, "utf-8")
    edit = rows("fact: nguoi", "fact: hoc-vien, parent: nguoi", "fact: so-bai, parent: hoc-vien")
    assert complaint("figures.yml", *edit) == (
        "figures.yml: so-nguoi > thanh: whole-and-parts draws one whole and its parts, "
        "got {'hoc-vien': 'nguoi', 'so-bai': 'hoc-vien'}"
    )


def test_what_the_book_does_not_hold_is_not_drawn(complaint, data):
    path = data / "figures.yml"
    text = path.read_text("utf-8").replace(ROWS, "").replace(STATE, YEARS)
    path.write_text(text, "utf-8")
    assert complaint(
        "book.yml", "speeches:\n  - {year: 2014, source: nguon, place: mục 1}", "speeches: []"
    ) == ("figures.yml: so-nguoi > states: book-years needs speeches in book.yml")


def test_without_a_book_nothing_of_it_is_drawn(tmp_path):
    folder = bare_course(tmp_path / "course")
    path = folder / "data" / "figures.yml"
    path.write_text(path.read_text("utf-8").replace(ROWS, "").replace(STATE, YEARS), "utf-8")
    with pytest.raises(ContentError) as caught:
        load(folder)
    rule = "book-years draws the book, and the course has no book.yml"
    assert str(caught.value) == f"figures.yml: so-nguoi > states: {rule}"


def test_a_course_may_have_no_figures_of_its_own(data):
    (data / "figures.yml").unlink()
    assert load(data.parent).figures == {}
