"""A quiz question as it is asked and answered in the room, on a page's reading form and on paper.

What distinguishes the kinds stands here and nowhere else on this side of the browser: each is a :class:`Kind`, and
renderers show a :class:`Question` without asking for its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from shown.model import Runs, strong, words

# Where an answer is written in.
BLANK = "…………"


@dataclass(frozen=True)
class Option:
    """A possible answer, in the order shown.

    Attributes
    ----------
    sign
        Letter or number that it is called by.
    right
        Whether it is right, or belongs to the answer.
    mark
        What stands in its box in the answers.
    """

    text: str
    sign: str
    right: bool
    reason: str
    mark: str = ""


@dataclass(frozen=True)
class Key:
    """The answer at length: what stands beside the question's number, and a line for each reason."""

    short: str
    lines: tuple[Runs, ...]


@dataclass(frozen=True)
class Parts:
    """What a kind of question is made of.

    Attributes
    ----------
    options
        What is to be chosen, put in order, or matched; empty where an answer is written in.
    sides
        The lettered right sides of what is to be matched.
    blank
        The line that is to be filled in, with the signs around the blank; empty where there are options.
    answer
        The right answer in one line.
    in_full
        The same in lines, as a room is shown it below the one line.
    key
        The same with all reasons, for paper.
    chosen
        Whether the answer is a choice of letters.
    numbered
        Whether the lines of the answer have an order.
    """

    options: tuple[Option, ...] = ()
    sides: tuple[str, ...] = ()
    blank: str = ""
    answer: str = ""
    in_full: tuple[Runs, ...] = ()
    key: Key = Key("", ())
    chosen: bool = False
    numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class Question(Parts):
    """A question, ready to be shown: its parts, and what surrounds them.

    Attributes
    ----------
    number, total
        Its place among how many.
    hint, on_paper
        What is to be done, said to a room; and said on paper, where it is not plain from the form.
    """

    id: str
    number: int
    total: int
    kind: str
    difficulty: str
    prompt: str
    hint: str
    on_paper: str
    explanation: str
    cite: str
    notes: tuple[str, ...] = ()


def question(
    entry: Mapping[str, Any], number: int, total: int, order: Sequence[int] | None = None
) -> Question:
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
    kind = KINDS[entry["kind"]]
    parts = kind.parts(entry, order or entry["order"])
    return Question(
        **vars(parts),
        id=entry["id"], number=number, total=total, kind=entry["kind"], difficulty=entry["difficulty"],
        prompt=entry["prompt"], hint=kind.hint, on_paper=kind.on_paper,
        explanation=entry["explanation"], cite=entry["cite"],
        notes=tuple(entry["notes"]),
    )  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of question: what is to be done, and how its parts are made from an entry in an order."""

    hint: str
    parts: Callable[[Mapping[str, Any], Sequence[int]], Parts]
    on_paper: str = ""


def _choice(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    chosen = [entry["options"][index] for index in order]
    options = tuple(
        Option(one["text"], f"{letter}.", one["correct"], one["reason"], "X" if one["correct"] else "")
        for letter, one in zip(ascii_uppercase, chosen, strict=False)
    )
    right = [option for option in options if option.right]
    marks = {True: "☑ Đúng", False: "☐ Sai"}
    lines = (_line(f"{marks[one['correct']]}: {one['text']}", one["reason"]) for one in entry["options"])
    return Parts(
        options,
        answer=", ".join(option.sign.rstrip(".") for option in right),
        in_full=tuple(words(strong(option.text), f": {option.reason}") for option in right),
        key=Key("", tuple(lines)),
        chosen=True,
    )


def _boolean(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    said = {True: "Đúng", False: "Sai"}
    options = tuple(
        Option(
            said[value], f"{letter}.", value == entry["answer"],
            entry["explanation"] if value == entry["answer"] else entry["reason_wrong"],
            "X" if value == entry["answer"] else "",
        )
        for letter, value in (("A", True), ("B", False))
    )  # fmt: skip
    other = words(f"Nếu chọn “{said[not entry['answer']]}”: {entry['reason_wrong']}")
    right = next(option for option in options if option.right)
    key = Key(f"{right.text}.", (other,))
    return Parts(options, answer=f"{right.sign.rstrip('.')} – {right.text}", key=key, chosen=True)


def _numeric(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    answer = entry["answer"]
    over = "hơn " if answer["qualifier"] == "over" else ""
    blank = f"{over}{BLANK} {answer['unit']}".rstrip()
    key = Key(f"{answer['text']}.", (words(entry["reason_wrong"]),))
    return Parts(blank=blank, answer=answer["text"], key=key)


def _ordering(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    items = entry["items"]
    options = tuple(
        Option(items[index]["text"], f"{letter}.", True, items[index]["reason"], str(index + 1))
        for letter, index in zip(ascii_uppercase, order, strict=False)
    )
    sorted_options = sorted(options, key=lambda option: int(option.mark))
    return Parts(
        options,
        answer=" – ".join(option.sign.rstrip(".") for option in sorted_options),
        in_full=tuple(words(option.text) for option in sorted_options),
        key=Key("", tuple(_line(one["text"], one["reason"]) for one in items)),
        numbered=True,
    )


def _matching(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    pairs = entry["pairs"]
    letters = {index: ascii_uppercase[place] for place, index in enumerate(order)}
    options = tuple(
        Option(pair["left"], f"{number}.", True, pair["reason"], letters[number - 1])
        for number, pair in enumerate(pairs, start=1)
    )
    lines = (_line(f"{pair['left']} → {pair['right']}", pair["reason"]) for pair in pairs)
    return Parts(
        options,
        sides=tuple(pairs[index]["right"] for index in order),
        answer=", ".join(f"{option.sign.rstrip('.')}–{option.mark}" for option in options),
        in_full=tuple(words(f"{pair['left']} – {pair['right']}") for pair in pairs),
        key=Key("", tuple(lines)),
    )


def _line(told: str, reason: str) -> Runs:
    return words(f"{told} – {reason}")


KINDS = {
    "single": Kind("Chọn một phương án.", _choice),
    "multiple": Kind("Chọn các phương án đúng.", _choice, "Chọn các phương án đúng."),
    "boolean": Kind("Đúng hay sai?", _boolean),
    "numeric": Kind("Nêu con số.", _numeric),
    "ordering": Kind("Sắp xếp theo thứ tự.", _ordering, "Ghi số thứ tự vào ô."),
    "matching": Kind("Nối mỗi dòng với một vế ghép.", _matching, "Ghi chữ cái của vế ghép vào ô."),
}
