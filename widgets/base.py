"""What all widgets of the kit share: how they load, and how they read without JavaScript."""

from __future__ import annotations

from typing import Any, cast

import anywidget
import traitlets

from shown.json import MIME
from shown.markdown import to_markdown
from shown.model import Block
from shown.piece import bundle
from widgets import bundled


class KitWidget(anywidget.AnyWidget):
    """Base of the kit's widgets.

    A subclass names its folder once (``class Quiz(KitWidget, module="quiz")``);
    the bundles of ``quiz/quiz.js`` and ``quiz/quiz.css`` are loaded, each with what it needs.
    They are given as files: under ``make lab`` a saved source reaches the widgets that stand open.
    All behaviour lives in the browser; the traits hold the whole state, so the
    widget works in JupyterLab, in Voila, and without a kernel.
    """

    session = traitlets.Unicode(help="Slug of the session; part of the key of saved progress").tag(sync=True)
    key = traitlets.Unicode(help="Name of this widget within its session").tag(sync=True)
    terms = traitlets.List(
        traitlets.Dict(), help="Terms in its texts; see widgets.glossary.glossary.terms_in"
    ).tag(sync=True)

    def __init_subclass__(cls, module: str = "", **kwargs: Any) -> None:
        if module:
            cls._esm = bundled.bundle(f"{module}.js")
            cls._css = bundled.bundle(f"{module}.css")
        super().__init_subclass__(**kwargs)

    def reading_form(self) -> list[Block]:
        """Return everything the widget shows as blocks, for print and plain readers."""
        raise NotImplementedError

    def as_markdown(self) -> str:
        """Return the reading form as Markdown."""
        return to_markdown(self.reading_form())

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        # It is None for a widget without a view only.
        data, metadata = cast("tuple[dict, dict]", super()._repr_mimebundle_(**kwargs))
        words = self.as_markdown()
        return {
            **data,
            "text/plain": words,
            "text/markdown": words,
            MIME: bundle(self.reading_form()),
        }, metadata
