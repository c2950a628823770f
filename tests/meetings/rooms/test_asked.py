from __future__ import annotations

import json

import pytest

from meetings.rooms.asked import BadAnswer, cleaned, counted
from tests.meetings.rooms.people import questions


@pytest.mark.parametrize("kind", ["single", "multiple", "boolean", "numeric", "ordering", "matching"])
def test_what_phones_read_holds_no_key(kind: str) -> None:
    one = questions()[kind]
    told = json.dumps(one.shown, ensure_ascii=False)
    for reason in [one.key["explanation"], one.key["cite"], *one.key["reasons"].values()]:
        assert reason not in told
    assert set(one.shown) == {"kind", "prompt", "hint", "options", "sides", "unit"}
    assert all(set(option) == {"sign", "text"} for option in one.shown["options"])
    # The right order and the right pairs do not stand in the order of what is shown.
    if kind == "ordering":
        assert [option["sign"] for option in one.shown["options"]] != one.key["right"]
    if kind == "matching":
        assert list(one.key["right"].values()) != [side["sign"] for side in one.shown["sides"]]


@pytest.mark.parametrize("kind", ["single", "multiple", "boolean", "ordering", "matching"])
def test_the_right_answer_counts_as_right(kind: str) -> None:
    one = questions()[kind]
    value = cleaned(one.shown, one.key["right"])
    wanted = one.key["right"] if kind in ("single", "multiple", "boolean") else ["right"]
    assert counted(one.shown, one.key, value) == wanted


@pytest.mark.parametrize(
    ("share", "word"), [(1.0, "right"), (1.09, "near"), (0.91, "near"), (1.2, "other"), (0.5, "other")]
)
def test_an_estimate_is_near_within_a_tenth(share: float, word: str) -> None:
    one = questions()["numeric"]
    typed = f"{one.key['right'] * share:.4f}".replace(".", ",")
    assert counted(one.shown, one.key, cleaned(one.shown, typed)) == [word]


@pytest.mark.parametrize(
    ("typed", "number"), [("167.700", 167_700), ("167 700", 167_700), ("12,5", 12.5), (" 7 ", 7)]
)
def test_numbers_are_read_as_they_are_written_here(typed: str, number: float) -> None:
    assert cleaned(questions()["numeric"].shown, typed) == number


BAD = {
    "single": [[], ["A", "B"], ["Z"], "A", [1], None, {"A": 1}, ["A", "A"]],
    "boolean": [["A", "B"], ["C"], True],
    "multiple": [[], ["A", "A"], ["A", "Z"], "AB"],
    "numeric": ["", "abc", "1.2.3", "-5", "1e9", "9" * 21, 5, ["5"], "NaN", "٣"],
    "ordering": [["A"], ["A", "A", "B"], "ABC", None],
    "matching": [{}, {"1": "A"}, ["A"], {"1": "A", "2": "A", "3": "A"}, {"1": ["A"], "2": "B", "3": "C"}],
}


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in BAD.items() for value in values]
)
def test_what_is_no_answer_is_refused(kind: str, value: object) -> None:
    with pytest.raises(BadAnswer, match=r"Câu trả lời: (phải|mỗi dòng)"):
        cleaned(questions()[kind].shown, value)


def test_long_questions_are_read_longer() -> None:
    times = {one.reading_ms for one in questions().values()}
    assert min(times) >= 3_000
    assert max(times) <= 40_000
    assert len(times) > 1
