"""The page of a deck, and the page that lists all decks and checks a machine for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.pages import Session
from server.publish.site import Site
from slides.deck.model import Deck
from slides.live import render
from slides.live.samples import samples


@dataclass(frozen=True)
class Entry:
    """A session on the page that lists the decks; ``prints`` are its printed files."""

    session: Session
    deck: Deck | None
    failed: bool = False
    prints: Sequence[tuple[str, list[tuple[str, str]]]] = ()


def deck_page(site: Site, session: Session, deck: Deck) -> str:
    """Return the page of a deck."""
    fonts = site.asset("fonts.css") if site.static else ""
    links = render.Links(
        site.asset, site.widget_script, site.session_url(session), site.preflight_url(),
        site.phones_url(session), fonts, site.rooms_url(),
    )  # fmt: skip
    return render.deck_page(deck, links)


def preflight_page(
    site: Site, decks: dict[str, Deck], failed: dict[str, str], faults: Sequence[str] = ()
) -> str:
    """Return the page with all decks and the checks of a machine.

    Parameters
    ----------
    site
        What the page is made of.
    decks, failed
        The decks, and why there is none, by slug.
    faults
        What keeps the course's files from being shown, as authors read it.
    """
    models = samples(decks.values())
    sessions = site.course.sessions.values()
    entries = [Entry(one, decks.get(one.slug), one.slug in failed, site.prints(one.slug)) for one in sessions]
    return site.render(
        "preflight.html.j2", entries=entries, faults=faults, models=list(models), phones=site.phones_url(),
        modules=sorted({model["module"] for model in models.values()}),
        widgets_json=render.script_json({"models": models}),
    )  # fmt: skip
