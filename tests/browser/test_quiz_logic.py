"""What a quiz decides, without a page: numbers people type, fixed shuffles, right or wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.modules import functions
from tests.quiz_samples import KINDS, course, question
from widgets.quiz.quiz import plain_question


@pytest.fixture(scope="module")
def logic(browser: Browser) -> Iterator[Callable[..., object]]:
    """A function that calls the module's functions by name."""
    with functions(browser, "quiz/logic.js") as call:
        yield call


def plain(kind: str, **changes: object) -> dict:
    return plain_question(course(), question(kind, **changes))


NUMBERS = {
    "167700": 167700,
    "167.700": 167700,
    "167 700": 167700,
    "167,700": 167700,
    "167\u00a0700": 167700,  # As copied from a text that keeps the number on one line.
    "167\u202f700": 167700,
    "  167.700 ": 167700,
    "hơn 167.700": 167700,
    "Hơn 167700": 167700,
    "hon 167.700": 167700,
    "ho\u031bn 167.700": 167700,  # As some keyboards write "hơn": o and a horn.
    "hơn167.700": 167700,
    "hơn 167.700 đảng viên": 167700,
    "167.700 ĐẢNG VIÊN": 167700,
    "167.700 đa\u0309ng viên": 167700,
    "167700đảng viên": 167700,
    "1.234.567": 1234567,
    "１６７７００": 167700,  # Wide digits of an East Asian keyboard.
    "0": 0,
    "04": 4,
    "4": 4,
    "": None,
    "   ": None,
    "hơn": None,
    "đảng viên": None,
    "nhiều lắm": None,
    "167.70": None,
    "1.50": None,
    "1.234,5": None,
    "1.234,567": None,
    "1.2345": None,
    "0.500": None,
    "167..700": None,
    "167.700.": None,
    "-167700": None,
    "1e5": None,
    "0x10": None,
    "167700 người": None,
    "167 nghìn": None,
    "99999999999999999999": None,
    "NaN": None,
    "Infinity": None,
}


@pytest.mark.parametrize(("typed", "value"), NUMBERS.items(), ids=[ascii(typed) for typed in NUMBERS])
def test_a_typed_number_is_understood_or_refused(logic, typed, value):
    assert logic("parseNumber", typed, "đảng viên") == value


def test_a_number_needs_no_unit(logic):
    assert logic("parseNumber", "1.234", "") == 1234
    assert logic("parseNumber", "1.234 trang", "") is None


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (1234567, "1.234.567")])
def test_numbers_are_written_with_dots(logic, value, text):
    assert logic("formatNumber", value) == text


RIGHT = {
    "single": 0, "multiple": [0, 1], "boolean": True, "numeric": "hơn 167.700",
    "ordering": [0, 1, 2, 3], "matching": [0, 1, 2],
}  # fmt: skip
WRONG = {
    "single": [1, 2, 3], "multiple": [[0], [0, 2], [0, 1, 2], [2, 3], [0, 1, 2, 3]], "boolean": [False],
    "numeric": ["2.740", "167.701", "0"], "ordering": [[1, 0, 2, 3], [3, 2, 1, 0], [1, 2, 3, 0]],
    "matching": [[1, 0, 2], [0, 0, 2], [2, 2, 2]],
}  # fmt: skip
WRONGS = [(kind, value) for kind, values in WRONG.items() for value in values]


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_is_right(logic, kind):
    result = logic("judge", plain(kind), RIGHT[kind])
    assert result["right"] is True
    assert result["wrong"] == []
    assert not {"wrong", "missed"} & set(result["marks"])


@pytest.mark.parametrize(("kind", "value"), WRONGS)
def test_any_other_answer_is_wrong(logic, kind, value):
    assert logic("isAnswer", plain(kind), value) is True
    result = logic("judge", plain(kind), value)
    assert result["right"] is False
    assert {"wrong", "missed"} & set(result["marks"])


def test_the_order_of_choosing_does_not_matter(logic):
    assert logic("judge", plain("multiple"), [1, 0])["right"] is True


def test_a_statement_may_be_false(logic):
    false = plain("boolean", answer=False)
    assert logic("judge", false, False)["right"] is True
    result = logic("judge", false, True)
    assert result["marks"] == ["wrong", "missed"]
    assert result["key"][0]["text"] == "Nhận định này sai"


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("single", 1, [("Một tập thơ về quê hương", "Kế hoạch không nhắc đến tập thơ nào.")]),
        ("multiple", [0, 2], [("Tổ chức thi đấu thể thao", "Kế hoạch không nói đến thể thao.")]),
        ("boolean", False, [("Sai", "Kế hoạch ghi đúng con số này.")]),
        ("numeric", "2740", [("2.740", "Đó là số tổ chức đảng: hơn 2.740 tổ chức đảng.")]),
        ("numeric", "5", [("5", "Con số này không có trong kế hoạch.")]),
    ],
)
def test_a_wrong_choice_is_answered_with_its_own_reason(logic, kind, value, wrong):
    result = logic("judge", plain(kind), value)
    assert [(line["text"], line["reason"]) for line in result["wrong"]] == wrong


def test_what_was_left_out_is_named(logic):
    result = logic("judge", plain("multiple"), [0, 2])
    assert result["marks"] == ["right", "missed", "wrong", ""]
    assert [line["aside"] for line in result["key"]] == ["", "đồng chí chưa chọn"]


