"""What ``kit check`` says of answers that no longer say what the data says."""

from __future__ import annotations

import pytest

from tests.course.breaking import Edit, complaints, data

RULE = (
    "the date must be one that the data gives at {place}, or elsewhere in the same source for a reason; mend the text, "
    "or the date in the data"
)
# The report of the plan is due before 30/10 (mục 3), the document is of 28/02/2023 (mục 1).
OTHER = "- {id: khac, title: Khác, short: Nguồn khác, issuer: Nơi khác, file: khac.txt}\n"


def right(text: str, place: str) -> list[Edit]:
    """Return edits that give the first question another right option, and another place."""
    return [
        data("questions/buoi-mot.yml", "text: Ý một", f"text: {text}"),
        data("questions/buoi-mot.yml", "place: mục 2", f"place: {place}"),
    ]


def q01(date: str, place: str, field: str = "options[1] > text") -> str:
    return f"questions/buoi-mot.yml: q-01 > {field}: {RULE.format(place=place)}, got {date!r}"


CASES = {
    "the date of another place": (right("Trước ngày 30/10", "mục 2"), [q01("30/10", "mục 2")]),
    "a date that the plan has given up": (
        [
            data("plans/ke-hoach.yml", "Trước ngày 30/10 hằng năm, day: 30", "Trước ngày 25/10 hằng năm, day: 25"),
            *right("Trước ngày 28/02", "mục 3"),
        ],
        [q01("28/2", "mục 3")],
    ),
    "an explanation": (
        [data("questions/buoi-mot.yml", "explanation: Nguồn nói như vậy.", "explanation: Hạn là ngày 28/02/2023.")],
        [q01("28/2/2023", "mục 2", "explanation")],
    ),
    "the source of a reason": (
        [
            data("sources.yml", "- id: nguon\n", OTHER + "- id: nguon\n"),
            data("questions/buoi-mot.yml", "source: nguon", "source: khac"),
            data("questions/buoi-mot.yml", "Lý do hai.", "Hạn là ngày 30/10."),
        ],
        [q01("30/10", "mục 2", "options[2] > reason")],
    ),
    "an answer": (
        [data("qa.yml", "answer: ", "answer: Hạn là ngày 30/10. ")],
        [f"qa.yml: hoi-1 > answer: {RULE.format(place='mục 2')}, got '30/10'"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edits", "messages"), CASES.values(), ids=CASES)
def test_a_date_at_odds_with_what_is_cited_is_named(tmp_path, edits, messages):
    assert complaints(tmp_path / "course", *edits) == messages


FINE = {
    "at its place": right("Trước ngày 30/10", "mục 3"),
    "at a part of it": right("Trước ngày 30/10", "mục 3.1"),
    "at a place that names no part": right("Trước ngày 30/10", "cả kế hoạch"),
    "of a source that the text names": right("Trước ngày 30/10 theo Nguồn thử", "mục 2"),
    "in a reason": [data("questions/buoi-mot.yml", "Lý do hai.", "Ngày 30/10 là hạn của việc khác.")],
    "in a wrong option": [data("questions/buoi-mot.yml", "text: Ý hai", "text: Trước ngày 30/10")],
}


@pytest.mark.parametrize("edits", FINE.values(), ids=FINE)
def test_a_date_of_what_is_cited_is_in_order(tmp_path, edits):
    assert complaints(tmp_path / "course", *edits) == []
