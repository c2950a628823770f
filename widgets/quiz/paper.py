"""The quiz on paper: questions first, answers with their reasons at the end."""

from __future__ import annotations

from shown.model import Answers, Block, Commentary, Heading, bullets, strong, text, words
from shown.prose import below_card
from shown.question import Question
from shown.question_kinds import question


def reading_form(title: str, entries: list[dict]) -> list[Block]:
    """Write plain questions (see :func:`widgets.quiz.quiz.plain_question`) as blocks."""
    questions = [question(entry, number, len(entries)) for number, entry in enumerate(entries, start=1)]
    answers = tuple(block for one in questions for block in _answered(one))
    return [
        Heading(words(title), 3),
        *(block for one in questions for block in _asked(one)),
        Answers(answers),
    ]


def _asked(one: Question) -> list[Block]:
    head = text(strong(f"Câu {one.number}"), f" ({one.difficulty}). {one.prompt}")
    if one.blank:
        return [head, text(f"Trả lời: ………… {one.blank.after}".rstrip())]
    hint = [text(f"({one.on_paper})")] if one.on_paper else []
    options = bullets(*(f"☐ {option.text}" for option in one.options))
    sides: list[Block] = [text("Các vế ghép:"), bullets(*(f"{side.sign}. {side.text}" for side in one.sides))]
    return [head, *hint, options, *(sides if one.sides else [])]


def _answered(one: Question) -> list[Block]:
    head = text(strong(f"Câu {one.number}."), f" {one.short}" if one.short else "")
    mark = "☑ " if one.chosen else ""
    told = [words(mark, *runs) for runs in one.in_full]
    lines = [bullets(*told, ordered=one.numbered)] if told else []
    own = Commentary((bullets(*one.reasons), *([text(one.commentary)] if one.commentary else [])))
    return [head, *lines, text(one.explanation), *below_card(one.notes, one.cite), own]
