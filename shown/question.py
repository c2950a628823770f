"""A quiz question as it is asked and answered in the room, on a page's reading form and on paper."""

from __future__ import annotations

from dataclasses import dataclass

from shown.model import Runs


@dataclass(frozen=True)
class Option:
    """A possible answer, in the order shown.

    Attributes
    ----------
    sign
        Letter or number that it is called by, without the point behind it.
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
class Side:
    """A right side of what is to be matched, and the letter that it is called by."""

    text: str
    sign: str


@dataclass(frozen=True)
class Blank:
    """Where a number is written in, and the unit behind it; the "hơn" before it is part of the answer."""

    after: str


@dataclass(frozen=True)
class Parts:
    """What a kind of question is made of.

    Attributes
    ----------
    options
        What is to be chosen, put in order, or matched; empty where an answer is written in.
    sides
        The right sides of what is to be matched.
    blank
        Where an answer is written in; None where there are options.
    answer
        The right answer in one line.
    in_full
        The same in lines.
    short
        The same beside the question's number on paper, where it needs no lines.
    reasons
        Why it is right and the others are not, in the kit's own words; they have no source.
    chosen
        Whether the answer is a choice of letters.
    numbered
        Whether the lines of the answer have an order.
    """

    options: tuple[Option, ...] = ()
    sides: tuple[Side, ...] = ()
    blank: Blank | None = None
    answer: str = ""
    in_full: tuple[Runs, ...] = ()
    short: str = ""
    reasons: tuple[Runs, ...] = ()
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
    commentary
        What the kit adds of its own; it has no source.
    see
        Name of the place that it is about, to which readers are led back; empty where it has none.
    told
        Whether a slide leaves the explanation to the speaker, because it has no room for it.
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
    commentary: str = ""
    see: str = ""
    told: bool = False
