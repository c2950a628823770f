"""How long a page is read: what members see at once, at the pace of a reader."""

from __future__ import annotations

from server.publish import reading_time
from server.publish.executed import Executed
from shown.model import Folded, Item, bullets, text, words
from shown.piece import MIME, bundle
from tests.courses import shipped

WORDS = " ".join(["tiếng"] * 400)


def markdown(source: str, slide: str = "skip") -> dict:
    return {
        "cell_type": "markdown",
        "id": "a",
        "source": source,
        "metadata": {"slideshow": {"slide_type": slide}},
    }


def shown(*blocks, source: str = "", kind: str = "text", fold: str = "") -> dict:
    output = {"data": {MIME: bundle(blocks, kind, fold)}}
    return {"cell_type": "code", "id": "b", "source": source, "metadata": {}, "outputs": [output]}


def minutes(*cells: dict) -> int:
    page = shipped().sessions["ke-hoach"]
    return reading_time.minutes(page, Executed({"metadata": {}, "cells": list(cells)}))


def test_words_are_read_at_two_hundred_a_minute() -> None:
    assert minutes(markdown(WORDS)) == 2
    assert minutes(markdown(WORDS), shown(text(WORDS))) == 4
    assert minutes(markdown("Một.")) == 1


def test_what_is_said_or_folded_away_is_not_read() -> None:
    folded = Item(words("Một"), (Folded("Nguyên văn", (text(WORDS),)),))
    cells = (
        markdown(WORDS, "notes"), shown(text(WORDS), kind="speaker agenda"), shown(text(WORDS), fold="Chi tiết"),
        shown(bullets(folded)),
    )  # fmt: skip
    assert minutes(markdown(WORDS), *cells) == 2


def test_of_several_plans_the_longest_counts() -> None:
    plans = [
        cell
        for name, size in (("mot", 200), ("hai", 600))
        for cell in (
            markdown("## Kế hoạch", "slide"),
            shown(text(" ".join(["tiếng"] * size)), source=f'{name} = lesson.plan("{name}")\n{name}.aims()'),
        )
    ]
    assert minutes(*plans, markdown("## Hết", "slide")) == 3
