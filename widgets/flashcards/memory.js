// What FSRS makes of an answer, on compact cards. The clock is passed in; no page here.

import { createEmptyCard, fsrs, Rating, State } from "../vendor/fsrs.js";
import { dayOf, VIET_NAM_MS } from "../shared/days.js";

// Without fuzz the same answers give the same days, on every device and in every test.
const memory = fsrs({ enable_fuzz: false, maximum_interval: 365 });

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
  return compact(memory.next(expand(card, at), shifted(at), rating).card, at, card?.from ?? dayOf(at));
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

/** How long until a card comes again: "10 phút", "3 ngày". */
export function waitText(card) {
  const minutes = Math.max(1, Math.round((card.due - card.at) / 60_000));
  if (isLearning(card)) return minutes < 60 ? `${minutes} phút` : `${Math.round(minutes / 60)} giờ`;
  const days = Math.max(1, dayOf(card.due) - dayOf(card.at));
  if (days < 60) return `${days} ngày`;
  return days < 360 ? `${Math.round(days / 30)} tháng` : "1 năm";
}
