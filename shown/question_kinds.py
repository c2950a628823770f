"""The kinds of quiz questions: what each is made of, and what is to be done.

Renderers show a :class:`shown.question.Question` without asking for its kind. What else differs from kind to kind is
how the quiz judges and rules hold it; CONTRIBUTING.md lists where.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from shown.model import Runs, strong, words
from shown.question import Blank, Option, Parts, Question, Side

# Before a situation that nobody lived through.
INVENTED = "Tình huống giả định."


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
        prompt=f"{INVENTED} {entry['prompt']}" if entry["invented"] else entry["prompt"],
        hint=kind.hint, on_paper=kind.on_paper,
        explanation=entry["explanation"], cite=entry["cite"],
        notes=tuple(entry["notes"]), commentary=entry["commentary"] or "",
        see=(entry.get("see") or {}).get("anchor", ""),
    )  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of question.

    Attributes
    ----------
    hint, on_paper
        As in :class:`Question`.
    parts
        Makes its parts from an entry in an order.
    telling
        Whether the order in which it is written is the answer.
    """

    hint: str
    parts: Callable[[Mapping[str, Any], Sequence[int]], Parts]
    on_paper: str = ""
    telling: bool = False


def _choice(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    chosen = [entry["options"][index] for index in order]
    options = tuple(
        Option(one["text"], letter, one["correct"], one["reason"], "X" if one["correct"] else "")
        for letter, one in zip(ascii_uppercase, chosen, strict=False)
    )
    right = [option for option in options if option.right]
    marks = {True: "Đúng", False: "Sai"}
    lines = (_line(f"{marks[one['correct']]}: {one['text']}", one["reason"]) for one in entry["options"])
    return Parts(
        options,
        answer=", ".join(option.sign for option in right),
        in_full=tuple(words(strong(option.text)) for option in right),
        reasons=tuple(lines),
        chosen=True,
    )


def _boolean(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    said = {True: "Đúng", False: "Sai"}
    options = tuple(
        Option(
            said[value], letter, value == entry["answer"],
            entry["explanation"] if value == entry["answer"] else entry["reason_wrong"],
            "X" if value == entry["answer"] else "",
        )
        for letter, value in (("A", True), ("B", False))
    )  # fmt: skip
    other = words(f"Nếu chọn “{said[not entry['answer']]}”: {entry['reason_wrong']}")
    right = next(option for option in options if option.right)
    answer = f"{right.sign} – {right.text}"
    return Parts(options, answer=answer, short=f"{right.text}.", reasons=(other,), chosen=True)


def _numeric(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    answer = entry["answer"]
    blank = Blank(answer["unit"])
    reasons = (words(entry["reason_wrong"]),)
    return Parts(blank=blank, answer=answer["text"], short=f"{answer['text']}.", reasons=reasons)


def _ordering(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    items = entry["items"]
    options = tuple(
        Option(items[index]["text"], letter, True, items[index]["reason"], str(index + 1))
        for letter, index in zip(ascii_uppercase, order, strict=False)
    )
    sorted_options = sorted(options, key=lambda option: int(option.mark))
    return Parts(
        options,
        answer=" – ".join(option.sign for option in sorted_options),
        in_full=tuple(words(option.text) for option in sorted_options),
        reasons=tuple(_line(one["text"], one["reason"]) for one in items),
        numbered=True,
    )


def _matching(entry: Mapping[str, Any], order: Sequence[int]) -> Parts:
    pairs = entry["pairs"]
    letters = {index: ascii_uppercase[place] for place, index in enumerate(order)}
    options = tuple(
        Option(pair["left"], str(number), True, pair["reason"], letters[number - 1])
        for number, pair in enumerate(pairs, start=1)
    )
    lines = (words(f"{pair['left']} – {pair['right']}: {pair['reason']}") for pair in pairs)
    return Parts(
        options,
        sides=tuple(Side(pairs[index]["right"], letters[index]) for index in order),
        answer=", ".join(f"{option.sign}–{option.mark}" for option in options),
        in_full=tuple(words(f"{pair['left']} – {pair['right']}") for pair in pairs),
        reasons=tuple(lines),
    )


def _line(told: str, reason: str) -> Runs:
    return words(f"{told} – {reason}")


KINDS = {
    "single": Kind("Chọn một phương án.", _choice),
    "multiple": Kind("Chọn các phương án đúng.", _choice, "Chọn các phương án đúng."),
    "boolean": Kind("Đúng hay sai?", _boolean),
    "numeric": Kind("Nêu con số.", _numeric),
    "ordering": Kind("Sắp xếp theo thứ tự.", _ordering, "Ghi số thứ tự vào ô.", telling=True),
    "matching": Kind(
        "Nối mỗi dòng với một vế ghép.", _matching, "Ghi chữ cái của vế ghép vào ô.", telling=True
    ),
}
