// A reader's study of the cards: which comes next, what an answer changes, what is saved. Pure values; no page here.

import { dayOf, isoDay, parseDay } from "../shared/days.js";
import { has } from "../shared/maps.js";
import { answerCard, ANSWERS, isLearning } from "./memory.js";
import {
  activeCards, fitToTarget, freshToday, isDue, plannedWork, restoreState, SAVED_VERSION, targetPhase,
} from "./schedule.js";

/** Put together what was saved and the cards that there are now. */
export function openStudy(saved, cards, now) {
  return refit(recount(restoreState(saved), cards), cards, now);
}

/** Cards that the reader learns: those of the decks that are not put aside. */
export function chosenCards({ off }, cards) {
  return cards.filter(({ deck }) => !off.includes(deck));
}

function recount(state, cards) {
  const chosen = chosenCards(state, cards).map(({ id }) => id);
  const active = new Set(chosen);
  return {
    ...state,
    unseen: chosen.filter((id) => !has(state.cards, id)).length,
    // Cards of decks put aside, or of content that has gone: kept, but neither shown nor counted.
    idle: Object.keys(state.cards).filter((id) => !active.has(id)),
  };
}

/** What is stored; `done` and `total` are for the home page, `unseen` and `idle` for dueCount. */
export function savedStudy(state, cards) {
  const done = cards.filter(({ id }) => has(state.cards, id)).length;
  return { version: SAVED_VERSION, done, total: cards.length, ...state };
}

/** The card to show now: what was to come by now, then new ones, then those that had a few minutes to wait. */
export function nextCard(state, cards, now) {
  const chosen = chosenCards(state, cards);
  const seen = chosen.filter(({ id }) => has(state.cards, id) && isDue(state.cards[id], now));
  const byDue = (one, other) => state.cards[one.id].due - state.cards[other.id].due;
  const ready = seen.filter(({ id }) => !waits(state, id, now)).sort(byDue);
  if (ready.length) return ready[0];
  const fresh = chosen.find(({ id }) => !has(state.cards, id));
  if (fresh && freshToday(state, now) > 0) return fresh;
  return seen.sort(byDue)[0] ?? null;
}

/** Whether a card was answered some minutes ago, and has to wait some more. */
export function waits({ cards }, id, now) {
  return has(cards, id) && isLearning(cards[id]) && cards[id].due > now;
}

/** The card as it would be after each of the four answers. */
export function outcomes(state, id, now) {
  const before = has(state.cards, id) ? state.cards[id] : undefined;
  const others = activeCards({ ...state, idle: [...state.idle, id] });
  const unseen = Math.max(0, state.unseen - (before ? 0 : 1));
  const work = plannedWork(others, { ...state, unseen }, now);
  return ANSWERS.map(({ rating }) => {
    const after = answerCard(before, rating, now);
    return isLearning(after) ? after : fitToTarget(after, state.target, work, now);
  });
}

export function withRating(state, cards, id, rating, now) {
  const after = outcomes(state, id, now)[rating - 1];
  return recount({ ...state, cards: { ...state.cards, [id]: after }, tally: tallied(state.tally, rating, 1, now) }, cards);
}

/** Take an answer back; `before` is the card as it was, undefined when it was new. */
export function withoutRating(state, cards, { id, before, rating }, now) {
  const { [id]: _, ...others } = state.cards;
  const restored = before ? { ...others, [id]: before } : others;
  return recount({ ...state, cards: restored, tally: tallied(state.tally, rating, -1, now) }, cards);
}

function tallied(tally, rating, by, now) {
  const day = dayOf(now);
  const counts = tally?.day === day ? [...tally.counts] : [0, 0, 0, 0];
  counts[rating - 1] = Math.max(0, counts[rating - 1] + by);
  return { day, counts };
}

/** How many answers of each kind were given today. */
export function answersToday({ tally }, now) {
  return tally?.day === dayOf(now) ? tally.counts : [0, 0, 0, 0];
}

export function withDecks(state, cards, off, now) {
  return refit(recount({ ...state, off }, cards), cards, now);
}

export function withLimit(state, limit) {
  return { ...state, limit };
}

/** Set the target day ("2026-12-12"), or take it away with "". */
export function withTarget(state, cards, day, now) {
  return refit({ ...state, target: day ? { day, since: isoDay(dayOf(now)) } : null }, cards, now);
}

/** What is wrong with a target day, as a text for the reader; "" when nothing is. */
export function targetFault(text, now) {
  const [day, today] = [parseDay(text), dayOf(now)];
  if (day === null) return "Chưa có ngày. Hãy chọn một ngày từ ngày mai trở đi.";
  if (day <= today) return "Ngày này không còn ở phía trước. Hãy chọn một ngày từ ngày mai trở đi.";
  return day > today + 730 ? "Ngày này quá xa. Hãy chọn một ngày trong vòng hai năm tới." : "";
}

/** Bring cards that would come after the target day before it. */
function refit(state, cards, now) {
  if (targetPhase(state.target, now) !== "before") return state;
  const work = plannedWork(activeCards(state), state, now);
  const fitted = Object.entries(state.cards)
    .filter(([id, card]) => !state.idle.includes(id) && !isLearning(card))
    .map(([id, card]) => [id, moved(card, state.target, work, now)]);
  return { ...state, cards: { ...state.cards, ...Object.fromEntries(fitted) } };
}

function moved(card, target, work, now) {
  const after = fitToTarget(card, target, work, now);
  if (after !== card) work.set(dayOf(after.due), (work.get(dayOf(after.due)) ?? 0) + 1);
  return after;
}
