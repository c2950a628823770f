"""Exam papers from the quiz questions: variants with their own order, an answer sheet, and the keys."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from course import Course
from course.kit_error import KitError
from shown.question_kinds import question
from slides.deck.model import Question
from slides.deck.serialize import plain
from slides.paper import pdf
from widgets.quiz.order import shuffled_order
from widgets.quiz.quiz import plain_question

# Vietnamese exams number their variants so.
FIRST_CODE = 101
MAX_VARIANTS = 24


class ExamError(KitError, ValueError):
    """An exam that cannot be made as asked; the message names option, rule and value."""


@dataclass(frozen=True)
class Variant:
    """One paper: its code, and its questions in its own order."""

    code: int
    questions: tuple[Question, ...]


def variants(course: Course, questions: int, count: int, seed: int) -> list[Variant]:
    """Choose questions evenly over the sessions and shuffle them for each variant.

    Parameters
    ----------
    course
        All content.
    questions
        How many questions a paper has; the same ones in every variant.
    count
        How many variants.
    seed
        Fixes choice and order.

    Raises
    ------
    ExamError
        When there are not so many questions, or a number is out of its range.
    """
    bank = {slug: list(entries) for slug, entries in course.questions.items()}
    total = sum(map(len, bank.values()))
    if not 1 <= questions <= total:
        raise ExamError("--questions", f"phải từ 1 đến {total}, là số câu hỏi của các buổi", value=questions)
    if not 1 <= count <= MAX_VARIANTS:
        raise ExamError("--variants", f"phải từ 1 đến {MAX_VARIANTS}", value=count)
    chosen = [plain_question(course, entry) for entry in _choose(bank, questions, random.Random(seed))]
    return [_variant(chosen, FIRST_CODE + index, seed) for index in range(count)]


def _choose(bank: dict[str, list], wanted: int, source: random.Random) -> list:
    """Take one question of each session in turn until there are enough."""
    piles = [source.sample(entries, len(entries)) for entries in bank.values()]
    chosen: list = []
    while len(chosen) < wanted:
        for pile in piles:
            if pile and len(chosen) < wanted:
                chosen.append(pile.pop())
    return chosen


def _variant(chosen: list[dict], code: int, seed: int) -> Variant:
    source = random.Random(f"{seed}/{code}")
    order = source.sample(chosen, len(chosen))
    asked = (
        question(entry, number, len(order), shuffled_order(entry, source))
        for number, entry in enumerate(order, start=1)
    )
    return Variant(code, tuple(asked))


def papers_pdf(made: Sequence[Variant], title: str, course: str) -> bytes:
    """Return the papers, each with its answer sheet."""
    return pdf.compile_template("exam.typ", _values(made, title, course))


def keys_pdf(made: Sequence[Variant], title: str, course: str) -> bytes:
    """Return the keys of all variants side by side, then every question with its reason and source."""
    return pdf.compile_template("exam-keys.typ", _values(made, f"{title} – đáp án", course))


def _values(made: Sequence[Variant], title: str, course: str) -> dict:
    shown = [{"code": variant.code, "questions": plain(variant.questions)} for variant in made]
    return pdf.LOOK | {"title": title, "course": course, "variants": shown}
