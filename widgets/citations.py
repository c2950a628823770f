"""Sources and notes as readers see them."""

from __future__ import annotations

from collections.abc import Iterable

from widgets.content import Content, resolve
from widgets.content.models import Cited


def cite(content: Content, entry: Cited, place: str | None = None) -> str:
    """Name the source of an entry and the place in it: ``"Kế hoạch của …, mục II.2"``."""
    return f"{content.sources[entry.source].short}, {place or entry.place}"


def notes(content: Content, ids: Iterable[str]) -> list[str]:
    """Return the notes of the named corrections, as readers see them."""
    return [resolve(content, content.corrections[name].note) for name in ids]
