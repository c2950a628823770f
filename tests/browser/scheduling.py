"""Calls the schedule of the flashcards without a page, on a device in any zone, and plays months of study."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

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
