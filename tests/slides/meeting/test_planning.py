"""The minutes of a meeting: what it takes, and what goes first when that is too much."""

from __future__ import annotations

import pytest

from slides.meeting.model import Chosen, OwnText
from slides.meeting.planning import plan, to_drop, without
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


def test_nothing_goes_while_all_fits() -> None:
    assert to_drop(decks(), whole(minutes=45)) == []


def test_questions_beyond_two_go_first_and_two_stay() -> None:
    gone = to_drop(decks(), whole(minutes=30))
    assert [(slug, item.kind) for slug, item in gone] == [
        (slug, "question") for _ in range(4) for slug in ("mot", "hai")
    ]


def test_the_shortest_talk_that_is_enough_goes() -> None:
    gone = to_drop(decks(), whole(minutes=30, own=[OWN.model_copy(update={"minutes": 2.0})]))
    assert [item.id for _, item in gone if item.kind == "talk"] == ["so"]


@pytest.mark.parametrize("own", [0, 15, 29, 60])
def test_first_and_closing_stay_to_the_last_and_what_is_left_fits(own: int) -> None:
    slides = [OWN.model_copy(update={"minutes": own / 2})] * 2 if own else []
    composition = whole(minutes=30, own=slides)
    for slug, item in to_drop(decks(), composition):
        composition = without(composition, slug, item)
    found = plan(decks(), composition)
    assert found.over <= 0 or not composition.chosen
    if own < 20:
        assert {"dich", "het"} <= {name for one in composition.chosen for name in one.items}
