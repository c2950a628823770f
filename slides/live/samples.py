"""A chart and a question from the decks, for trying whether a machine can show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from slides.deck.model import Deck
from slides.live.render import widget_models

# What a trial answers and chooses is kept apart from the reader's own.
SESSION = "kiem-tra"


def samples(decks: Iterable[Deck]) -> dict[str, dict[str, Any]]:
    """Return module and state of a chart that can be switched and of a question with one answer, where there are."""
    models = [model for deck in decks for model in widget_models(deck).values()]
    found = {"figure": next(_figures(models), None), "question": next(_questions(models), None)}
    return {
        name: model | {"state": model["state"] | {"session": SESSION, "key": name}}
        for name, model in found.items()
        if model
    }


def _figures(models: list[dict]) -> Iterator[dict]:
    for model in models:
        if model["module"] == "figure_explorer" and len(model["state"]["states"]) > 1:
            yield model


def _questions(models: list[dict]) -> Iterator[dict]:
    for model in models:
        if model["module"] != "quiz":
            continue
        for question in model["state"]["questions"]:
            if question["kind"] == "single":
                yield model | {"state": model["state"] | {"questions": [question], "title": "Câu hỏi mẫu"}}
