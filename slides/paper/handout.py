"""What members are given on paper: the handout, the answers apart from it, and each session on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shown.model import COMMENTARY
from slides.deck.model import Deck
from slides.paper import pdf
from slides.paper.matter import handed_out, in_short


def handout_pdf(decks: list[Deck], title: str) -> bytes:
    """Return the A4 handout: what the wall shows as running text in two columns, then the questions without answers.

    Parameters
    ----------
    decks
        One or more, in their order.
    title
        Title of the document.

    Returns
    -------
    bytes
        Tagged PDF/UA-1; the same decks give the same bytes.
    """
    return _compiled("handout.typ", decks, title, handed_out)


def answers_pdf(decks: list[Deck], title: str) -> bytes:
    """Return the answers to the questions of the handout, each with its reasons and its source.

    Parameters and what is returned are as in :func:`handout_pdf`.
    """
    return _compiled("answers.typ", decks, title, handed_out)


def summary_pdf(decks: list[Deck], title: str) -> bytes:
    """Return each session on one page: goals, points, figures with their sources, and what to take along.

    Parameters and what is returned are as in :func:`handout_pdf`.
    """
    return _compiled("summary.typ", decks, title, in_short)


def _compiled(
    template: str, decks: list[Deck], title: str, session: Callable[[Deck], dict[str, Any]]
) -> bytes:
    values = {
        "title": title, "course": decks[0].course, "sessions": list(map(session, decks)), "commentary": COMMENTARY,
    }  # fmt: skip
    return pdf.compile_template(template, pdf.LOOK | values)
