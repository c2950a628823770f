// How far a reader has come: pure values, saved on the device and checked when they come back.

import { fingerprint, isAnswer, judge } from "./logic.js";

const ids = (questions) => questions.map((question) => question.id);

/**
 * `order` holds the ids of this run; `current` is the id shown, or "" for the result. `redo` holds the ids whose wrong
 * answers stand until they are answered once more.
 */
export function freshProgress(questions, mode, round = 0) {
  return { mode, round, order: ids(questions), current: questions[0].id, answers: {}, redo: [] };
}

/** Take over from `saved` what still fits the questions; what does not fit is dropped. */
export function restoreProgress(saved, questions, mode) {
  const progress = freshProgress(questions, mode, count(saved.round));
  if (saved.mode === "one" || saved.mode === "list") progress.mode = saved.mode;
  for (const question of questions) {
    const answer = saved.answers?.[question.id];
    if (answer?.print === fingerprint(question) && isAnswer(question, answer.value)) {
      progress.answers[question.id] = { value: answer.value, round: count(answer.round), print: answer.print };
    }
  }
  const asked = Array.isArray(saved.redo) ? saved.redo : [];
  progress.redo = ids(questions).filter((id, place) => asked.includes(id) && stateOf(progress, questions[place]) === "wrong");
  // A question without an answer belongs to every run: it may be new or may have changed.
  const ran = Array.isArray(saved.order) ? saved.order : progress.order;
  const order = progress.order.filter((id) => ran.includes(id) || !progress.answers[id]);
  if (order.length) progress.order = order;
  const known = progress.order.includes(saved.current) || (saved.current === "" && isComplete(progress));
  progress.current = known ? saved.current : (nextOpen(progress) ?? progress.order[0]);
  return progress;
}

function count(value) {
  return Number.isInteger(value) && value >= 0 ? value : 0;
}

/** What is stored; `done`, `total` and `right` stand at the top for the home page. */
export function toSave(progress, questions) {
  return { version: 1, ...score(progress, questions), ...progress };
}

export function score({ answers }, questions) {
  const done = questions.filter(({ id }) => answers[id]);
  const right = done.filter((question) => judge(question, answers[question.id].value).right);
  return { done: done.length, total: questions.length, right: right.length };
}

/** "right", "wrong", or "" while there is no answer. */
export function stateOf({ answers }, question) {
  const answer = answers[question.id];
  if (!answer) return "";
  return judge(question, answer.value).right ? "right" : "wrong";
}

/** The answer that a question shows; none for one that is to be answered once more. */
export function shownAnswer({ answers, redo }, id) {
  return redo.includes(id) ? undefined : answers[id];
}

/** The round whose shuffle a question shows: that of its answer, or the present one. */
export function roundOf(progress, { id }) {
  return shownAnswer(progress, id)?.round ?? progress.round;
}

export function withAnswer(progress, question, value) {
  const answer = { value, round: progress.round, print: fingerprint(question) };
  const redo = progress.redo.filter((id) => id !== question.id);
  return { ...progress, current: question.id, redo, answers: { ...progress.answers, [question.id]: answer } };
}

export function isComplete(progress) {
  return nextOpen(progress) === undefined;
}

export function nextOpen(progress) {
  return progress.order.find((id) => !shownAnswer(progress, id));
}

/** A new run with the wrong ones only; every answer stays on record until there is another one. */
export function retryWrong(progress, questions) {
  const order = ids(questions.filter((question) => stateOf(progress, question) === "wrong"));
  // Another tab may have begun anew since.
  if (!order.length) return progress;
  return { ...progress, round: progress.round + 1, order, current: order[0], redo: order };
}

/** All questions anew, shuffled by the next round. */
export function restart(progress, questions) {
  return freshProgress(questions, progress.mode, progress.round + 1);
}
