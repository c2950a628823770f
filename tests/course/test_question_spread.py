"""The bank of quiz questions gives nothing away by its form: places, lengths, words, figures printed elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from course import Course, resolve
from course.questions import Boolean, Multiple, Numeric, Question, Single
from tests.courses import shipped
from tests.numbers import numbers
from tests.quiz_samples import question

COURSE = shipped()
BANK = [asked for questions in COURSE.questions.values() for asked in questions]

# Whole words; "chỉ đạo", "chỉ huy", "chỉ thị", "chỉ ra" and "không chỉ" are other words.
_ABSOLUTE = re.compile(
    r"(?<!không )(?<!không thể )\bchỉ\b(?! (?:đạo|huy|thị|ra|rõ))|\bluôn\b|\bmọi\b|\bkhông bao giờ\b"
)
_ALL_OR_NONE = re.compile(r"\btất cả\b|\bđều (?:đúng|sai)\b|\bphương án (?:trên|khác)\b")


def of(kind: type, bank: Iterable[Question]) -> list:
    """Return the questions of one kind."""
    return [asked for asked in bank if isinstance(asked, kind)]


def place(asked: Single) -> int:
    """Return where its author wrote the right option, counted from 1."""
    return 1 + [option.correct for option in asked.options].index(True)


def stands_out(course: Course, asked: Single, which) -> bool:
    """Tell whether the right option alone is the longest (``max``) or the shortest (``min``)."""
    lengths = [len(resolve(course, option.text)) for option in asked.options]
    right = lengths[place(asked) - 1]
    return right == which(lengths) and lengths.count(right) == 1


def uneven_places(bank: Iterable[Question]) -> list[str]:
    """Name places that hold less than 15 % or more than 35 % of the right options."""
    at = {number: [one.id for one in of(Single, bank) if place(one) == number] for number in range(1, 5)}
    total = sum(map(len, at.values()))
    return [
        f"place {number}: {len(ids)} of {total} right options ({', '.join(ids)}); move some"
        for number, ids in at.items()
        if not 0.15 * total <= len(ids) <= 0.35 * total
    ]


def telling_lengths(course: Course, bank: Iterable[Question], which) -> list[str]:
    """Name the questions whose right option stands out by its length, when they are over 35 %."""
    singles = of(Single, bank)
    ids = [asked.id for asked in singles if stands_out(course, asked, which)]
    few = len(ids) <= 0.35 * len(singles)
    return [] if few else [f"{len(ids)} of {len(singles)} right options stand out: {', '.join(ids)}"]


def lone_absolutes(course: Course, bank: Iterable[Question]) -> list[str]:
    """Name absolute words of wrong options and false statements that no right option of the question has."""
    found = []
    for asked in bank:
        right, wrong = _sides(course, asked)
        found += [f"{asked.id}: {word!r} stands in what is wrong only" for word in sorted(wrong - right)]
    return found


def _sides(course: Course, asked: Question) -> tuple[set[str], set[str]]:
    said: dict[bool, set[str]] = {True: set(), False: set()}
    parts = [(option.text, option.correct) for option in getattr(asked, "options", [])]
    if isinstance(asked, Boolean):
        parts = [(asked.prompt, asked.answer)]
    for text, correct in parts:
        said[correct] |= set(_ABSOLUTE.findall(resolve(course, text).lower()))
    return said[True], said[False]


def shown(asked: Question) -> Iterator[str]:
    """Yield what a reader sees before answering."""
    yield asked.prompt
    for part in [*getattr(asked, "options", []), *getattr(asked, "items", [])]:
        yield part.text
    for pair in getattr(asked, "pairs", []):
        yield from (pair.left, pair.right)


def answers_printed(course: Course, session: list[Question]) -> list[str]:
    """Name questions that show the figure which another question of their session asks for."""
    printed = {
        asked.id: {n.removeprefix("hơn ") for text in shown(asked) for n in numbers(resolve(course, text))}
        for asked in session
    }
    return [
        f"{other}: shows {figure}, the answer of {asked.id}"
        for asked in of(Numeric, session)
        for figure in [str(course.facts[asked.answer].value)]
        for other, found in printed.items()
        if figure in found
    ]


def test_right_options_are_spread_over_the_places():
    assert uneven_places(BANK) == []


def test_single_choice_has_four_options():
    assert [asked.id for asked in of(Single, BANK) if len(asked.options) != 4] == []


@pytest.mark.parametrize("which", [max, min], ids=["longest", "shortest"])
def test_length_does_not_tell_the_right_option(which):
    assert telling_lengths(COURSE, BANK, which) == []


def test_about_half_of_the_statements_are_true():
    true = [asked.id for asked in of(Boolean, BANK) if asked.answer]
    assert 0.35 <= len(true) / len(of(Boolean, BANK)) <= 0.65, f"true: {', '.join(true)}"


def test_how_many_are_right_differs():
    counts = Counter(sum(option.correct for option in asked.options) for asked in of(Multiple, BANK))
    assert len(counts) >= 3
    assert max(counts.values()) <= 0.6 * counts.total(), f"right options: questions: {dict(counts)}"


def test_no_option_speaks_of_the_other_options():
    texts = [(asked.id, option.text) for asked in BANK for option in getattr(asked, "options", [])]
    assert [f"{name}: {text}" for name, text in texts if _ALL_OR_NONE.search(text.lower())] == []


def test_absolute_words_do_not_mark_what_is_wrong():
    assert lone_absolutes(COURSE, BANK) == []


@pytest.mark.parametrize("session", COURSE.questions)
def test_no_question_shows_the_figure_that_another_asks_for(session):
    assert answers_printed(COURSE, COURSE.questions[session]) == []


def options(*texts: str, right: int = 0) -> list[dict]:
    """Return options as data, one of them right."""
    return [{"text": text, "correct": at == right, "reason": "Vì vậy."} for at, text in enumerate(texts)]


def single(name: str, *texts: str, right: int = 0) -> Question:
    """Return a single-choice question with these options."""
    return question("single", id=name, options=options(*texts, right=right))


def test_a_place_that_holds_too_many_is_named():
    bank = [single(f"q-{n}", "a", "b", "c", "d", right=n % 3) for n in range(6)]
    assert uneven_places(bank) == ["place 4: 0 of 6 right options (); move some"]


def test_a_right_option_that_stands_out_is_named_and_an_equal_one_is_not(course):
    bank = [single("dai", "dài hơn", "a", "b", "c"), single("bang", "aa", "bb", "c", "d")]
    assert telling_lengths(course, bank, max) == ["1 of 2 right options stand out: dai"]
    assert telling_lengths(course, bank, min) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ cấp ủy làm", ["q: 'chỉ' stands in what is wrong only"]),
        (
            "Luôn làm mọi việc",
            ["q: 'luôn' stands in what is wrong only", "q: 'mọi' stands in what is wrong only"],
        ),
        ("Ban Chỉ đạo; không chỉ trong Đảng; chỉnh đốn", []),
    ],
)
def test_absolute_words_are_found(course, text, found):
    assert lone_absolutes(course, [single("q", "a", text, "b")]) == found
    assert lone_absolutes(course, [single("q", text, "a", "b")]) == []
    assert lone_absolutes(course, [question("boolean", id="q", prompt=text, answer=False)]) == found


def test_a_shown_answer_is_named(course):
    asked = question("numeric", id="hoi", answer="nguoi", near=[], prompt="Bao nhiêu người?")
    other = single("lo", "Hơn 12.500 người", "b", "c")
    assert answers_printed(course, [asked, other]) == ["lo: shows 12500, the answer of hoi"]
    assert answers_printed(course, [asked, single("kin", "12/5/2023", "b", "c")]) == []
