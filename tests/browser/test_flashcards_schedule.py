"""When flashcards come, without a page: days of Việt Nam, FSRS, a target day, and months of study with a fake clock.

The device is in another zone than Việt Nam throughout, one with summer time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import Browser

from tests.browser.modules import functions

VIET_NAM = timezone(timedelta(hours=7))
MINUTE = 60_000
DAY = 24 * 60 * MINUTE

# A reader who comes once a day and answers all that there is, with a seeded mix of answers.
SIMULATE = """
import { leftToday, restoreState } from "/widgets/flashcards/schedule.js";
import { nextCard, openStudy, savedStudy, withRating, withTarget } from "/widgets/flashcards/study.js";
import { dayOf, isoDay } from "/widgets/shared/days.js";

function random(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

export function simulate({
  count, days, start, target = 0, missed = [], limit = 10, seed = 7, mix = [0.1, 0.25, 0.9],
}) {
  const cards = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, deck: "a" }));
  const come = (day, now) => !missed.includes(day) && nextCard(state, cards, now);
  const next = random(seed);
  let state = openStudy({ limit }, cards, start);
  if (target) state = withTarget(state, cards, isoDay(dayOf(start) + target), start);
  const log = [];
  for (let day = 0; day < days; day += 1) {
    let now = start + day * 86_400_000;
    state = openStudy(JSON.parse(JSON.stringify(savedStudy(state, cards))), cards, now);
    const left = leftToday(restoreState(savedStudy(state, cards)), now).all;
    const entry = { left, fresh: 0, answers: 0, lapses: 0, shown: 0 };
    const shown = new Set();
    for (let card; (card = come(day, now)) && entry.answers < 2000; now += 15_000) {
      const roll = next();
      const rating = 1 + mix.filter((bound) => roll >= bound).length;
      const before = state.cards[card.id];
      state = withRating(state, cards, card.id, rating, now);
      entry.answers += 1;
      entry.fresh += before ? 0 : 1;
      entry.lapses += state.cards[card.id].l - (before?.l ?? 0);
      shown.add(card.id);
    }
    entry.shown = shown.size;
    entry.after = leftToday(state, now).all;
    // Cards that would not come before the target, although they have not been through their last round.
    const last = dayOf(start) + target - 1;
    entry.late = Object.values(state.cards).filter(
      (one) => dayOf(now) < last && dayOf(one.due) > last && one.from === dayOf(one.at)).length;
    log.push(entry);
  }
  const seen = Object.values(state.cards).map((card) => dayOf(card.at));
  const once = Object.values(state.cards).filter((card) => dayOf(card.at) <= card.from).length;
  return {
    log, cards: state.cards, unseen: state.unseen, saved: savedStudy(state, cards), once, earliest: Math.min(...seen),
  };
}
"""


@contextmanager
def device(browser: Browser, zone: str) -> Iterator[Callable[..., object]]:
    """Give a function that calls the modules' functions by name, on a device in some zone."""
    context = browser.new_context(timezone_id=zone)
    files = (
        "flashcards/memory.js",
        "flashcards/schedule.js",
        "flashcards/study.js",
        "shared/days.js",
    )
    with functions(context, *files, own=SIMULATE) as call:
        yield call
    context.close()


@pytest.fixture(scope="module")
def logic(browser: Browser) -> Iterator[Callable[..., object]]:
    """The functions on a device in New York."""
    with device(browser, "America/New_York") as call:
        yield call


def at(text: str) -> int:
    """The moment of a clock in Việt Nam, in milliseconds."""
    return int(datetime.fromisoformat(text).replace(tzinfo=VIET_NAM).timestamp() * 1000)


START = at("2026-11-25T20:00")
CARDS = [{"id": f"c{number}", "deck": "a" if number < 6 else "b"} for number in range(12)]
GOOD, AGAIN, HARD, EASY = 3, 1, 2, 4


def reviewed(logic, *days: int, rating: int = GOOD, start: int = START) -> dict:
    """A card that was answered on these days."""
    card = None
    for day in days:
        card = logic("answerCard", card, rating, start + day * DAY)
    return card


def saved_left(logic, saved: object, now: int) -> int:
    """How many cards are left today, as home and progress read it from what is saved."""
    return logic("leftToday", logic("restoreState", saved), now)["all"]


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


# Months of study


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
