"""Decks as JSON: what comes back is what was written, and what is no deck is refused."""

from __future__ import annotations

import json

import pytest

from slides.deck.model import Bullets, Columns, Deck, Paragraph, Part, Quote, Run, Slide
from slides.deck.serialize import from_json, plain, to_json
from tests.slides import sample

RUNS = (Run("hơn "), Run("167.700", "strong"))


def test_the_courses_decks_come_back(decks: dict[str, Deck]) -> None:
    for deck in decks.values():
        assert from_json(to_json(deck)) == deck


def test_every_kind_of_block_comes_back() -> None:
    blocks = (
        Columns((Paragraph(RUNS, "label"), Bullets((RUNS,), ordered=True, start=3)), (Quote(RUNS),)),
        *(block for slide in sample.deck().slides for block in slide.blocks),
    )
    slide = Slide("a", "a", "Tên", "section", blocks, ("Lời.",), 2.5)
    deck = Deck("x", "x.ipynb", "X", "Y", (Part("Một", 5),), (slide,), {"w1": {"type": "x", "states": [{}]}})
    assert from_json(to_json(deck)) == deck


def test_a_type_is_named_for_the_templates() -> None:
    assert plain(Run("a", "em")) == {"type": "Run", "text": "a", "style": "em", "href": ""}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        json.dumps({"type": "Deck"}).encode(),
        json.dumps({"type": "Path", "x": 1}).encode(),
        json.dumps(plain(Run("a")) | {"colour": "red"}).encode(),
        json.dumps(plain(Run("a"))).encode(),
        b"[]",
    ],
)
def test_what_is_no_deck_is_refused(body: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_json(body)
