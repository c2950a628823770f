// Joining two saved states of the same widget, so that neither side's work is lost. No page here.

import { has } from "../shared/maps.js";

const isRecord = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const savedCount = (value) => (Number.isInteger(value) && value > 0 ? value : 0);

/** Join what this device saved with what a file holds, both as text; what cannot be joined stays as it is here. */
export function mergeSaved(here, there) {
  if (here === null || here === there) return there;
  const [ours, theirs] = [parseSaved(here), parseSaved(there)];
  if (!isRecord(ours)) return isRecord(theirs) ? there : here;
  if (!isRecord(theirs)) return here;
  if (isRecord(ours.cards) || isRecord(theirs.cards)) return JSON.stringify(mergeCards(ours, theirs));
  if (isRecord(ours.answers) || isRecord(theirs.answers)) return JSON.stringify(mergeAnswers(ours, theirs));
  if (Array.isArray(ours.read) || Array.isArray(theirs.read)) return JSON.stringify(mergeReading(ours, theirs));
  return here;
}

function parseSaved(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Each flashcard by its later review; the choices of this device stay. */
function mergeCards(ours, theirs) {
  const cards = joinMaps(ours.cards, theirs.cards, laterReview);
  const total = Math.max(savedCount(ours.total), savedCount(theirs.total));
  // Cards of earlier content are kept too, but do not count beyond the present total.
  const merged = { ...theirs, ...ours, done: Math.min(total, Object.keys(cards).length), total, cards };
  if (!savedCount(ours.unseen)) return merged;
  // Cards that come from there are no longer new here; the cards' page counts exactly when it is opened.
  const came = Object.keys(cards).filter((id) => !has(ours.cards ?? {}, id)).length;
  return { ...merged, unseen: Math.max(0, ours.unseen - came) };
}

function laterReview(one, other) {
  return reviewedAt(other) > reviewedAt(one) ? other : one;
}

function reviewedAt(card) {
  return isRecord(card) && Number.isFinite(card.at) ? card.at : -1;
}

/** Answers of both sides; where both answered, the answer of this device stays. */
function mergeAnswers(ours, theirs) {
  const answers = joinMaps(ours.answers, theirs.answers, (one) => one);
  const total = Math.max(savedCount(ours.total), savedCount(theirs.total));
  const memory = isRecord(ours.memory) || isRecord(theirs.memory) ? { memory: joinMaps(ours.memory, theirs.memory, laterReview) } : {};
  const { right, ...merged } = { ...theirs, ...ours, ...memory, done: Math.min(total, Object.keys(answers).length), total, answers };
  const whole = [ours, theirs].find((side) => JSON.stringify(inOrder(side.answers)) === JSON.stringify(inOrder(answers)));
  // How many are right is known only to the quiz; it counts anew when it is opened.
  return whole && Number.isInteger(whole.right) ? { ...merged, right: whole.right } : merged;
}

/** Points read on either side, and the private notes of both, each of the later day. */
function mergeReading(ours, theirs) {
  const read = [...new Set([...savedList(ours.read), ...savedList(theirs.read)])];
  const notes = joinMaps(ours.notes, theirs.notes, joinNotes);
  const merged = { ...theirs, ...ours, done: read.length, read, notes };
  // Notes of before days were kept have none.
  if (!isRecord(ours.days) && !isRecord(theirs.days)) return merged;
  return { ...merged, days: joinMaps(ours.days, theirs.days, (one, other) => (other > one ? other : one)) };
}

function joinNotes(one, other) {
  if (typeof other !== "string" || !other || String(one).includes(other)) return one;
  if (typeof one !== "string" || !one || other.includes(one)) return other;
  return `${one}\n\n${other}`;
}

function savedList(value) {
  return Array.isArray(value) ? value : [];
}

/** All entries of two maps; `choose` decides where both have one. */
function joinMaps(ours, theirs, choose) {
  const merged = new Map(Object.entries(isRecord(theirs) ? theirs : {}));
  for (const [id, value] of Object.entries(isRecord(ours) ? ours : {})) {
    merged.set(id, merged.has(id) ? choose(value, merged.get(id)) : value);
  }
  return Object.fromEntries(merged);
}

function inOrder(map) {
  return Object.entries(isRecord(map) ? map : {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
