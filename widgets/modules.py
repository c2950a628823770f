"""Which front-end module a widget's state belongs to."""

from __future__ import annotations

from typing import Any


def module_of(state: dict[str, Any]) -> str:
    """Return the module of a widget, such as ``quiz``; empty for what is no widget of the kit.

    anywidget names the class in ``_anywidget_id``: ``widgets.quiz.quiz.Quiz``.
    """
    return next(iter(state.get("_anywidget_id", "").split(".")[-2:-1]), "")
