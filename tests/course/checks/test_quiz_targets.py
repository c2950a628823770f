"""A course is held to what it wants of its quiz, and a figure loses its "hơn" only where that is the question."""

from __future__ import annotations

import pytest

from tests.course.breaking import complaints, data, rules

# The small course has 16 questions; all of them ask for facts.
MISSED = {
    "too few questions": ({"questions": 17}, "must be 17 questions or more in all, got 16"),
    "too few that ask for more than recall": (
        {"deeper": 10},
        "10% of the 16 questions or more must ask for understanding or application; now: application 1, fact 15, got 1",
    ),
}


@pytest.mark.parametrize(("targets", "said"), MISSED.values(), ids=MISSED)
def test_a_course_below_its_own_targets_is_told_the_counts(tmp_path, targets, said):
    deeper = data("questions/buoi-mot.yml", "asks_for: fact", "asks_for: application")
    assert complaints(tmp_path / "khoa", deeper, rules(quiz_targets=targets)) == [
        f"questions/: all sessions: {said}"
    ]


def test_too_many_questions_for_wording_or_order_are_counted(tmp_path):
    edits = [data(f"questions/{name}.yml", "asks_for: fact", f"asks_for: {asked}")
             for name, asked in (("buoi-mot", "wording"), ("buoi-hai", "order"))]  # fmt: skip
    targets = {"wording_or_order": 12}
    assert complaints(tmp_path / "khoa", *edits, rules(quiz_targets=targets)) == [
        "questions/: all sessions: 12% of the 16 questions or fewer may ask for wording or order; "
        "now: fact 14, order 1, wording 1, got 2"
    ]


def test_targets_that_are_met_pass(tmp_path):
    targets = {"questions": 16, "deeper": 0, "wording_or_order": 0}
    assert complaints(tmp_path / "khoa", rules(quiz_targets=targets)) == []


def test_a_figure_may_lose_its_more_than_where_the_slip_is_asked_for(tmp_path):
    bank, wrong = "questions/buoi-mot.yml", "{text: Ý hai, correct: false"
    edits = [
        data(bank, "Câu 1 hỏi gì?", "“{fact:nguoi:thieu} người” thiếu gì?"),
        data(bank, wrong, "{text: 'Gần {fact:nguoi:thieu}', correct: false"),
    ]
    said = complaints(tmp_path / "khoa", *edits)
    assert [one for one in said if "lose" in one] == []


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ("Nguồn nói như vậy.", "explanation"),
        ("Lý do một.", "options[1] > reason"),
        ("{text: Ý một", "options[1] > text"),
    ],
)
def test_a_figure_that_lost_its_more_than_elsewhere_is_named(tmp_path, old, place):
    new = "{text: 'Có {fact:nguoi:thieu}'" if old.startswith("{") else "'Có {fact:nguoi:thieu}.'"
    said = complaints(tmp_path / "khoa", data("questions/buoi-mot.yml", old, new))
    assert (
        f"questions/buoi-mot.yml: q-01 > {place}: a figure may lose its “hơn” only in a question's prompt or wrong "
        "option; write {fact:nguoi:so}, got '{fact:nguoi:thieu}'"
    ) in said


@pytest.mark.parametrize("name", ["khong-co", "q-02"])
def test_a_place_to_read_again_that_no_page_has_is_named(tmp_path, name):
    see = data("questions/buoi-mot.yml", "asks_for: fact", f"asks_for: fact\n    see: {name}")
    assert (
        "questions/buoi-mot.yml: q-01 > see: must be the name of a place on a page, to which readers are led back, "
        f"got {name!r}"
    ) in complaints(tmp_path / "khoa", see)


@pytest.mark.parametrize("name", ["mot", "bai-hoc", "sach-phan-mot", "doc-kh-1"])
def test_a_place_to_read_again_passes(tmp_path, name):
    see = data("questions/buoi-mot.yml", "asks_for: fact", f"asks_for: fact\n    see: {name}")
    assert complaints(tmp_path / "khoa", see) == []
