"""The cells of a notebook as HTML: their own texts, what they show, and the widgets' reading forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course import Course, slideshow
from shown.html import Html
from shown.json import MIME, from_json
from shown.markdown import blocks
from slides.deck.minutes import with_minutes
from widgets.glossary.glossary import Marker


class Cells:
    """Writes the parts of one page's cells; terms are explained, each once a piece.

    Parameters
    ----------
    course
        Whose glossary explains the terms.
    link
        Gets what a text cell links to, such as another session's notebook, and returns its address.
    """

    def __init__(self, course: Course, link: Callable[[str], str] = str) -> None:
        self._marker, self._link = Marker(course), link

    def text(self, markdown: str) -> str:
        """Return a text cell."""
        return Html(self._marker.piece(), link=self._link).blocks(blocks(markdown))

    def plain(self, markdown: str) -> str:
        """Return Markdown without explained terms."""
        return Html().blocks(blocks(markdown))

    def notes(self, cell: dict[str, Any]) -> str:
        """Return the trainer's notes, which end in the minutes of their slide; wrong ones are left to ``kit check``."""
        minutes = slideshow.minutes(cell)
        return self.plain(with_minutes(cell["source"], minutes if slideshow.are_minutes(minutes) else None))

    def piece(self, data: dict[str, Any]) -> str:
        """Return what an output shows that is no widget."""
        shown = data[MIME]
        html = Html(self._marker.piece()).blocks(from_json(shown["blocks"]))
        kind = f"kit-block {shown['kind']}"
        if shown["fold"]:
            summary = Html().fold(shown["fold"])
            return f'<details class="{kind}">{summary}{html}</details>'
        return f'<div class="{kind}">{html}</div>'

    def reading_form(self, data: dict[str, Any]) -> str:
        """Return the form of a widget for plain readers; the widget itself has the places that links lead to."""
        return Html(anchors=False).blocks(from_json(data[MIME]["blocks"]))

    @staticmethod
    def shows(data: dict[str, Any]) -> bool:
        """Tell whether an output carries shown blocks."""
        return MIME in data
