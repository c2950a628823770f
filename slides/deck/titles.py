"""Tells slides apart that have the same title: each says the chapter that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from slides.deck.model import Slide


def told_apart(slides: Sequence[Slide]) -> list[Slide]:
    """Return the slides, with the chapter behind a title that occurs in several chapters.

    The chapter is the section that a slide stands below; words with which all the chapters in question
    begin are left out: "Lịch trong năm – <unit>".
    """
    pairs = list(_with_chapters(slides))
    homes: dict[str, set[str]] = {}
    for slide, chapter in pairs:
        homes.setdefault(slide.title, set()).add(chapter)
    shared = {title for title, chapters in homes.items() if len(chapters) > 1}
    names = _short({chapter for title in shared for chapter in homes[title] if chapter})
    return [
        replace(slide, title=f"{slide.title} – {names[chapter]}")
        if slide.title in shared and chapter
        else slide
        for slide, chapter in pairs
    ]


def _with_chapters(slides: Sequence[Slide]) -> Iterator[tuple[Slide, str]]:
    """Yield each slide with the title of the section it belongs to; sections belong to none."""
    chapter = ""
    for slide in slides:
        if slide.level != "sub":
            chapter = slide.title
        yield slide, chapter if slide.level == "sub" else ""


def _short(chapters: set[str]) -> dict[str, str]:
    """Return each chapter without the words with which all of them begin; at least one is left."""
    beginnings = zip(*map(str.split, chapters), strict=False) if len(chapters) > 1 else ()
    common = len(list(takewhile(lambda words: len(set(words)) == 1, beginnings)))
    split = {chapter: chapter.split() for chapter in chapters}
    return {chapter: " ".join(words[common:] or words[-1:]) for chapter, words in split.items()}
