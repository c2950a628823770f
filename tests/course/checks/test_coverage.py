"""What ``kit check`` says of content that no session shows, and of cells that name what there is not."""

from __future__ import annotations

import pytest

from tests.course.breaking import cell, complaints, data, without

ONE, TWO = "01-buoi-mot.ipynb", "02-buoi-hai.ipynb"
SAYS = "notebooks/01-buoi-mot.ipynb: code cells:"
BOOK = "must be shown: a notebook must call lesson."
NAMES = {
    "cards": ("outline.yml; there are: bai-hoc, nhiem-vu", "an id"),
    "part": ("book.yml; there are: phan-mot, phan-hai", "an id"),
    "recap": ("sessions.yml; there are: buoi-mot, buoi-hai", "an id"),
    "notes": ("sessions.yml; there are: mot-viec", "an id"),
    "quote": ("outline.yml; there are: mot", "a point with a quote"),
}
CASE = (
    "  case: {title: Một việc, story: Một việc xảy ra., ask: Làm gì?, back: Bây giờ làm gì?, "
    "choices: [{text: Làm., says: Xong.}, {text: Chờ., says: Chậm.}]}\n"
)
CASES = {
    "a case that is not shown": (
        data("sessions.yml", "  minutes: 45\n", f"  minutes: 45\n{CASE}"),
        [f"{SAYS} must call lesson.case() right after lesson.goals(), for sessions.yml has 'case'",
         f"{SAYS} must call lesson.discussion() right after lesson.case_again(), for sessions.yml has 'case'"],
    ),
    "steps for one person that are not shown": (
        data("sessions.yml", "steps: [Viết., Xếp., Đọc.],", "steps: [Viết., Xếp., Đọc.], alone: [Viết.],"),
        [f"{SAYS} must call lesson.alone() right after lesson.activity(), for sessions.yml has 'activity > alone'"],
    ),
    "a list of no session": (
        data("sessions.yml", "lists: [nhiem-vu]", "lists: []"),
        ["notebooks/02-buoi-hai.ipynb: code cells: must call lesson.cards for the `lists` of its session, in their "
         "order: [], got ['nhiem-vu']",
         "outline.yml: nhiem-vu: must stand in the `lists` of a session, and its cards in that notebook"],
    ),
    "a list that its session does not show": (
        without(ONE, "bai-hoc-1"),
        ["notebooks/01-buoi-mot.ipynb: code cells: must call lesson.cards for the `lists` of its session, in their "
         "order: ['bai-hoc'], got []"],
    ),
    "no overview of the book": (
        without(ONE, "cac-phan-1"),
        [f"book.yml: book: {BOOK}book()",
         f"{SAYS} one must call .book(), because the page's entry says `shows: book`",
         f"{SAYS} must call lesson.book(): the search leads there"],
    ),
    "no map of the book": (without(ONE, "sach-1"), [f"book.yml: book: {BOOK}book_map()"]),
    "a part of the book": (
        without(ONE, "cac-phan-3"),
        [f"book.yml: phan-hai: {BOOK}part('phan-hai')",
         f"{SAYS} must call lesson.part('phan-hai'): the search leads there"],
    ),
    "documents": (
        without(ONE, "nguon-1"),
        [f"documents.yml: all entries: {BOOK}documents()",
         f"{SAYS} one must call .documents(), because the page's entry says `shows: documents`",
         f"{SAYS} must call lesson.documents(): the search leads there"],
    ),
    "conflicts": (
        without(ONE, "nguon-2"), [f"corrections.yml: all entries: {BOOK}corrections() or tools.corrections()"],
    ),
    "slips": (without(ONE, "nguon-3"), [f"corrections.yml: all entries: {BOOK}slips() or tools.slips()"]),
    "a session that the review leaves out": (
        without(TWO, "nhac-lai-1"),
        ["notebooks/02-buoi-hai.ipynb: code cells: one must call .recap('buoi-mot'), because `reviews` in "
         "sessions.yml names it"],
    ),
    "a form that its session does not show": (
        without(ONE, "viec-1"),
        [f"{SAYS} one must call .notes('mot-viec'), because `commitments` in sessions.yml names it"],
    ),
    "a figure that its session does not show": (
        data("sessions.yml", "lists: [bai-hoc]", "lists: [bai-hoc]\n  figures: [la]"),
        [f"{SAYS} one must call .figure('la'), because `figures` in sessions.yml names it",
         "sessions.yml: buoi-mot > figures: must be an id in figures.yml, got 'la'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "messages"), CASES.values(), ids=CASES)
def test_a_broken_rule_is_named_with_place_and_value(tmp_path, edit, messages):
    assert complaints(tmp_path / "course", edit) == messages


@pytest.mark.parametrize("method", NAMES)
def test_a_name_that_is_not_there_is_answered_with_those_that_are(tmp_path, method):
    known, kind = NAMES[method]
    found = complaints(tmp_path / "course", cell(ONE, "thao-luan-1", source=f'lesson.{method}("la")'))
    place = "notebooks/01-buoi-mot.ipynb: cell 20 (buoi-mot-thao-luan-1)"
    assert f"{place}: lesson.{method} must name {kind} in {known}, got 'la'" in found
