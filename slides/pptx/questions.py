"""Quiz questions in a PPTX: as they are asked, with boxes, and answered."""

from __future__ import annotations

from pptx.enum.dml import MSO_THEME_COLOR

from shown.model import plain
from shown.question import Question
from slides.paper.pdf import SIZES
from slides.pptx.text import Frame

# From one line of an answer's list to the next; what is left below a line with a box (see templates/kit.typ).
_LIST_GAP, _BOX_GAP = 0.0, 0.3


def ask(frame: Frame, question: Question) -> None:
    """Write a question with a box before each of its options."""
    size = SIZES["text"]
    frame.line(question.prompt, size, bold=True)
    if question.blank:
        frame.line(f"Trả lời: …………………… {question.blank.after}".rstrip(), size)
    for option in question.options:
        frame.line(f"{option.sign}. {option.text}", size, bullet="☐", gap=_BOX_GAP * size)
    for side in question.sides:
        frame.line(f"{side.sign}. {side.text}", size, gap=_LIST_GAP)


def answer(frame: Frame, question: Question) -> None:
    """Write what was asked, the answer in one line and in full, and what the source says of it."""
    size = SIZES["text"]
    frame.line(question.prompt, size, colour=MSO_THEME_COLOR.ACCENT_6)
    frame.line(f"Đáp án: {question.answer}", size, bold=True)
    for place, line in enumerate(question.in_full, start=1):
        sign = {"number": place} if question.numbered else {"bullet": "•"}
        frame.line(plain(line), size, gap=_LIST_GAP, **sign)
    if not question.told:
        frame.line(question.explanation, size)
