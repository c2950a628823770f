"""The bank of quiz questions gives nothing away by its form: places, lengths, words, figures printed elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from course.checks.material import Material
from course.checks.numbers import numbers
from course.errors import Fault
from course.questions import Boolean, Multiple, Numeric, Question, Single

# Below so many questions of a kind chance decides how their answers are spread.
FEW = 8
# The share that one in four places, or one in two answers, may take of all.
_EVEN = 0.15, 0.35
_HALF = 0.35, 0.65
_MOST_ALIKE = 0.6
# How far a place of several-choices questions may be from what is right of all their options.
_FROM_ALL = 0.15
# What a session's statements may be apart, true ones and false ones.
_APART = 1

# Whole words; "chỉ đạo", "chỉ huy", "chỉ thị", "chỉ ra" and "không chỉ" are other words.
_ABSOLUTE = re.compile(
    r"(?<!không )(?<!không thể )\bchỉ\b(?! (?:đạo|huy|thị|ra|rõ))|\bluôn\b|\bmọi\b|\bkhông bao giờ\b"
)
_ALL_OR_NONE = re.compile(r"\btất cả\b|\bđều (?:đúng|sai)\b|\bphương án (?:trên|khác)\b")
_BANK = "questions/", "all sessions"


def are_enough(material: Material) -> Iterator[Fault]:
    """A session has as many questions as the course sets; more would tire, fewer would miss something."""
    span = material.rules.quiz_questions
    for slug, questions in material.course.questions.items():
        if not span.least <= len(questions) <= span.most:
            terms = {"least": span.least, "most": span.most}
            rule = "must be {least} to {most}"
            yield Fault(f"questions/{slug}.yml", "questions", rule, len(questions), terms)


def have_their_options(material: Material) -> Iterator[Fault]:
    """Every single-choice question has as many options as any other."""
    wanted = material.rules.single_options
    for file, asked in _asked(material):
        if isinstance(asked, Single) and len(asked.options) != wanted:
            rule, terms = "a single-choice question must have {wanted} options", {"wanted": wanted}
            yield Fault(file, asked.id, rule, len(asked.options), terms)


def right_options_are_spread(material: Material) -> Iterator[Fault]:
    """No place is a good guess, and none can be left out."""
    bank, places = _of(material, Single), range(1, material.rules.single_options + 1)
    # The bounds are those of four places; with three, each place takes a third.
    low, high = (round(share * 4 / len(places), 2) for share in _EVEN)
    for number in places:
        ids = [asked.id for asked in bank if _place(asked) == number]
        rule = (
            "place {number} must hold {low:.0%} to {high:.0%} of the {total} right options; move some: {ids}"
        )
        yield from _share(rule, ids, len(bank), number=number, low=low, high=high)


def right_options_of_several_are_spread(material: Material) -> Iterator[Fault]:
    """Nor is a place worth ticking more than another where several are right."""
    bank = _of(material, Multiple)
    options = [option for asked in bank for option in asked.options]
    mean = sum(option.correct for option in options) / len(options) if options else 0
    low, high = mean - _FROM_ALL, mean + _FROM_ALL
    for number in range(1, 1 + max((len(asked.options) for asked in bank), default=0)):
        there = [asked for asked in bank if len(asked.options) >= number]
        ids = [asked.id for asked in there if asked.options[number - 1].correct]
        rule = (
            "option {number} must be right in {low:.0%} to {high:.0%} of {total} questions; move some: {ids}"
        )
        yield from _share(rule, ids, len(there), number=number, low=low, high=high)


def _share(rule: str, ids: list[str], total: int, *, number: int, low: float, high: float) -> Iterator[Fault]:
    """Name a place that holds too few or too many of the right answers, whose questions are ``ids``."""
    if total >= FEW and not low * total <= len(ids) <= high * total:
        terms = {"number": number, "low": low, "high": high, "total": total, "ids": ", ".join(ids) or "none"}
        yield Fault(*_BANK, rule, len(ids), terms)


def lengths_do_not_tell(material: Material) -> Iterator[Fault]:
    """The right option is neither mostly the longest nor mostly the shortest."""
    bank = _of(material, Single)
    for word, which in (("longest", max), ("shortest", min)):
        ids = [asked.id for asked in bank if _stands_out(material, asked, which)]
        if len(bank) >= FEW and len(ids) > _EVEN[1] * len(bank):
            rule = "the right option must not be the {word} alone in more than {most:.0%} of questions: {ids}"
            yield Fault(*_BANK, rule, len(ids), {"word": word, "most": _EVEN[1], "ids": ", ".join(ids)})


def about_half_is_true(material: Material) -> Iterator[Fault]:
    """Neither "true" nor "false" is a good guess."""
    bank, (low, high) = _of(material, Boolean), _HALF
    true = [asked.id for asked in bank if asked.answer]
    if len(bank) >= FEW and not low * len(bank) <= len(true) <= high * len(bank):
        rule = "{low:.0%} to {high:.0%} of the {total} statements must be true; now: {ids}"
        terms = {"low": low, "high": high, "total": len(bank), "ids": ", ".join(true)}
        yield Fault(*_BANK, rule, len(true), terms)


def a_session_has_true_and_false(material: Material) -> Iterator[Fault]:
    """Where a session has several statements, as many are true as are false, or one more."""
    for slug, questions in material.course.questions.items():
        said = [asked.answer for asked in questions if isinstance(asked, Boolean)]
        true = said.count(True)
        if len(said) > 1 and abs(2 * true - len(said)) > _APART:
            rule = "as many of the {total} statements must be true as are false, or one more"
            yield Fault(f"questions/{slug}.yml", "questions", rule, true, {"total": len(said)})


def how_many_are_right_differs(material: Material) -> Iterator[Fault]:
    """One cannot know beforehand how many options to tick."""
    bank = _of(material, Multiple)
    counts = Counter(sum(option.correct for option in asked.options) for asked in bank)
    if len(bank) >= FEW and (len(counts) < 3 or max(counts.values()) > _MOST_ALIKE * len(bank)):
        rule = (
            "the number of right options of several-choices questions must take 3 values or more, "
            "and none in more than {most:.0%} of questions"
        )
        yield Fault(*_BANK, rule, dict(sorted(counts.items())), {"most": _MOST_ALIKE})


def no_option_speaks_of_others(material: Material) -> Iterator[Fault]:
    """Options stand for themselves, in whatever order they are shown."""
    for file, asked in _asked(material):
        for option in getattr(asked, "options", []):
            if _ALL_OR_NONE.search(option.text.lower()):
                rule = "an option must not speak of the other options"
                yield Fault(file, f"{asked.id} > options", rule, option.text)


def absolute_words_do_not_tell(material: Material) -> Iterator[Fault]:
    """Words such as "chỉ" and "luôn" are a sign of what is wrong, unless what is right has them too."""
    for file, asked in _asked(material):
        right, wrong = _sides(material, asked)
        for word in sorted(wrong - right):
            rule = "must not stand in what is wrong alone; people guess by it"
            yield Fault(file, asked.id, rule, word)


def _sides(material: Material, asked: Question) -> tuple[set[str], set[str]]:
    said: dict[bool, set[str]] = {True: set(), False: set()}
    parts = [(option.text, option.correct) for option in getattr(asked, "options", [])]
    if isinstance(asked, Boolean):
        parts = [(asked.prompt, asked.answer)]
    for text, correct in parts:
        said[correct] |= set(_ABSOLUTE.findall(material.words(text).lower()))
    return said[True], said[False]


def figures_are_not_printed_elsewhere(material: Material) -> Iterator[Fault]:
    """No question shows the figure that another question of its session asks for."""
    for slug, session in material.course.questions.items():
        printed = {
            asked.id: {
                number.removeprefix("hơn ") for text in _shown(asked) for number in numbers(material.words(text))
            }
            for asked in session
        }  # fmt: skip
        for asked in session:
            fact = material.course.facts.get(asked.answer) if isinstance(asked, Numeric) else None
            if fact is None:
                continue
            for other in (one for one, found in printed.items() if str(fact.value) in found):
                rule = "must not show the answer of {id!r}; ask or say it another way"
                yield Fault(f"questions/{slug}.yml", other, rule, fact.value, {"id": asked.id})


def _shown(asked: Question) -> Iterator[str]:
    """Yield what a reader sees before answering."""
    yield asked.prompt
    for part in [*getattr(asked, "options", []), *getattr(asked, "items", [])]:
        yield part.text
    for pair in getattr(asked, "pairs", []):
        yield from (pair.left, pair.right)


def _asked(material: Material) -> Iterator[tuple[str, Question]]:
    """Yield file and question, of the sessions' quizzes and of the questions before and after the course."""
    for file, questions in material.course.banks.items():
        yield from ((file, asked) for asked in questions)


def _of(material: Material, kind: type) -> list:
    return [asked for _, asked in _asked(material) if isinstance(asked, kind)]


def _place(asked: Single) -> int:
    """Return where its author wrote the right option, counted from 1."""
    return 1 + [option.correct for option in asked.options].index(True)


def _stands_out(material: Material, asked: Single, which) -> bool:
    """Tell whether the right option alone is the longest (``max``) or the shortest (``min``)."""
    lengths = [len(material.words(option.text)) for option in asked.options]
    right = lengths[_place(asked) - 1]
    return right == which(lengths) and lengths.count(right) == 1


RULES = (
    are_enough, have_their_options, right_options_are_spread,
    right_options_of_several_are_spread, lengths_do_not_tell, about_half_is_true, a_session_has_true_and_false,
    how_many_are_right_differs, no_option_speaks_of_others, absolute_words_do_not_tell,
    figures_are_not_printed_elsewhere,
)  # fmt: skip
