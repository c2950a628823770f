"""What ``kit check`` says of quiz questions that tell their answers by their form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.checks import material, quiz
from course.checks.material import Material
from course.questions import Question
from course.rules import Span
from tests.quiz_samples import question


@pytest.fixture
def small(course) -> Material:
    return material.read(course)


def said(small: Material, rule, bank: list[Question], **rules: object) -> list[str]:
    """Return what a rule says of a bank of questions, all in one session."""
    changed = replace(small.course, questions={"thu": bank})
    looked_at = replace(small, course=changed, rules=small.rules.model_copy(update=rules))
    return [str(fault) for fault in rule(looked_at)]


def options(*texts: str, right: tuple[int, ...] = (0,)) -> list[dict]:
    """Return options as data."""
    return [{"text": text, "correct": at in right, "reason": "Vì vậy."} for at, text in enumerate(texts)]


def single(name: str, *texts: str, right: int = 0) -> Question:
    """Return a single-choice question with these options."""
    return question("single", id=name, options=options(*texts, right=(right,)))


def test_too_few_and_too_many_questions_are_counted(small):
    bank = [single(f"q-{number}", "a", "b", "c") for number in range(3)]
    message = "questions/thu.yml: questions: must be {}, got 3"
    for span, wanted in ((Span(least=4, most=5), "4 to 5"), (Span(least=1, most=2), "1 to 2")):
        assert said(small, quiz.are_enough, bank, quiz_questions=span) == [message.format(wanted)]
    assert said(small, quiz.are_enough, bank, quiz_questions=Span(least=3, most=3)) == []


def test_other_options_than_the_others_have_are_counted(small):
    bank = [single("ba", "a", "b", "c"), single("bon", "a", "b", "c", "d")]
    assert said(small, quiz.have_their_options, bank, single_options=4) == [
        "questions/thu.yml: ba: a single-choice question must have 4 options, got 3"
    ]


def test_a_place_that_holds_too_few_or_too_many_is_named(small):
    bank = [single(f"q-{n}", "a", "b", "c", "d", right=(0, 0, 0, 0, 0, 1, 1, 2, 2)[n]) for n in range(9)]
    assert said(small, quiz.right_options_are_spread, bank, single_options=4) == [
        "questions/: all sessions: place 1 must hold 15% to 35% of the 9 right options; move some: "
        "q-0, q-1, q-2, q-3, q-4, got 5",
        "questions/: all sessions: place 4 must hold 15% to 35% of the 9 right options; move some: none, got 0",
    ]


def test_even_places_pass_and_so_does_a_bank_that_is_too_small_to_judge(small):
    even = [single(f"q-{n}", "a", "b", "c", "d", right=n % 4) for n in range(8)]
    few = [single(f"q-{n}", "a", "b", "c", "d") for n in range(7)]
    assert said(small, quiz.right_options_are_spread, even, single_options=4) == []
    assert said(small, quiz.right_options_are_spread, few, single_options=4) == []


def test_right_options_that_stand_out_by_their_length_are_named(small):
    long = [single(f"dai-{n}", "dài hơn", "a", "b", "c") for n in range(3)]
    short = [single(f"ngan-{n}", "a", "bb", "cc", "dd") for n in range(3)]
    equal = [single(f"bang-{n}", "aa", "bb", "c", "d") for n in range(2)]
    assert said(small, quiz.lengths_do_not_tell, long + short + equal) == [
        "questions/: all sessions: the right option must not be the longest alone in more than 35% of questions: "
        "dai-0, dai-1, dai-2, got 3",
        "questions/: all sessions: the right option must not be the shortest alone in more than 35% of questions: "
        "ngan-0, ngan-1, ngan-2, got 3",
    ]
    assert said(small, quiz.lengths_do_not_tell, long[:2] + short[:2] + equal * 2) == []


@pytest.mark.parametrize(("true", "ids"), [(2, "q-0, q-1"), (6, "q-0, q-1, q-2, q-3, q-4, q-5")])
def test_statements_that_are_mostly_alike_are_named(small, true, ids):
    bank = [question("boolean", id=f"q-{n}", answer=n < true) for n in range(8)]
    assert said(small, quiz.about_half_is_true, bank) == [
        f"questions/: all sessions: 35% to 65% of the 8 statements must be true; now: {ids}, got {true}"
    ]


def test_about_as_many_true_as_false_statements_pass(small):
    bank = [question("boolean", id=f"q-{n}", answer=n % 2 == 0) for n in range(8)]
    assert said(small, quiz.about_half_is_true, bank) == []


@pytest.mark.parametrize(("answers", "found"), [((True, True), 2), ((False, False, False, True), 1)])
def test_a_session_whose_statements_are_mostly_alike_is_named(small, answers, found):
    bank = [question("boolean", id=f"q-{n}", answer=answer) for n, answer in enumerate(answers)]
    total = len(answers)
    assert said(small, quiz.a_session_has_true_and_false, bank) == [
        f"questions/thu.yml: questions: as many of the {total} statements must be true as are false, or one more, "
        f"got {found}"
    ]


@pytest.mark.parametrize("answers", [(True,), (True, False), (True, False, False), ()])
def test_statements_that_balance_within_a_session_pass(small, answers):
    bank = [question("boolean", id=f"q-{n}", answer=answer) for n, answer in enumerate(answers)]
    assert said(small, quiz.a_session_has_true_and_false, bank) == []


def test_an_option_of_several_that_is_worth_ticking_by_its_place_is_named(small):
    # Two of four are right, the first always.
    bank = [
        question("multiple", id=f"q-{n}", options=options(*"abcd", right=(0, 1 + n % 3))) for n in range(8)
    ]
    first, *others = said(small, quiz.right_options_of_several_are_spread, bank)
    assert first == (
        "questions/: all sessions: option 1 must be right in 35% to 65% of 8 questions; move some: "
        "q-0, q-1, q-2, q-3, q-4, q-5, q-6, q-7, got 8"
    )
    assert others == [
        "questions/: all sessions: option 4 must be right in 35% to 65% of 8 questions; move some: q-2, q-5, got 2"
    ]
    even = [
        question("multiple", id=f"q-{n}", options=options(*"abcd", right=(n % 4, (n + 1) % 4)))
        for n in range(8)
    ]
    assert said(small, quiz.right_options_of_several_are_spread, even) == []
    assert said(small, quiz.right_options_of_several_are_spread, bank[:7]) == []


def several(*rights: int) -> list[Question]:
    """Return several-choices questions with so many right options."""
    return [
        question("multiple", id=f"q-{n}", options=options(*"abcdef", right=tuple(range(right))))
        for n, right in enumerate(rights)
    ]


@pytest.mark.parametrize(
    ("rights", "counts"), [((2, 2, 2, 2, 3, 3, 3, 3), "{2: 4, 3: 4}"), ((2, 2, 2, 2, 2, 2, 3, 4), "{2: 6, 3: 1, 4: 1}")]
)  # fmt: skip
def test_a_number_of_right_options_that_can_be_guessed_is_named(small, rights, counts):
    assert said(small, quiz.how_many_are_right_differs, several(*rights)) == [
        "questions/: all sessions: the number of right options of several-choices questions must take 3 values or "
        f"more, and none in more than 60% of questions, got {counts}"
    ]


def test_numbers_of_right_options_that_differ_pass(small):
    assert said(small, quiz.how_many_are_right_differs, several(2, 2, 2, 3, 3, 3, 4, 4)) == []


@pytest.mark.parametrize("text", ["Tất cả các ý trên", "Các ý đều đúng", "Không có phương án khác"])
def test_an_option_that_speaks_of_the_others_is_named(small, text):
    assert said(small, quiz.no_option_speaks_of_others, [single("q", "a", text, "c")]) == [
        f"questions/thu.yml: q > options: an option must not speak of the other options, got {text!r}"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ cấp ủy làm", ["chỉ"]),
        ("Luôn làm mọi việc", ["luôn", "mọi"]),
        ("Ban Chỉ đạo; không chỉ trong Đảng; chỉnh đốn", []),
    ],
)
def test_absolute_words_that_mark_what_is_wrong_are_named(small, text, found):
    messages = [
        f"questions/thu.yml: q: must not stand in what is wrong alone; people guess by it, got {word!r}"
        for word in found
    ]
    rule = quiz.absolute_words_do_not_tell
    assert said(small, rule, [single("q", "a", text, "b")]) == messages
    assert said(small, rule, [single("q", text, "a", "b")]) == []
    assert said(small, rule, [question("boolean", id="q", prompt=text, answer=False)]) == messages


def test_a_figure_that_another_question_asks_for_is_named(small):
    asked = question("numeric", id="hoi", answer="nguoi", near=[], prompt="Bao nhiêu người?")
    rule = quiz.figures_are_not_printed_elsewhere
    assert said(small, rule, [asked, single("lo", "Hơn 12.500 người", "b", "c")]) == [
        "questions/thu.yml: lo: must not show the answer of 'hoi'; ask or say it another way, got 12500"
    ]
    assert said(small, rule, [asked, single("kin", "12/5/2023", "b", "c")]) == []
