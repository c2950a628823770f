"""What the trainer's outline gives to a deck."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from slides.deck.model import Deck, Part, Slide
from slides.deck.outline import outlined
from tests.courses import SMALL, load
from tests.slides import sample

COURSE = load(SMALL)
SESSION = next(iter(COURSE.sessions.values()))


@cache
def deck() -> Deck:
    """A deck with three slides in each part of the session, of which the first goes with those before it."""
    parts = tuple(Part(step.title, step.minutes) for step in SESSION.agenda)
    slides = tuple(
        Slide(f"{at}-{minutes}", f"{at}", "Trang", "sub", (), minutes=minutes, told=("Ghi chú.",), part=at)
        for at in range(len(parts))
        for minutes in (None, 1, 2)
    )
    return outlined(replace(sample.deck_of(), parts=parts, slides=slides), COURSE, SESSION)


def test_the_cover_has_the_opening_words_with_their_figures() -> None:
    told = " ".join(deck().slides[0].told)
    first, last = SESSION.opening.split()[:3], SESSION.opening.split()[-3:]
    assert "Lời mở đầu:" in told and " ".join(first) in told and " ".join(last) in told
    assert "{" not in told


def test_the_slide_that_begins_a_part_says_how_it_is_done_and_no_other() -> None:
    for at, step in enumerate(SESSION.agenda):
        before, begins, goes_on = deck().slides[3 * at : 3 * at + 3]
        how = f"Cách làm – {step.title} ({step.minutes} phút): "
        assert begins.told[0].startswith(how) and begins.told[-1] == "Ghi chú."
        assert before.told[-1:] == goes_on.told == ("Ghi chú.",) and how not in "".join(before.told)


def test_goals_and_steps_go_with_the_deck() -> None:
    assert len(deck().goals) == len(SESSION.goals) and all(part.how for part in deck().parts)
