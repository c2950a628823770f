"""Makes the files of a unit's meeting: one page to show, what is printed, and small pictures to look at first.

A job (:mod:`server.publish.jobs`), for Typst's sake as :mod:`server.publish.deck_making`. It reports one result a file;
who asked reads the folder and removes it: the kit keeps nothing of a meeting.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import cast

from course import Course, load
from course.files import write
from server.publish import jobs, shelf
from server.publish.assets import Asset, Assets, widget_asset
from server.publish.jobs import Report, Result
from server.publish.packed import kind_of
from slides.deck.model import Deck
from slides.live import render
from slides.meeting.compose import SLUG, compose
from slides.meeting.errors import MeetingError
from slides.meeting.saved import from_file
from slides.paper import forms, pdf

PAGE = f"{SLUG}.html"
# What a trainer takes away, with what it is called.
FILES = {PAGE: "Bản chiếu có cửa sổ người nói (HTML)", **dict(forms.names(SLUG))}
# Name of the task that gives a picture of each page of the deck's PDF, and the beginning of their names.
PREVIEW = "xem-truoc"
# 800 × 450 pixels a slide.
_PPI = 60


def make(name: str, deck: Deck) -> bytes:
    """Return the contents of a file of a meeting.

    Raises
    ------
    LookupError
        When there is no such file.
    """
    return page(deck).encode("utf-8") if name == PAGE else forms.make(name, {SLUG: deck})


def page(deck: Deck) -> str:
    """Return a deck as one page that holds all it needs: it opens by double click, on any machine, without network."""
    assets = Assets(inline_fonts=True)
    links = render.Links(
        lambda name: _inline(assets[name]), lambda module: _inline(assets[widget_asset(module)]),
        session="", preflight="", fonts=_inline(assets["fonts.css"]),
    )  # fmt: skip
    return render.deck_page(deck, links)


def _inline(asset: Asset) -> str:
    return f"data:{kind_of(asset.name)};base64,{base64.b64encode(asset.body).decode('ascii')}"


def pictures(deck: Deck) -> list[bytes]:
    """Return each page of the deck's PDF as PNG, in its order."""
    values = pdf.to_json(pdf.document([deck], deck.title, answers=True))
    made = pdf.compiler().compile(
        input=str(pdf.TEMPLATES / "deck.typ"), format="png", ppi=_PPI, sys_inputs={"data": values}
    )
    # Of one page it gives the bytes, of several a list of them.
    return cast("list[bytes]", made if isinstance(made, list) else [made])


def work(
    report: Report,
    store: str,
    course: str,
    versions: dict[str, str],
    meeting: str,
    folder: str,
    names: list[str],
) -> None:
    """Make files of a meeting in a folder.

    Parameters
    ----------
    report
        Takes the result of each file.
    store, course, versions
        Where the sessions' decks are kept, the course's folder, and the versions of the decks by slug.
    meeting
        Path of the meeting's own file.
    folder, names
        Where files are put, and which: of :data:`FILES`, or :data:`PREVIEW`.
    """
    loaded = load(Path(course))
    try:
        deck = _deck(Path(store), loaded, versions, Path(meeting))
    except Exception as error:
        report(Result.failure(Path(meeting).name, error))
        return
    for name in names:
        if name == PREVIEW:
            for at, picture in enumerate(pictures(deck), start=1):
                write(Path(folder) / f"{PREVIEW}-{at:03}.png", picture)
        else:
            write(Path(folder) / name, make(name, deck))
        report(Result(name))


def _deck(store: Path, course: Course, versions: dict[str, str], meeting: Path) -> Deck:
    composition = from_file(meeting.name, meeting.read_bytes())
    decks = {slug: shelf.DECKS.load(store, slug, version) for slug, version in versions.items()}
    if lost := [slug for slug, deck in decks.items() if deck is None]:
        raise MeetingError(", ".join(lost), "bản chiếu vừa được dựng lại; hãy tải lại trang rồi làm lại")
    return compose(course, {slug: deck for slug, deck in decks.items() if deck}, composition)


if __name__ == "__main__":
    jobs.perform(work)
