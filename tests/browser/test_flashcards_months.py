"""Months of study with flashcards, without a page: every day comes to its end, and a target day is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.scheduling import (
    CARDS,
    START,
    device,
    reviewed,
)


@pytest.fixture(scope="module")
def logic(browser: Browser) -> Iterator[Callable[..., object]]:
    """The functions on a device in New York."""
    with device(browser, "America/New_York") as call:
        yield call


@pytest.fixture(scope="module")
def month(logic) -> dict:
    return logic("simulate", {"count": 148, "days": 30, "start": START})


def test_a_month_ends_every_day_with_nothing_left(month):
    assert [entry["after"] for entry in month["log"]] == [0] * 30


def test_a_month_brings_ten_new_cards_a_day_until_all_are_known(month):
    assert [entry["fresh"] for entry in month["log"]] == [10] * 14 + [8] + [0] * 15
    assert month["unseen"] == 0


def test_a_month_has_lapses_and_growing_intervals(month):
    assert sum(entry["lapses"] for entry in month["log"]) > 10
    cards = sorted(month["cards"].values(), key=lambda card: card["l"])
    steady, shaky = [c["s"] for c in cards if c["l"] == 0], [c["s"] for c in cards if c["l"] >= 1]
    assert sum(steady) / len(steady) > 2 * sum(shaky) / len(shaky)
    assert max(card["iv"] for card in cards) > 20
    # Once all cards are known, the days get lighter.
    shown = [entry["shown"] for entry in month["log"]]
    assert sum(shown[-5:]) < sum(shown[10:15]) / 1.5


def test_the_same_answers_give_the_same_month(logic, month):
    assert logic("simulate", {"count": 148, "days": 30, "start": START}) == month


def test_a_missed_week_is_made_up_for(logic):
    given = {"count": 148, "days": 32, "start": START, "missed": list(range(12, 19))}
    log = logic("simulate", given)["log"]
    lefts = [entry["left"] for entry in log]
    assert lefts[12:20] == sorted(lefts[12:20])
    assert log[19]["after"] == 0
    assert max(lefts[20:]) < lefts[19] / 2
    usual = sum(lefts[5:12]) / 7
    assert max(lefts[22:]) <= 1.5 * usual


TARGETS = [(days, seed) for days in (3, 5, 7, 14, 30, 60) for seed in (1, 7, 42)]


@pytest.mark.parametrize(("days", "seed"), TARGETS)
def test_a_target_day_spreads_the_work_and_every_card_is_seen_twice(logic, days, seed):
    result = logic("simulate", {"count": 148, "days": days, "start": START, "target": days, "seed": seed})
    shown = [entry["shown"] for entry in result["log"]]
    assert max(shown) <= 2.05 * sum(shown) / len(shown)
    fresh = [entry["fresh"] for entry in result["log"]]
    assert (sum(fresh), fresh[-1], result["unseen"]) == (148, 0, 0)
    begun = [count for count in fresh if count]
    assert max(begun) - min(begun[:-1]) <= 1
    assert [entry["late"] for entry in result["log"]] == [0] * days
    assert result["once"] == 0


def test_every_card_has_its_last_round_in_the_last_third(logic):
    result = logic("simulate", {"count": 148, "days": 30, "start": START, "target": 30})
    assert result["earliest"] >= logic("dayOf", START) + 20


def test_a_far_target_keeps_a_few_new_cards_a_day(logic):
    result = logic("simulate", {"count": 40, "days": 20, "start": START, "target": 300})
    assert [entry["fresh"] for entry in result["log"]] == [3] * 13 + [1] + [0] * 6


def test_for_tomorrow_every_card_comes_today(logic):
    (day,) = logic("simulate", {"count": 50, "days": 1, "start": START, "target": 1})["log"]
    assert (day["fresh"], day["after"]) == (50, 0)


def test_a_week_missed_before_the_target_still_leaves_no_card_unseen(logic):
    given = {"count": 148, "days": 30, "start": START, "target": 30, "missed": list(range(12, 19))}
    result = logic("simulate", given)
    assert result["unseen"] == 0
    assert [entry["after"] for entry in result["log"][19:]] == [0] * 11
    assert result["once"] == 0


def test_after_the_target_the_usual_limit_holds_again(logic):
    given = {"count": 148, "days": 9, "start": START, "target": 5, "missed": [2, 3, 4], "limit": 5}
    log = logic("simulate", given)["log"]
    assert log[0]["fresh"] == 37
    # On the day itself and after it.
    assert [entry["fresh"] for entry in log[5:]] == [5] * 4


def test_setting_a_target_calls_far_cards_up_before_it_without_a_heap(logic):
    far = {f"c{number}": reviewed(logic, -90, -60, -20, -1) for number in range(12)}
    state = logic("openStudy", {"cards": far}, CARDS, START)
    today = logic("dayOf", START)
    assert min(logic("dayOf", card["due"]) for card in state["cards"].values()) > today + 12
    state = logic("withTarget", state, CARDS, logic("isoDay", today + 12), START)
    days = [logic("dayOf", card["due"]) - today for card in state["cards"].values()]
    assert sorted(days) == [8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11]
    # Doing it once more changes nothing.
    assert logic("openStudy", logic("savedStudy", state, CARDS), CARDS, START) == state
    assert logic("withTarget", state, CARDS, "", START)["target"] is None


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-26", ""), ("2028-02-29", ""), ("2026-11-25", "không còn ở phía trước"), ("", "Chưa có ngày"),
     ("2025-01-01", "không còn ở phía trước"), ("2027-02-29", "Chưa có ngày"), ("2031-01-01", "quá xa")],
)  # fmt: skip
def test_a_target_day_must_lie_ahead(logic, day, said):
    fault = logic("targetFault", day, START)
    assert said in fault
    assert bool(fault) is bool(said)
