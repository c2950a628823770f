"""In which order a question shows its parts: one order on paper, on slides and on a page's first round."""

from __future__ import annotations

import random

# In these the written order is the answer, so it is never shown.
TELLING = ("ordering", "matching")


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
    if question["kind"] in TELLING:
        return shuffled_order(question, random.Random(question["id"]))
    return _written(question)


def shuffled_order(question: dict, source: random.Random) -> list[int]:
    """Return another order, from ``source``; of what is to be arranged nothing stands in its own place."""
    order = _written(question)
    source.shuffle(order)
    while question["kind"] in TELLING and any(position == place for place, position in enumerate(order)):
        source.shuffle(order)
    return order


def _written(question: dict) -> list[int]:
    parts = question.get("options") or question.get("items") or question.get("pairs") or []
    return list(range(len(parts)))
