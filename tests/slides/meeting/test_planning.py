"""The minutes of a meeting: what it takes, and what of it is no more."""

from __future__ import annotations

from slides.meeting.model import Chosen, OwnText
from slides.meeting.planning import plan
from tests.slides.meeting.samples import decks, whole

OWN = OwnText(title="Việc của ta", lines=["Một việc"], minutes=4)


def test_cover_sessions_and_own_slides_add_up() -> None:
    found = plan(decks(), whole(own=[OWN]))
    assert found.sessions == {"mot": 20.5, "hai": 20.5}
    assert (found.total, found.over) == (1 + 41 + 4, 1)


def test_an_empty_meeting_takes_nothing() -> None:
    assert plan(decks(), whole().model_copy(update={"chosen": []})).total == 0


def test_what_is_no_more_is_told_and_not_counted() -> None:
    gone = [Chosen(session="mot", items=["het", "da-xoa"]), Chosen(session="ba", items=["x"])]
    found = plan(decks(), whole().model_copy(update={"chosen": gone}))
    assert found.missing == {"mot": ("da-xoa",), "ba": ("x",)}
    assert found.sessions == {"mot": 2.5}
