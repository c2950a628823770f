"""A question as a room asks it: what phones may see and when, and what counts as which answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from exchange.cells import parsed
from meetings.rooms.errors import BadAnswer
from shown.question_kinds import question

CHOICES = ("single", "multiple", "boolean")
# How an answer that is no choice of letters is counted.
RIGHT, NEAR, OTHER = "right", "near", "other"
# An estimate counts as near within a tenth of the figure: most figures of a book like this say “hơn”.
NEAR_SHARE = 0.1
# Aloud one reads 4 to 5 syllables a second; options open after an unhurried reader has come to their end.
SYLLABLES_PER_SECOND = 3
SHORTEST_READING_MS, LONGEST_READING_MS = 3_000, 40_000
LONGEST_NUMBER = 20  # characters


@dataclass(frozen=True)
class Asked:
    """A question that is put to a room.

    Attributes
    ----------
    id
        The question in the course.
    shown
        What phones may read: kind, prompt, hint, options and sides with their letters, the unit behind a number.
    key
        What they may read once it is shown: the right letters or number, the answer in words, a reason for each
        option, explanation and source.
    """

    id: str
    shown: dict[str, Any]
    key: dict[str, Any]

    @property
    def reading_ms(self) -> int:
        """For how long it is read before it can be answered, in milliseconds."""
        texts = [self.shown["prompt"], *(one["text"] for one in self.shown["options"] + self.shown["sides"])]
        syllables = sum(len(text.split()) for text in texts)
        wanted = 1_000 * syllables // SYLLABLES_PER_SECOND
        return max(SHORTEST_READING_MS, min(LONGEST_READING_MS, wanted))


def asked(entry: Mapping[str, Any]) -> Asked:
    """Make what a room asks from a question of a quiz.

    Parameters
    ----------
    entry
        As ``widgets.quiz.quiz.plain_question`` makes it; letters are those of the wall.
    """
    one = question(entry, 1, 1)
    shown = {
        "kind": one.kind,
        "prompt": one.prompt,
        "hint": one.hint,
        "options": [{"sign": option.sign, "text": option.text} for option in one.options],
        "sides": [asdict(side) for side in one.sides],
        "unit": one.blank.after if one.blank else "",
    }
    key = {
        "right": _right(one.kind, one.options, entry),
        "answer": one.answer,
        "reasons": {option.sign: option.reason for option in one.options},
        "explanation": one.explanation,
        "commentary": one.commentary,
        "cite": one.cite,
    }
    return Asked(one.id, shown, key)


def _right(kind: str, options: tuple[Any, ...], entry: Mapping[str, Any]) -> Any:
    if kind in CHOICES:
        return [option.sign for option in options if option.right]
    if kind == "numeric":
        return entry["answer"]["value"]
    if kind == "ordering":
        return [option.sign for option in sorted(options, key=lambda option: int(option.mark))]
    return {option.sign: option.mark for option in options}


def cleaned(shown: Mapping[str, Any], value: object) -> Any:
    """Return an answer in the one form in which it is kept.

    Parameters
    ----------
    shown
        The question as phones have it.
    value
        What a phone sent: letters of a choice, a number as typed, letters in order, or a letter for each number.

    Raises
    ------
    BadAnswer
        When it answers something else.
    """
    kind = shown["kind"]
    signs = [option["sign"] for option in shown["options"]]
    if kind == "numeric":
        return _number(value)
    if kind == "matching":
        sides = sorted(side["sign"] for side in shown["sides"])
        if (
            not isinstance(value, dict)
            or sorted(value) != sorted(signs)
            or sorted(map(str, value.values())) != sides
        ):
            raise BadAnswer("Câu trả lời", "mỗi dòng phải nối với một vế", value=value)
        return {sign: value[sign] for sign in signs}
    if (
        not isinstance(value, list)
        or not all(isinstance(one, str) for one in value)
        or len(set(value)) != len(value)
    ):
        raise BadAnswer("Câu trả lời", "phải là các chữ cái của phương án", value=value)
    if kind == "ordering":
        if sorted(value) != sorted(signs):
            raise BadAnswer("Câu trả lời", "phải xếp đủ các dòng", value=value)
        return value
    most = len(signs) if kind == "multiple" else 1
    if not set(value) <= set(signs) or not 1 <= len(value) <= most:
        raise BadAnswer(
            "Câu trả lời", f"phải chọn {'ít nhất một' if most > 1 else 'đúng một'} phương án", value=value
        )
    return sorted(value)


def _number(value: object) -> float:
    text = value if isinstance(value, str) and value.isascii() and len(value) <= LONGEST_NUMBER else ""
    number = parsed(text, ",")
    if not isinstance(number, Decimal) or number < 0:
        raise BadAnswer("Câu trả lời", "phải là một số, như 167.700 hoặc 12,5", value=value)
    return float(number)


def counted(shown: Mapping[str, Any], key: Mapping[str, Any], value: Any) -> list[str]:
    """Return as what an answer counts: the letters that were chosen, or whether it is right, near or another.

    Parameters
    ----------
    shown, key
        The question.
    value
        An answer that is :func:`cleaned`.
    """
    if shown["kind"] in CHOICES:
        return list(value)
    if value == key["right"]:
        return [RIGHT]
    near = shown["kind"] == "numeric" and math.isclose(value, key["right"], rel_tol=NEAR_SHARE)
    return [NEAR if near else OTHER]


def countable(shown: Mapping[str, Any]) -> list[str]:
    """Return what answers to a question can count as, in the order of the wall."""
    if shown["kind"] in CHOICES:
        return [option["sign"] for option in shown["options"]]
    return [RIGHT, NEAR, OTHER] if shown["kind"] == "numeric" else [RIGHT, OTHER]
