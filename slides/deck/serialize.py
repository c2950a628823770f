"""The deck model as plain JSON values, as templates receive it and caches keep it, and back."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any

from shown import json as shown_json
from shown import question
from slides.deck import model
from slides.deck.model import Deck

_TYPES = shown_json.TYPES | shown_json.types_of(question) | shown_json.types_of(model)


def plain(value: Any) -> Any:
    """Return dataclasses as dictionaries with their ``type``, tuples as lists."""
    if is_dataclass(value):
        fields = {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return {"type": type(value).__name__} | fields
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


def to_json(deck: Deck) -> bytes:
    """Write a deck as JSON."""
    return json.dumps(plain(deck), ensure_ascii=False).encode("utf-8")


def from_json(body: bytes) -> Deck:
    """Return the deck that :func:`to_json` wrote.

    Raises
    ------
    ValueError, TypeError, KeyError
        When the text is no deck, or one of another version of the model.
    """
    deck = shown_json.from_json(json.loads(body), _TYPES)
    if not isinstance(deck, Deck):
        raise TypeError(f"a {type(deck).__name__} is no deck")
    return deck