@pytest.mark.parametrize(
    ("kind", "value", "part"),
    [
        ("single", 1, ""),
        ("multiple", [0], ": chọn được 1/2 phương án đúng"),
        ("multiple", [0, 1, 2], ": chọn được 2/2 phương án đúng, chọn nhầm 1 phương án"),
        ("multiple", [2, 3], ""),
        ("boolean", False, ""),
        ("numeric", "2740", ""),
        ("ordering", [0, 1, 3, 2], ": 2/4 mục đúng chỗ"),
        ("ordering", [3, 0, 1, 2], ""),
        ("matching", [0, 0, 2], ": 2/3 mục ghép đúng"),
    ],
)
def test_the_verdict_tells_how_much_is_right(logic, kind, value, part):
    asked = plain(kind)
    assert logic("verdict", asked, logic("judge", asked, RIGHT[kind])) == "Trả lời đúng"
    assert logic("verdict", asked, logic("judge", asked, value)) == f"Trả lời chưa đúng{part}"


def test_an_order_is_marked_place_by_place(logic):
    result = logic("judge", plain("ordering"), [1, 0, 2, 3])
    assert result["marks"] == ["wrong", "wrong", "right", "right"]
    asides = [line["aside"] for line in result["key"]]
    assert asides == ["đồng chí xếp thứ 2", "đồng chí xếp thứ 1", "", ""]


def test_a_pair_is_marked_with_what_was_chosen(logic):
    result = logic("judge", plain("matching"), [1, 1, 2])
    assert result["marks"] == ["wrong", "right", "right"]
    assert result["key"][0]["aside"] == "đồng chí chọn: Theo dõi việc báo cáo"


@pytest.mark.parametrize("kind", ["single", "multiple", "ordering", "matching"])
def test_seed_and_round_fix_the_order(logic, kind):
    asked = plain(kind)
    assert logic("displayOrder", asked, 7, 1) == logic("displayOrder", asked, 7, 1)
    count = len(RIGHT["ordering"]) if kind != "matching" else 3
    orders = [logic("displayOrder", asked, seed, 1) for seed in range(30)]
    assert all(sorted(order) == list(range(count)) for order in orders)
    # Three right sides have only two orders in which none stands beside its left side.
    least = 1 if kind == "matching" else 3
    assert len({tuple(order) for order in orders}) > least
    assert len({tuple(logic("displayOrder", asked, 7, turn)) for turn in range(1, 31)}) > least


@pytest.mark.parametrize("kind", ["single", "multiple", "ordering", "matching"])
def test_the_first_round_shows_the_order_of_paper_and_slides(logic, kind):
    asked = plain(kind)
    assert logic("displayOrder", asked, 7, 0) == asked["order"] == logic("displayOrder", asked, 8, 0)


@pytest.mark.parametrize("kind", ["ordering", "matching"])
def test_what_is_to_be_arranged_never_starts_right(logic, kind):
    asked = plain(kind)
    orders = [logic("displayOrder", asked, seed, 1) for seed in range(100)]
    assert not any(position == place for order in orders for place, position in enumerate(order))


def test_the_order_depends_on_the_question(logic):
    orders = {tuple(logic("displayOrder", plain("single", id=f"q-{n}"), 7, 1)) for n in range(20)}
    assert len(orders) > 3


NO_ANSWERS = {
    "single": [None, -1, 4, 1.5, "0", [0]], "multiple": [None, [], [0, 0], [4], ["0"], 0],
    "boolean": [None, 0, "true"], "numeric": [None, 167700, "", "nhiều"],
    "ordering": [None, [], [0, 1, 2], [0, 1, 2, 2], [0, 1, 2, 4]],
    "matching": [None, [0, 1], [0, 1, None], [0, 1, 3]],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, v) for kind, values in NO_ANSWERS.items() for v in values]
)
def test_what_is_no_complete_answer_is_not_taken_for_one(logic, kind, value):
    assert logic("isAnswer", plain(kind), value) is False


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("single", None, "Đồng chí hãy chọn một phương án"),
        ("multiple", [], "Đồng chí hãy chọn ít nhất một phương án"),
        ("boolean", None, "Đồng chí hãy chọn “Đúng” hoặc “Sai”"),
        ("numeric", " ", "Đồng chí hãy nhập một con số"),
        ("numeric", " mười ", "“mười” chưa phải là số nguyên."),
        ("ordering", [2, 0, 1, 3], "Các mục còn ở thứ tự ban đầu."),
        ("matching", [None, 1, None], "Đồng chí hãy chọn vế ghép cho đủ các mục (còn 2 mục)."),
    ],
)
def test_what_is_still_to_do_is_said(logic, kind, value, message):
    assert logic("missing", plain(kind), value, [2, 0, 1, 3]).startswith(message)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_missing_from_a_complete_answer(logic, kind):
    assert logic("missing", plain(kind), RIGHT[kind], [2, 0, 1, 3]) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_keeps_its_meaning_when_only_reasons_change(logic, kind):
    print_ = logic("fingerprint", plain(kind))
    assert logic("fingerprint", plain(kind, explanation="Lời khác.", difficulty="kho")) == print_
    assert logic("fingerprint", plain(kind, prompt="Câu khác?")) != print_


def test_an_answer_loses_its_meaning_when_the_parts_change(logic):
    options = plain("single")["options"]
    moved = [{**option, "correct": not index} for index, option in enumerate(reversed(options))]
    assert logic("fingerprint", plain("single")) != logic("fingerprint", plain("single", options=moved))
    assert logic("fingerprint", plain("numeric")) != logic("fingerprint", plain("numeric", answer="trang"))
    assert logic("fingerprint", plain("boolean")) != logic("fingerprint", plain("boolean", answer=False))
