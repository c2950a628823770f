"""A field that searches all of the kit as one types, with or without accents."""

from __future__ import annotations

import traitlets

from course import Course
from shown.model import Block, Heading, bullets, strong, words
from widgets.base import KitWidget
from widgets.search.index import entries


class Search(KitWidget, module="search"):
    """Finds lessons, figures, questions, documents, dates and terms, and leads to their places.

    Parameters
    ----------
    course
        What is searched.
    session, key
        Names of the page and of the widget on it.
    """

    entries = traitlets.List(traitlets.Dict(), help="What can be found, references resolved").tag(sync=True)
    root = traitlets.Unicode(help="Root of the pages; empty where the page itself tells it").tag(sync=True)
    file = traitlets.Unicode(help="File that a page's folder is opened by, for pages on a stick").tag(
        sync=True
    )

    def __init__(self, course: Course, *, session: str, key: str = "tim") -> None:
        super().__init__(entries=entries(course), session=session, key=key)

    def reading_form(self) -> list[Block]:
        """Return the pages one may begin from: paper cannot be searched."""
        pages = [entry for entry in self.entries if not entry["anchor"]]
        lines = [words(strong(entry["title"]), f": {entry['text']}") for entry in pages]
        return [Heading(words("Các trang của tài liệu"), 3), bullets(*lines)]
