"""Quiz questions in a PPTX: as they are asked, with boxes, and answered, with the reasons."""

from __future__ import annotations

from slides.deck.blocks import note_and_source
from slides.deck.model import Option, Question
from slides.paper.pdf import SIZES
from slides.pptx.text import Frame

LETTERS = "ABCDEFGH"
# From one line of an answer's list to the next; what is left below a line with a box (see templates/kit.typ).
_LIST_GAP, _BOX_GAP = 0.0, 0.3


def ask(frame: Frame, question: Question) -> None:
    """Write a question with a box before each of its options."""
    size = SIZES["text"]
    frame.line(question.prompt, size, bold=True)
    if question.kind == "numeric":
        frame.line("Trả lời: ……………………", size)
    for place, option in enumerate(question.options):
        sign = f"{place + 1}." if question.kind == "matching" else f"{LETTERS[place]}."
        frame.line(f"{sign} {option.text}", size, bullet="☐", gap=_BOX_GAP * size)
    for letter, side in zip(LETTERS, question.sides, strict=False):
        frame.line(f"{letter}. {side}", size, gap=_LIST_GAP)


def answer(frame: Frame, question: Question) -> None:
    """Write the answer in one line and in full, the reasons, and the source."""
    size = SIZES["text"]
    frame.line(f"Đáp án: {question.answer}", size, bold=True)
    for place, line in enumerate(_in_full(question), start=1):
        sign = {"number": place} if question.kind == "ordering" else {"bullet": "•"}
        frame.line(line, size, gap=_LIST_GAP, **sign)
    frame.line(question.explanation, size)
    for paragraph in note_and_source(question.notes, question.cite):
        frame.paragraph(paragraph)


def _in_full(question: Question) -> list[str]:
    options = question.options
    if question.kind in ("single", "multiple"):
        return [f"{option.text}: {option.reason}" for option in options if option.right]
    if question.kind == "ordering":
        return [option.text for option in sorted(options, key=_place)]
    return [
        f"{option.text} – {question.sides[LETTERS.index(option.mark)]}"
        for option in options
        if question.sides
    ]


def _place(option: Option) -> int:
    return int(option.mark)
