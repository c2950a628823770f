"""When flashcards come, without a page: days of Việt Nam, FSRS, and what is saved.

The device is in another zone than Việt Nam throughout, one with summer time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.scheduling import (
    AGAIN,
    CARDS,
    DAY,
    EASY,
    GOOD,
    HARD,
    MINUTE,
    START,
    at,
    device,
    reviewed,
    saved_left,
)


@pytest.fixture(scope="module")
def logic(browser: Browser) -> Iterator[Callable[..., object]]:
    """The functions on a device in New York."""
    with device(browser, "America/New_York") as call:
        yield call


# Days


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati"])
def test_a_day_begins_at_midnight_in_viet_nam_wherever_the_device_is(browser, zone):
    late, early = at("2026-11-25T23:59:59"), at("2026-11-26T00:00")
    with device(browser, zone) as logic:
        assert logic("dayOf", early) - logic("dayOf", late) == 1
        assert logic("startOf", logic("dayOf", early)) == early
        assert logic("dayText", logic("dayOf", late)) == "25/11/2026"
        months = [
            logic("simulate", {"count": 30, "days": 6, "start": START + hours}) for hours in (0, 3_600_000)
        ]
    assert [[entry["fresh"] for entry in month["log"]] for month in months] == [[10, 10, 10, 0, 0, 0]] * 2


@pytest.mark.parametrize(
    "clocks", ["2026-03-08T23:59", "2026-11-01T23:59", "2026-12-31T23:59", "2028-02-29T23:59"]
)
def test_every_day_is_as_long_as_the_others(logic, clocks):
    # The first two days are those on which clocks are set forward and back in New York.
    moment = at(clocks)
    assert logic("dayOf", moment + 2 * MINUTE) - logic("dayOf", moment) == 1
    assert logic("dayOf", moment + DAY) - logic("dayOf", moment) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2028-02-29", "29/02/2028"), ("2027-02-29", None), ("2026-02-30", None), ("29/02/2028", None), ("", None),
     (None, None), ("2026-13-01", None), (["2026-01-01"], None)],
)  # fmt: skip
def test_only_days_that_exist_are_days(logic, text, shown):
    day = logic("parseDay", text)
    assert (day is None) if shown is None else (logic("dayText", day) == shown)


def test_the_leap_day_is_a_day_like_others(logic):
    card = reviewed(logic, 0, start=at("2028-02-27T20:00"), rating=EASY)
    state = logic("openStudy", {"cards": {"c0": card}, "limit": 0}, CARDS, at("2028-02-27T20:00"))
    state = logic("withTarget", state, CARDS, "2028-03-02", at("2028-02-27T20:00"))
    assert logic("dayText", logic("dayOf", state["cards"]["c0"]["due"])) in ("29/02/2028", "01/03/2028")
    assert logic("targetPhase", state["target"], at("2028-02-29T23:59")) == "before"
    assert logic("targetPhase", state["target"], at("2028-03-02T00:00")) == "on"
    assert logic("targetPhase", state["target"], at("2028-03-03T00:00")) == "after"


def test_a_card_comes_with_its_day_not_with_its_hour(logic):
    card = reviewed(logic, 0, rating=EASY)
    saved = {"cards": {"c0": card}, "limit": 0}
    (day,) = {logic("dayOf", card["due"])}
    midnight = logic("startOf", day)
    assert saved_left(logic, saved, midnight - MINUTE) == 0
    assert saved_left(logic, saved, midnight + MINUTE) == 1


def test_two_minutes_over_midnight_are_another_day_for_the_memory_too(logic):
    before = reviewed(logic, 0, rating=EASY, start=at("2026-11-25T23:59"))
    later = logic("answerCard", before, GOOD, at("2026-11-26T00:01"))
    same = logic("answerCard", before, GOOD, at("2026-11-25T23:59") + 30_000)
    whole = logic("answerCard", before, GOOD, at("2026-11-26T23:59"))
    assert later["s"] == whole["s"] != same["s"]


# Memory


def test_intervals_grow_while_one_remembers(logic):
    card = logic("answerCard", None, GOOD, START)
    assert logic("waitText", card) == "hôm nay"
    waits = []
    for _ in range(5):
        card = logic("answerCard", card, GOOD, card["due"])
        waits.append(card["iv"])
    assert waits == sorted(waits)
    assert waits[0] >= 1
    assert waits[-1] > 10 * waits[0]
    assert max(waits) <= 365


def test_a_card_that_was_forgotten_comes_in_minutes_and_then_in_few_days(logic):
    card = reviewed(logic, 0, 1, 4, 12, 40)
    lapsed = logic("answerCard", card, AGAIN, card["due"])
    assert (lapsed["l"], logic("waitText", lapsed)) == (1, "hôm nay")
    assert lapsed["s"] < card["s"] / 4
    again = logic("answerCard", lapsed, GOOD, lapsed["due"])
    assert 1 <= again["iv"] < card["iv"]


def test_the_four_answers_differ_in_their_order(logic):
    state = logic("openStudy", {"cards": {"c0": reviewed(logic, 0, 1, 4)}}, CARDS, START + 15 * DAY)
    waits = [card["due"] for card in logic("outcomes", state, "c0", START + 15 * DAY)]
    assert waits == sorted(set(waits))
    assert [logic("waitText", card) for card in logic("outcomes", state, "c5", START)] == [
        "hôm nay", "hôm nay", "hôm nay", "8 ngày nữa",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "ngày mai"), (3, "3 ngày nữa"), (59, "59 ngày nữa"), (92, "3 tháng nữa"), (365, "1 năm nữa")],
)
def test_waits_are_said_in_days_months_years(logic, days, said):
    assert logic("waitText", {"at": START, "due": START + days * DAY, "st": 2}) == said


def test_a_card_is_asked_three_times_a_day_and_then_tomorrow(logic):
    card = None
    for minute in range(3):
        assert not card or logic("isDue", card, START + minute * MINUTE)
        card = logic("answerCard", card, HARD, START + minute * MINUTE)
    assert (card["t"], card["due"]) == (3, logic("startOf", logic("dayOf", START) + 1))
    assert logic("isDue", card, START + 3 * MINUTE) is False
    tomorrow = logic("answerCard", card, HARD, START + DAY)
    assert (tomorrow["t"], logic("waitText", tomorrow)) == (1, "hôm nay")


def test_a_card_saved_before_answers_were_counted_goes_on_as_it_was(logic):
    old = {name: value for name, value in reviewed(logic, 0, rating=HARD).items() if name != "t"}
    assert logic("restoreState", {"cards": {"c0": old}})["cards"] == {"c0": old}
    assert logic("answerCard", old, HARD, START + MINUTE)["t"] == 2
    assert logic("answerCard", old, HARD, START + DAY)["t"] == 1


def test_a_clock_that_was_set_back_does_no_harm(logic):
    card = reviewed(logic, 0, 3, rating=EASY)
    back = logic("answerCard", card, GOOD, START - 30 * DAY)
    assert back["at"] == card["at"]
    assert back["due"] >= card["at"]


# What was saved


def test_what_is_left_on_the_first_day(logic):
    state = logic("openStudy", {}, CARDS, START)
    assert logic("leftToday", state, START) == {"again": 0, "fresh": 10, "all": 10}
    assert logic("nextCard", state, CARDS, START)["id"] == "c0"
    saved = logic("savedStudy", state, CARDS)
    assert (saved["version"], saved["done"], saved["total"]) == (1, 0, 12)
    assert saved_left(logic, saved, START) == 10


def test_the_home_page_counts_what_the_cards_count(logic):
    result = logic("simulate", {"count": 40, "days": 12, "start": START})
    for day in (12, 13, 17, 29):
        now = START + day * DAY
        state = logic("openStudy", result["saved"], [{"id": f"c{n}", "deck": "a"} for n in range(40)], now)
        assert saved_left(logic, result["saved"], now) == logic("leftToday", state, now)["all"]


DAMAGED = [
    None, 7, "hỏng", [], {"cards": []}, {"cards": "x"}, {"cards": {"c0": None}}, {"cards": {"c0": {"due": "mai"}}},
    {"cards": {"c0": {"due": 1e300}}}, {"limit": -1, "off": "a", "target": "mai", "tally": 3},
    {"target": {"day": "2026-02-30", "since": "2026-01-01"}}, {"target": {"day": "2026-01-01", "since": "2026-05-01"}},
    {"tally": {"day": 1, "counts": [1, 2]}}, {"limit": 1e9, "unseen": -4, "idle": [1, 2]},
]  # fmt: skip


@pytest.mark.parametrize("saved", DAMAGED, ids=str)
def test_damaged_progress_falls_back_to_a_fresh_start(logic, saved):
    assert saved_left(logic, saved, START) == 0
    state = logic("openStudy", saved, CARDS, START)
    assert state == logic("openStudy", {}, CARDS, START)


@pytest.mark.parametrize(
    ("field", "value"),
    [("s", 0), ("s", None), ("d", 99), ("st", 0), ("st", 9), ("due", -1), ("n", 1.5), ("from", "x")],
)
def test_a_damaged_card_is_new_again_and_the_others_stay(logic, field, value):
    good = reviewed(logic, 0, 1)
    state = logic("openStudy", {"cards": {"c0": {**good, field: value}, "c1": good}}, CARDS, START + DAY)
    assert list(state["cards"]) == ["c1"]


def test_cards_of_other_content_are_kept_but_neither_shown_nor_counted(logic):
    card = reviewed(logic, 0)
    saved = {"cards": {"cu-1": card, "c0": card}, "limit": 0}
    state = logic("openStudy", saved, CARDS, START + DAY)
    kept = logic("savedStudy", state, CARDS)
    assert kept["cards"]["cu-1"] == card
    assert (kept["done"], kept["idle"]) == (1, ["cu-1"])
    assert saved_left(logic, kept, START + DAY) == 1
    assert logic("nextCard", state, CARDS, START + DAY)["id"] == "c0"


def test_decks_put_aside_rest_and_come_back(logic):
    saved = {"cards": {"c0": reviewed(logic, 0)}}
    state = logic("withDecks", logic("openStudy", saved, CARDS, START), CARDS, ["a"], START + DAY)
    assert logic("leftToday", state, START + DAY) == {"again": 0, "fresh": 6, "all": 6}
    assert logic("nextCard", state, CARDS, START + DAY)["deck"] == "b"
    assert saved_left(logic, logic("savedStudy", state, CARDS), START + DAY) == 6
    back = logic("withDecks", state, CARDS, [], START + DAY)
    assert logic("leftToday", back, START + DAY) == {"again": 1, "fresh": 10, "all": 11}


def test_an_answer_taken_back_leaves_no_trace(logic):
    state = logic("openStudy", {"cards": {"c0": reviewed(logic, 0)}}, CARDS, START + DAY)
    for name, before in (("c0", state["cards"]["c0"]), ("c1", None)):
        answered = logic("withRating", state, CARDS, name, GOOD, START + DAY)
        assert answered["tally"]["counts"] == [0, 0, 1, 0]
        undone = logic(
            "withoutRating", answered, CARDS, {"id": name, "before": before, "rating": GOOD}, START + DAY
        )
        assert undone["tally"]["counts"] == [0, 0, 0, 0]
        assert {**undone, "tally": None} == {**state, "tally": None}
