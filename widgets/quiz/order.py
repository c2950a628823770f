"""In which order a question shows its parts: one order on paper, on slides and on a page's first round."""

from __future__ import annotations

import random

from shown.question_kinds import KINDS


def first_order(question: dict) -> list[int]:
    """Return the order in which a question is asked first, as positions of its written parts.

    Options stand as their author wrote them, so that "phương án C" is the same one on the
    projector, on a handout and on a phone. What is to be arranged or matched is shuffled by
    the question's id.

    Parameters
    ----------
    question
        As :func:`widgets.quiz.quiz.plain_question` makes it.
    """
    # Where the written order is the answer, it is never shown.
    if KINDS[question["kind"]].telling:
        return shuffled_order(question, random.Random(question["id"]))
    return _written(question)


def shuffled_order(question: dict, source: random.Random) -> list[int]:
    """Return another order, from ``source``; of what is to be arranged nothing stands in its own place."""
    order = _written(question)
    source.shuffle(order)
    telling = KINDS[question["kind"]].telling
    while telling and any(position == place for place, position in enumerate(order)):
        source.shuffle(order)
    return order


def _written(question: dict) -> list[int]:
    parts = question.get("options") or question.get("items") or question.get("pairs") or []
    return list(range(len(parts)))
