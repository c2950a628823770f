// What this device keeps of a reader's progress, read with care: every entry may be damaged or foreign. No page here.
// The home page (server/static/home.js) and the page "Tiến độ của tôi" (progress.js) both read it through this file.

import { leftToday, restoreState } from "../flashcards/schedule.js";

const CARDS_KEY = "the";
const PARTS_KEY = "phan-da-doc";
const SAVED_KEY = /^hoc-tac-pham\/([^/]+\/.+)$/;

/**
 * Everything that is saved, by `<session>/<key>`; what is no object is left out.
 * `entries` is null where the browser refuses its storage.
 */
export function readSaved() {
  try {
    const names = Object.keys(localStorage).filter((name) => SAVED_KEY.test(name));
    const read = (name) => [SAVED_KEY.exec(name)[1], parseEntry(localStorage.getItem(name))];
    return { entries: Object.fromEntries(names.map(read).filter(([, value]) => value)) };
  } catch {
    return { entries: null };
  }
}

/** Remove all progress; what else the kit keeps, such as the choice of light or dark, stays. */
export function clearSaved() {
  try {
    for (const name of Object.keys(localStorage)) if (SAVED_KEY.test(name)) localStorage.removeItem(name);
  } catch {
    // Storage is refused: there is nothing to remove.
  }
}

function parseEntry(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** What a quiz saved: how many of its `total` questions are answered, and how many right (null: not known). */
export function quizCounts(saved, total) {
  const done = countUpTo(saved?.done, total);
  const right = Number.isInteger(saved?.right) ? countUpTo(saved.right, done) : null;
  return { done, right, total };
}

/** What the cards of a list saved: how many of its `total` points are read. */
export function readCounts(saved, total) {
  const read = Array.isArray(saved?.read) ? saved.read.filter((id) => typeof id === "string") : [];
  return { read: Math.min(new Set(read).size, total), total };
}

/**
 * What is kept of the parts of a session's text (server/static/parts/read.js): how many are read, and the one to go on
 * with as `{id, title}`, null where there is none.
 */
export function partsRead(saved) {
  const { read, total } = readCounts(saved, countUpTo(saved?.total, Number.MAX_SAFE_INTEGER));
  const { id, title } = saved?.current || {};
  const known = typeof id === "string" && typeof title === "string" && read < total;
  return { read, total, current: known ? { id, title } : null };
}

function countUpTo(value, most) {
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), most) : 0;
}

/**
 * Sum up a session, given as `{slug, questions, lists}`: the number of its questions, and of points by list.
 * Finished means all questions answered; what is read is the reader's own affair. Who knows the questions
 * themselves gives the `quiz` counted anew.
 */
export function sumUp(entries, { slug, questions, lists }, quiz = quizCounts(entries?.[`${slug}/quiz`], questions)) {
  const cards = { read: 0, total: 0 };
  for (const [id, total] of Object.entries(lists)) {
    cards.read += readCounts(entries?.[`${slug}/${id}`], total).read;
    cards.total += total;
  }
  const parts = partsRead(entries?.[`${slug}/${PARTS_KEY}`]);
  const begun = quiz.done + cards.read + parts.read > 0 || parts.current !== null;
  return { slug, quiz, cards, parts, begun, finished: quiz.done === quiz.total };
}

/** Words for what has been done, such as "Đã đọc 5/8 thẻ"; nothing for what has not been begun. */
export function wordsOf({ quiz, cards, parts }) {
  const right = quiz.right === null ? "" : ` · đúng ${quiz.right}`;
  return [
    parts.read > 0 && `Đã đọc ${parts.read}/${parts.total} phần`,
    cards.read > 0 && `Đã đọc ${cards.read}/${cards.total} thẻ`,
    quiz.done > 0 && `Đã trả lời ${quiz.done}/${quiz.total} câu${right}`,
  ].filter(Boolean);
}

/** The session to go on with: one that is begun and not finished, else the first that is not begun; or undefined. */
export function nextSession(sums) {
  return sums.find(({ begun, finished }) => begun && !finished) ?? sums.find(({ finished }) => !finished);
}

/** What the flashcards of a page, named by its slug, have saved; undefined where they never were opened. */
export function savedCards(entries, slug) {
  return entries?.[`${slug}/${CARDS_KEY}`];
}

/**
 * What is left today of the `total` flashcards of a page: `{again, fresh, all}`, as the cards themselves say it.
 * Before they have been opened once, all are new.
 */
export function cardsToday(entries, { slug, total }, now) {
  return leftToday(restoreState(savedCards(entries, slug), total), now);
}
