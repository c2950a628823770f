"""What a deck's cover says of the meeting that it is made for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shown import model as shown
from slides.deck.model import Deck, Meeting, Paragraph, Slide


def for_meeting(deck: Deck, meeting: Meeting) -> Deck:
    """Return a deck that is not fitted yet with a meeting on its cover: whose it is, when and where, who speaks.

    Every output shows it then; the cover keeps its own words.
    """
    lines = tuple(_lines(meeting))
    slides = (_with(slide, lines) if slide.kind == "cover" else slide for slide in deck.slides)
    return replace(deck, meeting=meeting, slides=tuple(slides))


def _with(cover: Slide, lines: tuple[Paragraph, ...]) -> Slide:
    return replace(cover, blocks=cover.blocks + lines)


def _lines(meeting: Meeting) -> Iterator[Paragraph]:
    if meeting.unit:
        yield Paragraph(shown.words(shown.strong(meeting.unit)))
    if when_and_where := " · ".join(filter(None, (meeting.date, meeting.place))):
        yield Paragraph(shown.words(when_and_where))
    if meeting.speaker:
        yield Paragraph(shown.words(f"Báo cáo viên: {meeting.speaker}"))
