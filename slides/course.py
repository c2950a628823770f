"""The decks of the whole course, read and fitted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slides.fitting import fit
from slides.model import Deck
from slides.reading import read_deck
from widgets.content import Content


def decks(content: Content, notebooks: Mapping[str, dict[str, Any]]) -> dict[str, Deck]:
    """Return the fitted deck of every session, by slug, in the order of the course.

    Parameters
    ----------
    content
        All content.
    notebooks
        Executed notebooks by the session's slug; those of other pages are passed over.

    Raises
    ------
    slides.model.SlideError
        At the first slide that cannot be made.
    """
    sessions = content.sessions.items()
    return {slug: fit(read_deck(notebooks[slug], session)) for slug, session in sessions if slug in notebooks}
