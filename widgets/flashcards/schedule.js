// When cards come: what is due, and how a target day spreads the work. No page here.

import { dayOf, parseDay, startOf, VIET_NAM_MS } from "../shared/days.js";

export const SAVED_VERSION = 1;
export const DEFAULT_LIMIT = 10;
// Fewer a day would not keep the habit when the target day is far away.
const FEWEST_NEW = 3;

/**
 * Take from `saved` what has the right form; the rest falls back to a fresh start. `total`: how many cards there are.
 *
 * A card is compact: `due` and `at` (its last review) in milliseconds, `from` the day of its first review,
 * and FSRS's `s` stability, `d` difficulty, `n` reviews, `l` lapses, `st` state, `k` step, `iv` days.
 */
export function restoreState(saved, total = 0) {
  const value = isObject(saved) ? saved : {};
  const found = Object.entries(isObject(value.cards) ? value.cards : {}).filter(([, card]) => isSavedCard(card));
  return {
    cards: Object.fromEntries(found),
    limit: isWhole(value.limit, 200) ? value.limit : DEFAULT_LIMIT,
    off: onlyTexts(value.off),
    idle: onlyTexts(value.idle),
    unseen: isWhole(value.unseen) ? value.unseen : Math.max(0, total - found.length),
    target: restoreTarget(value.target),
    tally: restoreTally(value.tally),
  };
}

function isObject(value) {
  return Boolean(value) && typeof value === "object" && !Array.isArray(value);
}

function isWhole(value, most = Number.MAX_SAFE_INTEGER) {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function onlyTexts(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

// The largest moment that a Date can hold.
const LAST_MOMENT = 8.64e15 - VIET_NAM_MS;

function isSavedCard(card) {
  return (
    isObject(card) && [card.due, card.at].every((time) => isWhole(time, LAST_MOMENT)) &&
    Number.isFinite(card.s) && card.s > 0 && Number.isFinite(card.d) && card.d >= 1 && card.d <= 10 &&
    [card.n, card.l, card.k, card.iv, card.from].every((each) => isWhole(each)) && [1, 2, 3].includes(card.st)
  );
}

function restoreTarget(value) {
  const [day, since] = [parseDay(value?.day), parseDay(value?.since)];
  return day !== null && since !== null && since < day ? { day: value.day, since: value.since } : null;
}

function restoreTally(value) {
  const counts = value?.counts;
  const good = Array.isArray(counts) && counts.length === 4 && counts.every((each) => isWhole(each));
  return good && isWhole(value.day) ? { day: value.day, counts: [...counts] } : null;
}

/** "none", "before", "on" or "after" the target day. */
export function targetPhase(target, now) {
  if (!target) return "none";
  const left = parseDay(target.day) - dayOf(now);
  return left > 0 ? "before" : left === 0 ? "on" : "after";
}

/** How many new cards are still to come today. Before a target day, all of them spread over the days that are left. */
export function freshToday({ cards, limit, target, unseen }, now) {
  const today = dayOf(now);
  const begun = Object.values(cards).filter(({ from }) => from === today).length;
  const quota = targetPhase(target, now) === "before" ? quotaBefore(target, unseen + begun, today) : limit;
  return Math.max(0, Math.min(unseen, quota - begun));
}

/** New cards a day, so that the last ones can still be seen again on the day before the target. */
export function quotaBefore(target, unseen, today) {
  const days = Math.max(1, parseDay(target.day) - 1 - today);
  return Math.max(FEWEST_NEW, Math.ceil(unseen / days));
}

/** Cards seen before that come today. A learning card comes today however many minutes it has to wait. */
export function isDue(card, now) {
  return dayOf(card.due) <= dayOf(now);
}

/** Cards seen before of the decks that are learnt. */
export function activeCards({ cards, idle }) {
  const put = new Set(idle);
  return Object.entries(cards).filter(([id]) => !put.has(id)).map(([, card]) => card);
}

/** What is left today: cards seen before, new ones, and both together. The cards, home and progress all say this. */
export function leftToday(state, now) {
  const again = activeCards(state).filter((card) => isDue(card, now)).length;
  const fresh = freshToday(state, now);
  return { again, fresh, all: again + fresh };
}

/** "Hôm nay còn 12 thẻ: 2 thẻ ôn lại, 10 thẻ mới." */
export function leftWords({ again, fresh, all }) {
  const parts = [again && `${again} thẻ ôn lại`, fresh && `${fresh} thẻ mới`].filter(Boolean);
  return all ? `Hôm nay còn ${all} thẻ: ${parts.join(", ")}.` : "Hôm nay không còn thẻ nào.";
}

/** The last third of the days up to the target, in which every card has its last round. */
function lastRound({ day, since }) {
  const end = parseDay(day);
  return end - Math.max(2, Math.ceil((end - parseDay(since)) / 3));
}

/**
 * Is a card through with its last round? It was seen on two days, lately, and FSRS expects it to be known on the
 * target day. Were it called up once more, every card would come on the very last day.
 */
function isThrough(card, target) {
  const seen = dayOf(card.at);
  return seen >= lastRound(target) && card.from < seen;
}

/**
 * Bring a card's due day before the target day, onto the day with the least work; `work` maps days to cards.
 * On the last day itself nothing is left to plan, and a card that is through keeps its own day.
 */
export function fitToTarget(card, target, work, now) {
  const [today, last] = [dayOf(now), target ? parseDay(target.day) - 1 : 0];
  if (targetPhase(target, now) !== "before" || today >= last) return card;
  if (dayOf(card.due) <= last || isThrough(card, target)) return card;
  let best = last;
  for (let day = last; day >= Math.max(today + 1, lastRound(target)); day -= 1) {
    if ((work.get(day) ?? 0) < (work.get(best) ?? 0)) best = day;
  }
  return { ...card, due: startOf(best), iv: Math.max(1, best - dayOf(card.at)) };
}

/** How many of these cards come on each day, with the new ones that are to come before the target. */
export function plannedWork(cards, { target, unseen }, now) {
  const work = new Map();
  const add = (day, count) => work.set(day, (work.get(day) ?? 0) + count);
  for (const { due } of cards) add(dayOf(due), 1);
  if (targetPhase(target, now) !== "before" || !unseen) return work;
  const quota = quotaBefore(target, unseen, dayOf(now));
  const days = Math.ceil(unseen / quota);
  for (let day = dayOf(now) + 1; day <= dayOf(now) + days; day += 1) add(day, quota);
  return work;
}
