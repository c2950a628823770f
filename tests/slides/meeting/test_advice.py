"""What should go of a meeting that is too long: all sessions alike, the matter last, and what belongs together."""

from __future__ import annotations

import pytest

from slides.meeting.advice import to_drop, without
from slides.meeting.catalogue import items
from slides.meeting.model import Chosen, Composition, OwnText
from slides.meeting.planning import plan
from tests.slides.meeting.samples import ABOUT_THE_CHART, decks, whole

OWN = OwnText(title="Việc của ta", lines=["Một việc"], minutes=4)


def own(minutes: float) -> list[OwnText]:
    return [OWN.model_copy(update={"minutes": minutes / 2})] * 2


def left(composition: Composition) -> Composition:
    for slug, item in to_drop(decks(), composition):
        composition = without(composition, slug, item)
    return composition


def kinds(composition: Composition) -> list[tuple[str, str]]:
    return sorted((slug, item.kind) for slug, item in to_drop(decks(), composition))


def test_nothing_goes_while_all_fits() -> None:
    assert to_drop(decks(), whole(minutes=45)) == []


def test_questions_beyond_two_go_first_from_both_sessions() -> None:
    assert kinds(whole(minutes=30)) == [("hai", "question")] * 4 + [("mot", "question")] * 4


def test_what_has_no_source_goes_before_what_has_one() -> None:
    gone = to_drop(decks(), whole(minutes=30, own=own(10)))
    assert {(slug, item.id) for slug, item in gone if item.kind == "talk"} == {("mot", "bai"), ("hai", "bai")}


def test_what_fits_after_all_comes_back() -> None:
    gone = to_drop(decks(), whole(minutes=30, own=own(3)))
    assert [item.id for _, item in gone if item.kind == "talk"] == ["bai"]
    assert plan(decks(), left(whole(minutes=30, own=own(3)))).over > -1.5


def test_a_question_goes_with_what_it_is_about() -> None:
    (about,) = ABOUT_THE_CHART
    held = [item.id for item in items(decks()["mot"]) if item.id != "so"]
    composition = whole(minutes=30, own=own(13)).model_copy(
        update={"chosen": [Chosen(session="mot", items=held)]}
    )
    assert plan(decks(), composition).over == 1.5
    assert [item.id for _, item in to_drop(decks(), composition)] == [about]


@pytest.mark.parametrize("minutes", [1, 15, 19, 22, 29])
def test_no_question_stays_without_what_it_is_about(minutes: float) -> None:
    composition = left(whole(minutes=30, own=own(minutes)))
    assert plan(decks(), composition).over <= 0
    for one in composition.chosen:
        assert not set(ABOUT_THE_CHART) & set(one.items) or "so" in one.items
        assert set(one.items) != {"het"}


def test_own_slides_alone_leave_nothing_to_advise() -> None:
    composition = whole(minutes=30, own=own(60))
    assert left(composition).chosen == []
    assert to_drop(decks(), left(composition)) == []
