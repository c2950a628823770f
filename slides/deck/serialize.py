"""The deck model as plain JSON values, as templates receive it and caches keep it, and back."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any

from slides.deck import model
from slides.deck.model import Deck

_TYPES = {name: value for name, value in vars(model).items() if is_dataclass(value)}


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
    deck = _restored(json.loads(body))
    if not isinstance(deck, Deck):
        raise TypeError(f"a {type(deck).__name__} is no deck")
    return deck


def _restored(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restored(item) for item in value)
    # The widgets' states are dictionaries by id: they have no type, and stay as they are.
    if isinstance(value, dict) and "type" in value:
        fields = {name: _restored(item) for name, item in value.items() if name != "type"}
        return _TYPES[value["type"]](**fields)
    return value
