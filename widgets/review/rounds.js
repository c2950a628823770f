// Which questions a round of the review asks, and when they come back. No page here.

import { ANSWERS, answerCard } from "../flashcards/memory.js";
import { isDue, restoreState } from "../flashcards/schedule.js";
import { hashText, judge } from "../quiz/logic.js";
import { freshProgress, nextOpen, restoreProgress, shownAnswer, stateOf, withAnswer } from "../quiz/progress.js";
import { seededRandom, shuffled } from "../shared/common.js";
import { dayOf, startOf } from "../shared/days.js";

// So many questions are a few minutes.
export const SIZE = 10;
const [MISSED, , KNOWN] = ANSWERS;

/**
 * Take over what fits of a saved review. `memory` holds a compact card a question (see flashcards/schedule.js); a review
 * saved before there were rounds has none, and begins with a first round. `elsewhere` maps ids to the state of their answer in
 * their session, "right", "wrong" or "".
 */
export function restoreReview(saved, questions, mode, { now, seed, elsewhere }) {
  const all = restoreProgress(saved, questions, mode);
  const known = new Set(questions.map(({ id }) => id));
  const { cards } = restoreState({ cards: saved.memory });
  const memory = Object.fromEntries(Object.entries(cards).filter(([id]) => known.has(id)));
  const progress = { ...all, memory, redo: onlyIds(saved.redo, known).filter((id) => all.answers[id]) };
  const order = saved.memory ? onlyIds(saved.order, known) : [];
  if (!order.length) return begin(progress, questions, { now, seed, elsewhere });
  const run = { ...progress, order };
  const stays = order.includes(saved.current) || (saved.current === "" && nextOpen(run) === undefined);
  return { ...run, current: stays ? saved.current : (nextOpen(run) ?? order[0]) };
}

function onlyIds(value, known) {
  return Array.isArray(value) ? [...new Set(value)].filter((id) => known.has(id)) : [];
}

/** A review of which nothing is known. */
export function freshReview(questions, mode, context) {
  return begin({ ...freshProgress(questions, mode), memory: {} }, questions, context);
}

/** The next round: other questions, or the same ones to be answered once more. */
export function nextRound(progress, questions, context) {
  return begin({ ...progress, round: progress.round + 1 }, questions, context);
}

function begin(progress, questions, context) {
  const order = drawn(progress, questions, context);
  return { ...progress, order, current: order[0], redo: order.filter((id) => progress.answers[id]) };
}

/** Ids of a round: what was missed or is due, then what is new, then what was known longest ago; sessions mixed. */
export function drawn(progress, questions, { now, seed, elsewhere }) {
  const random = seededRandom(hashText(`${seed}/luot/${progress.round}`));
  const ranked = shuffled(questions, random).map((question) => ({ id: question.id, rank: rankOf(progress, question, now, elsewhere) }));
  ranked.sort(({ rank: [a, due] }, { rank: [b, later] }) => a - b || due - later);
  return shuffled(ranked.slice(0, SIZE).map(({ id }) => id), random);
}

/** [0, due] where it is due, [1, 0] where it is new, [2, due] where it was known. */
function rankOf(progress, question, now, elsewhere) {
  const card = progress.memory[question.id];
  if (card) return [isDue(card, now) ? 0 : 2, card.due];
  const state = stateOf(progress, question) || elsewhere[question.id];
  return { wrong: [0, 0], right: [2, 0] }[state] ?? [1, 0];
}

/** Note an answer, and when its question comes back. */
export function withReviewed(progress, question, value, now) {
  const { right } = judge(question, value);
  const card = answerCard(progress.memory[question.id], (right ? KNOWN : MISSED).rating, now);
  // A question takes longer than a card: what was known is not asked again on the same day.
  const due = right ? Math.max(card.due, startOf(dayOf(now) + 1)) : card.due;
  const memory = { ...progress.memory, [question.id]: { ...card, due } };
  return { ...withAnswer(progress, question, value), memory };
}

/** How far this round is: `done`, `right` and `total` of its questions. */
export function roundScore(progress, questions) {
  const asked = questions.filter(({ id }) => progress.order.includes(id));
  const done = asked.filter(({ id }) => shownAnswer(progress, id));
  const right = done.filter((question) => stateOf(progress, question) === "right");
  return { done: done.length, right: right.length, total: asked.length };
}
