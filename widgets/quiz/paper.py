"""The quiz on paper: questions first, answers with their reasons at the end."""

from __future__ import annotations

from string import ascii_uppercase

from shown.model import Answers, Block, Heading, Item, Run, bullets, strong, text, words
from shown.prose import below_card

BLANK = "…………"


def reading_form(title: str, questions: list[dict]) -> list[Block]:
    """Write plain questions (see :func:`widgets.quiz.quiz.plain_question`) as blocks."""
    asked: list[Block] = []
    answered: list[Block] = []
    for number, question in enumerate(questions, start=1):
        asked.append(text(strong(f"Câu {number}"), f" ({question['difficulty']}). {question['prompt']}"))
        asked += _ASK[question["kind"]](question, question["order"])
        answered += _answer(number, question)
    return [Heading(words(title), 3), *asked, Answers(tuple(answered))]


def _boxes(*texts: str) -> Block:
    return bullets(*(f"☐ {one}" for one in texts))


def _ask_choice(question: dict, order: list[int]) -> list[Block]:
    return [_boxes(*(question["options"][index]["text"] for index in order))]


def _ask_multiple(question: dict, order: list[int]) -> list[Block]:
    return [text("(Chọn các phương án đúng.)"), *_ask_choice(question, order)]


def _ask_boolean(question: dict, order: list[int]) -> list[Block]:
    return [_boxes("Đúng", "Sai")]


def _ask_numeric(question: dict, order: list[int]) -> list[Block]:
    over = "hơn " if question["answer"]["qualifier"] == "over" else ""
    return [text(f"Trả lời: {over}{BLANK} {question['answer']['unit']}".rstrip())]


def _ask_ordering(question: dict, order: list[int]) -> list[Block]:
    rows = (question["items"][index]["text"] for index in order)
    return [text("(Ghi số thứ tự vào ô.)"), _boxes(*rows)]


def _ask_matching(question: dict, order: list[int]) -> list[Block]:
    pairs = question["pairs"]
    sides = (
        f"{letter}. {pairs[index]['right']}" for letter, index in zip(ascii_uppercase, order, strict=False)
    )
    return [
        text("(Ghi chữ cái của vế ghép vào ô.)"),
        _boxes(*(pair["left"] for pair in pairs)),
        text("Các vế ghép:"),
        bullets(*sides),
    ]


_ASK = {
    "single": _ask_choice,
    "multiple": _ask_multiple,
    "boolean": _ask_boolean,
    "numeric": _ask_numeric,
    "ordering": _ask_ordering,
    "matching": _ask_matching,
}


def _answer(number: int, question: dict) -> list[Block]:
    short, rows = _KEY[question["kind"]](question)
    head: list[str | Run] = [strong(f"Câu {number}."), f" {short}" if short else ""]
    ordered = question["kind"] == "ordering"
    below = below_card(question["notes"], question["cite"])
    return [text(*head), bullets(*rows, ordered=ordered), text(question["explanation"]), *below]


def _key_choice(question: dict) -> tuple[str, list[Item]]:
    marks = {True: "☑ Đúng", False: "☐ Sai"}
    return "", [
        _said(f"{marks[option['correct']]}: {option['text']}", option["reason"])
        for option in question["options"]
    ]


def _key_boolean(question: dict) -> tuple[str, list[Item]]:
    right, other = ("Đúng", "Sai") if question["answer"] else ("Sai", "Đúng")
    return f"{right}.", [Item(words(f"Nếu chọn “{other}”: {question['reason_wrong']}"))]


def _key_numeric(question: dict) -> tuple[str, list[Item]]:
    return f"{question['answer']['text']}.", [Item(words(question["reason_wrong"]))]


def _key_ordering(question: dict) -> tuple[str, list[Item]]:
    return "", [_said(item["text"], item["reason"]) for item in question["items"]]


def _key_matching(question: dict) -> tuple[str, list[Item]]:
    return "", [_said(f"{pair['left']} → {pair['right']}", pair["reason"]) for pair in question["pairs"]]


_KEY = {
    "single": _key_choice,
    "multiple": _key_choice,
    "boolean": _key_boolean,
    "numeric": _key_numeric,
    "ordering": _key_ordering,
    "matching": _key_matching,
}


def _said(told: str, reason: str) -> Item:
    return Item(words(f"{told} – {reason}"))
