"""A chart from the decks, for trying whether a machine can show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from slides.deck.model import Deck
from slides.live.render import widget_models


def samples(decks: Iterable[Deck]) -> dict[str, dict[str, Any]]:
    """Return module and state of a chart that can be switched, by the name of its trial, where there is one."""
    models = [model for deck in decks for model in widget_models(deck).values()]
    switched = (
        model
        for model in models
        if model["module"] == "figure_explorer" and len(model["state"]["states"]) > 1
    )
    first = next(switched, None)
    return {"figure": first} if first else {}
