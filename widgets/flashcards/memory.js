// What FSRS makes of an answer, on compact cards. The clock is passed in; no page here.

import { createEmptyCard, fsrs, Rating, State } from "../vendor/fsrs.js";
import { dayOf, startOf, VIET_NAM_MS } from "../shared/days.js";

// Without fuzz the same answers give the same days, on every device and in every test.
const memory = fsrs({ enable_fuzz: false, maximum_interval: 365 });

// So often a card is asked on one day. Who does not know it then sleeps over it, and comes to the end of the day's set.
const MOST_A_DAY = 3;

export const ANSWERS = [
  { rating: Rating.Again, label: "Chưa nhớ" },
  { rating: Rating.Hard, label: "Khó" },
  { rating: Rating.Good, label: "Nhớ" },
  { rating: Rating.Easy, label: "Rất dễ" },
];

/** The card after an answer; `card` is undefined for a new one. */
export function answerCard(card, rating, now) {
  // A clock that was set back must not make a review older than the one before it.
  const at = Math.max(now, card?.at ?? 0);
  const after = compact(memory.next(expand(card, at), shifted(at), rating).card, at, card?.from ?? dayOf(at));
  const times = timesOn(card, dayOf(at)) + 1;
  const rests = times >= MOST_A_DAY && isLearning(after);
  return { ...after, t: times, due: rests ? Math.max(after.due, startOf(dayOf(at) + 1)) : after.due };
}

/** How often a card was answered on a day; of cards saved before this was counted, once where it was the last one. */
function timesOn(card, day) {
  if (!card || dayOf(card.at) !== day) return 0;
  return Number.isInteger(card.t) ? card.t : 1;
}

export function isLearning(card) {
  return card.st === State.Learning || card.st === State.Relearning;
}

function expand(card, at) {
  if (!card) return createEmptyCard(shifted(at));
  return {
    due: shifted(card.due), last_review: shifted(card.at), stability: card.s, difficulty: card.d, reps: card.n,
    lapses: card.l, state: card.st, learning_steps: card.k, scheduled_days: card.iv, elapsed_days: 0,
  };
}

function compact(next, at, from) {
  return {
    due: next.due.getTime() - VIET_NAM_MS, at, from, s: rounded(next.stability), d: rounded(next.difficulty),
    n: next.reps, l: next.lapses, st: next.state, k: next.learning_steps, iv: next.scheduled_days,
  };
}

/** FSRS counts days in UTC; moved by seven hours, its days are those of Việt Nam. */
function shifted(time) {
  return new Date(time + VIET_NAM_MS);
}

function rounded(value) {
  return Math.round(value * 10_000) / 10_000;
}

/** When a card comes again: "hôm nay", "3 ngày nữa". Minutes are not named: with nothing else left it comes at once. */
export function waitText(card) {
  const days = dayOf(card.due) - dayOf(card.at);
  if (days < 1) return "hôm nay";
  if (days === 1) return "ngày mai";
  if (days < 60) return `${days} ngày nữa`;
  return days < 360 ? `${Math.round(days / 30)} tháng nữa` : "1 năm nữa";
}
