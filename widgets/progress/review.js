// What a reader's saved progress says about where to go: what was wrong, little read, forgotten, and next. No page here.

import { leftWords, restoreState } from "../flashcards/schedule.js";
import { restoreReading } from "../outline_explorer/reading.js";
import { restoreProgress, score, stateOf } from "../quiz/progress.js";
import { cardsToday, nextSession, savedCards, sumUp } from "./reading.js";

/** The answers that still fit the questions; what was saved for others, or is damaged, counts as not answered. */
function answersOf(entries, place, questions) {
  return restoreProgress(entries?.[place] ?? {}, questions, "one");
}

/** A session as home page and this page sum it up, its answers judged anew. */
export function sumSession(entries, { slug, questions, lists }) {
  const counts = Object.fromEntries(lists.map(({ id, items }) => [id, items.length]));
  const quiz = questions.length
    ? score(answersOf(entries, `${slug}/quiz`, questions), questions)
    : { done: 0, right: 0, total: 0 };
  return sumUp(entries, { slug, questions: questions.length, lists: counts }, quiz);
}

/** The quiz of all sessions' questions; `mixed` is null where there is none. */
export function sumMixed(entries, sessions, mixed) {
  const questions = sessions.flatMap((session) => session.questions);
  return mixed && questions.length ? score(answersOf(entries, `${mixed.slug}/${mixed.key}`, questions), questions) : null;
}

/** Questions answered wrong, by session: `{session, questions: [{id, number, prompt, slug}]}`; each question once. */
export function wrongQuestions(entries, sessions, mixed) {
  const all = sessions.flatMap((session) => session.questions);
  const mixedAnswers = mixed && all.length ? answersOf(entries, `${mixed.slug}/${mixed.key}`, all) : { answers: {} };
  const found = sessions.map((session) => {
    const answers = session.questions.length
      ? answersOf(entries, `${session.slug}/quiz`, session.questions)
      : { answers: {} };
    const questions = session.questions.flatMap((question, index) => {
      const own = stateOf(answers, question) === "wrong";
      if (!own && stateOf(mixedAnswers, question) !== "wrong") return [];
      return { id: question.id, number: index + 1, prompt: question.prompt, slug: own ? session.slug : mixed.slug };
    });
    return { session, questions };
  });
  return found.filter(({ questions }) => questions.length > 0);
}

/** Lists of sessions already begun of which less than half is read: `{slug, id, title, read, total, next}`. */
export function littleRead(entries, sessions) {
  const begun = sessions.filter((session) => sumSession(entries, session).begun);
  return begun.flatMap(({ slug, lists }) =>
    lists.flatMap(({ id, title, items }) => {
      const { read } = readingOf(entries, slug, { id, items });
      if (2 * read.length >= items.length) return [];
      const next = items.find((item) => !read.includes(item.id)).id;
      return { slug, id, title, read: read.length, total: items.length, next };
    }),
  );
}

function readingOf(entries, slug, { id, items }) {
  return restoreReading(entries?.[`${slug}/${id}`] ?? {}, items.map((item) => item.id));
}

/** How many flashcards of the page `slug` were forgotten at least once after they had been known. */
export function forgottenCards(entries, slug) {
  const { cards, idle } = restoreState(savedCards(entries, slug));
  return Object.entries(cards).filter(([id, { l }]) => l > 0 && !idle.includes(id)).length;
}

/**
 * One step to take now: `{text, label, slug, fragment}`. Who has begun with the flashcards has those of today first,
 * because they take minutes; then the session that was left, what was wrong, the next session.
 */
export function nextStep(entries, { sessions, mixed, cards }, now) {
  const begun = cards && savedCards(entries, cards.slug);
  const left = begun && cardsToday(entries, cards, now);
  if (left && left.all > 0) return { text: leftWords(left), label: "Ôn thẻ ghi nhớ", slug: cards.slug, fragment: "" };
  const sums = sessions.map((session) => sumSession(entries, session));
  const next = sessions[sums.indexOf(nextSession(sums))];
  if (next && sums.some(({ begun, slug }) => begun && slug === next.slug)) return goOn(entries, next);
  const [wrong] = wrongQuestions(entries, sessions, mixed);
  if (wrong) return mend(wrong);
  if (next) return { text: next.title, label: "Vào học", slug: next.slug, fragment: "" };
  return finished(entries, sessions, mixed);
}

function goOn(entries, session) {
  const { slug, title, questions, lists } = session;
  const { answers } = answersOf(entries, `${slug}/quiz`, questions);
  const place = { text: `${title} đang học dở.`, slug };
  const { current } = sumSession(entries, session).parts;
  const answered = Object.keys(answers).length > 0;
  if (current && !answered) return { ...place, label: `Đọc tiếp: ${current.title}`, fragment: current.id };
  const [unread] = lists.flatMap((list) => {
    const { read } = readingOf(entries, slug, list);
    return list.items.filter(({ id }) => !read.includes(id));
  });
  if (unread && !answered) {
    return { ...place, label: `Đọc tiếp: ${unread.title}`, fragment: unread.id };
  }
  const open = questions.findIndex(({ id }) => !answers[id]);
  return { ...place, label: `Trả lời tiếp từ câu ${open + 1}`, fragment: questions[open].id };
}

function mend({ session, questions }) {
  const [{ slug, id, number }] = questions;
  return { text: `${session.title} còn câu trả lời chưa đúng.`, label: `Xem lại câu ${number}`, slug, fragment: id };
}

function finished(entries, sessions, mixed) {
  const sum = sumMixed(entries, sessions, mixed);
  if (sum && sum.done < sum.total) {
    return { text: "Đã trả lời hết câu hỏi của các buổi.", label: mixed.title, slug: mixed.slug, fragment: "" };
  }
  return { text: "Đã học hết các buổi. Có thể xem lại buổi nào cần.", label: "", slug: "", fragment: "" };
}
