"""What all widgets of the kit share: how they load, and how they read without JavaScript."""

from __future__ import annotations

import anywidget
import traitlets

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

    def __init_subclass__(cls, module: str = "", **kwargs: object) -> None:
        if module:
            cls._esm = bundled.bundle(f"{module}.js")
            cls._css = bundled.bundle(f"{module}.css")
        super().__init_subclass__(**kwargs)

    def as_markdown(self) -> str:
        """Return everything the widget shows as Markdown, for print and plain readers."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: object):
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**data, "text/plain": self.as_markdown(), "text/markdown": self.as_markdown()}, metadata
