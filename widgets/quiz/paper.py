"""The quiz on paper: questions first, answers with their reasons at the end."""

from __future__ import annotations

from string import ascii_uppercase

from shown.blocks import plain

BLANK = "…………"


def as_markdown(title: str, questions: list[dict]) -> str:
    """Write plain questions (see :func:`widgets.quiz.quiz.plain_question`) as Markdown."""
    asked, answered = [], []
    for number, question in enumerate(questions, start=1):
        head = f"**Câu {number}** ({question['difficulty']}). {plain(question['prompt'])}"
        asked.append(f"{head}\n\n{_ASK[question['kind']](question, question['order'])}")
        answered.append(_answer(number, question))
    return "\n\n".join([f"### {plain(title)}", *asked, "#### Đáp án", *answered]) + "\n"


def _ask_choice(question: dict, order: list[int]) -> str:
    return _lines(f"- ☐ {plain(question['options'][index]['text'])}" for index in order)


def _ask_multiple(question: dict, order: list[int]) -> str:
    return f"(Chọn các phương án đúng.)\n\n{_ask_choice(question, order)}"


def _ask_boolean(question: dict, order: list[int]) -> str:
    return "- ☐ Đúng\n- ☐ Sai"


def _ask_numeric(question: dict, order: list[int]) -> str:
    over = "hơn " if question["answer"]["qualifier"] == "over" else ""
    return f"Trả lời: {over}{BLANK} {question['answer']['unit']}".rstrip()


def _ask_ordering(question: dict, order: list[int]) -> str:
    rows = _lines(f"- ☐ {plain(question['items'][index]['text'])}" for index in order)
    return f"(Ghi số thứ tự vào ô.)\n\n{rows}"


def _ask_matching(question: dict, order: list[int]) -> str:
    pairs = question["pairs"]
    left = _lines(f"- ☐ {plain(pair['left'])}" for pair in pairs)
    right = _lines(
        f"- {letter}. {plain(pairs[index]['right'])}"
        for letter, index in zip(ascii_uppercase, order, strict=False)
    )
    return f"(Ghi chữ cái của vế ghép vào ô.)\n\n{left}\n\nCác vế ghép:\n\n{right}"


_ASK = {
    "single": _ask_choice,
    "multiple": _ask_multiple,
    "boolean": _ask_boolean,
    "numeric": _ask_numeric,
    "ordering": _ask_ordering,
    "matching": _ask_matching,
}


def _answer(number: int, question: dict) -> str:
    short, rows = _KEY[question["kind"]](question)
    parts = [f"**Câu {number}.** {short}".rstrip(), _lines(rows), plain(question["explanation"])]
    parts += [f"Ghi chú: {plain(note)}" for note in question["notes"]]
    parts.append(f"*Nguồn: {plain(question['cite'])}*")
    return "\n\n".join(part for part in parts if part)


def _key_choice(question: dict) -> tuple[str, list[str]]:
    rows = [
        f"- {'☑ Đúng' if option['correct'] else '☐ Sai'}: {_said(option['text'], option['reason'])}"
        for option in question["options"]
    ]
    return "", rows


def _key_boolean(question: dict) -> tuple[str, list[str]]:
    right, other = ("Đúng", "Sai") if question["answer"] else ("Sai", "Đúng")
    return f"{right}.", [f"- Nếu chọn “{other}”: {plain(question['reason_wrong'])}"]


def _key_numeric(question: dict) -> tuple[str, list[str]]:
    return f"{plain(question['answer']['text'])}.", [f"- {plain(question['reason_wrong'])}"]


def _key_ordering(question: dict) -> tuple[str, list[str]]:
    items = enumerate(question["items"], start=1)
    return "", [f"{place}. {_said(item['text'], item['reason'])}" for place, item in items]


def _key_matching(question: dict) -> tuple[str, list[str]]:
    return "", [
        f"- {_said(pair['left'] + ' → ' + pair['right'], pair['reason'])}" for pair in question["pairs"]
    ]


_KEY = {
    "single": _key_choice,
    "multiple": _key_choice,
    "boolean": _key_boolean,
    "numeric": _key_numeric,
    "ordering": _key_ordering,
    "matching": _key_matching,
}


def _said(text: str, reason: str) -> str:
    return f"{plain(text)} – {plain(reason)}"


def _lines(rows) -> str:
    return "\n".join(rows)
