"""A quiz question as it is asked in the room and on paper: options in the order given, answer, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from slides.deck.model import Option, Question

HINTS = {
    "single": "Chọn một phương án.",
    "multiple": "Chọn các phương án đúng.",
    "boolean": "Đúng hay sai?",
    "numeric": "Nêu con số.",
    "ordering": "Sắp xếp theo thứ tự.",
    "matching": "Nối mỗi dòng với một vế ghép.",
}


def question(entry: dict, number: int, total: int, order: Sequence[int] | None = None) -> Question:
    """Turn a question of a quiz widget into one to be shown.

    Parameters
    ----------
    entry
        As :func:`widgets.quiz.quiz.plain_question` makes it.
    number, total
        Its place among how many.
    order
        Positions of its parts as they are shown; the order in which pages show them first by default.
    """
    kind = entry["kind"]
    options, sides, answer = _KINDS[kind](entry, order or entry["order"])
    return Question(
        id=entry["id"], number=number, total=total, kind=kind, prompt=entry["prompt"], hint=HINTS[kind],
        options=options, sides=sides, answer=answer, explanation=entry["explanation"], cite=entry["cite"],
        notes=tuple(entry["notes"]),
    )  # fmt: skip


def _choice(entry: dict, order: Sequence[int]):
    chosen = [entry["options"][index] for index in order]
    options = tuple(
        Option(one["text"], one["correct"], one["reason"], "X" if one["correct"] else "") for one in chosen
    )
    letters = [letter for letter, one in zip(ascii_uppercase, options, strict=False) if one.right]
    return options, (), ", ".join(letters)


def _boolean(entry: dict, order: Sequence[int]):
    wrong = entry["reason_wrong"]
    options = tuple(
        Option(words, right, entry["explanation"] if right else wrong, "X" if right else "")
        for words, right in (("Đúng", entry["answer"]), ("Sai", not entry["answer"]))
    )
    return options, (), "A – Đúng" if entry["answer"] else "B – Sai"


def _numeric(entry: dict, order: Sequence[int]):
    return (), (), entry["answer"]["text"]


def _ordering(entry: dict, order: Sequence[int]):
    items = entry["items"]
    options = tuple(
        Option(items[index]["text"], True, items[index]["reason"], str(index + 1)) for index in order
    )
    marks = [
        letter
        for _, letter in sorted(
            (option.mark, letter) for option, letter in zip(options, ascii_uppercase, strict=False)
        )
    ]
    return options, (), " – ".join(marks)


def _matching(entry: dict, order: Sequence[int]):
    pairs = entry["pairs"]
    letters = {index: ascii_uppercase[place] for place, index in enumerate(order)}
    sides = tuple(pairs[index]["right"] for index in order)
    options = tuple(
        Option(pair["left"], True, pair["reason"], letters[index]) for index, pair in enumerate(pairs)
    )
    answer = ", ".join(f"{place}–{option.mark}" for place, option in enumerate(options, start=1))
    return options, sides, answer


_KINDS = {
    "single": _choice,
    "multiple": _choice,
    "boolean": _boolean,
    "numeric": _numeric,
    "ordering": _ordering,
    "matching": _matching,
}
