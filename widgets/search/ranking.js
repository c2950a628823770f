// Which of the found texts are shown, and in which order. No page here.
//
// A hit is `{entry, phrases, terms, asked, score}`: its phrases (text.js) by field, the terms that were found and those
// that were asked for.

import { exactTerm, isNumber, phrasesOf } from "./text.js";

// What explains the matter comes before what plans; the source's words before what the kit says of them.
const KINDS = { "Buổi học": 1.4, "Danh sách": 1.2, "Văn bản": 1.3, "Kế hoạch": 0.9, "Cách hiểu của bộ tài liệu": 0.5 };
const QUESTION = "Câu hỏi";
// What is called by just the name and number that were typed.
const CALLED = 100;

/** Give a function of an entry and its phrases: how many times more it counts for the way in which words stand there. */
export function weights(words) {
  const typed = phrasesOf(words);
  const pairs = words.slice(1).map(({ plain }, place) => ` ${words[place].plain} ${plain} `);
  return ({ kind }, phrases) =>
    (KINDS[kind] ?? 1) * called(phrases, words) * wordByWord(phrases, typed) * (1 + sharePaired(phrases, pairs));
}

/** "Bài học 2" is what a point is called, "Bài học kinh nghiệm 2" as well; "2 bài học" are two of them. */
function called({ kind, numbered }, words) {
  if (words.findIndex(isNumber) < 1) return 1;
  const share = ({ plain }) => {
    const named = words.every((word) => plain.includes(` ${word.plain} `));
    return named ? words.length / plain.trim().split(" ").length : 0;
  };
  return 1 + CALLED * Math.max(share(kind), share(numbered));
}

/** What stands there word by word as it was typed comes first, most of all as a title. */
function wordByWord({ title, text }, typed) {
  if (title.plain.includes(typed.plain)) {
    const exact = title.exact.includes(typed.exact) ? 1.3 : 1;
    if (title.plain.length === typed.plain.length) return exact * 4;
    return exact * (title.plain.startsWith(typed.plain) ? 2.5 : 2);
  }
  if (!text.plain.includes(typed.plain)) return 1;
  return text.exact.includes(typed.exact) ? 1.75 : 1.5;
}

/** Which share of the pairs of words stands side by side. */
function sharePaired({ title, text }, pairs) {
  const found = pairs.filter((pair) => title.plain.includes(pair) || text.plain.includes(pair));
  return pairs.length ? found.length / pairs.length : 0;
}

/** Give a function that tells whether a hit has all words side by side; the last one may be only a beginning. */
export function sideBySide(words, isBegun = false) {
  return having("plain", words, isBegun);
}

function having(form, words, isBegun = false) {
  const phrase = ` ${words.map((word) => word[form]).join(" ")}${isBegun ? "" : " "}`;
  return ({ phrases: { title, text, kind, numbered } }) =>
    [title, text, kind, numbered].some((one) => one[form].includes(phrase));
}

/**
 * Leave out what a short query does not mean. Where the accents that were typed are found, other accents count only for
 * words side by side; two syllables are mostly one word, and where this is found they do not count apart.
 */
export function narrowed(hits, words, isBegun, vocabulary) {
  const isMarked = words.some(({ exact, plain }) => exact !== plain) && words.every(vocabulary.hasExact);
  const has = words.map((word) => having("exact", [word]));
  const exact = isMarked ? hits.filter((hit) => has.every((hasWord) => hasWord(hit))) : [];
  if (words.length === 1) return exact.length ? exact : hits;
  const side = hits.filter(sideBySide(words, isBegun));
  if (words.length === 2 && side.length && !words.some(isNumber)) return side;
  return exact.length ? [...new Set([...exact, ...side])] : hits;
}

/** Of texts found in several ways each once, with its best score and all its words. */
export function united(hits) {
  const byEntry = new Map();
  for (const hit of hits) {
    const other = byEntry.get(hit.entry);
    const best = other?.score > hit.score ? other : hit;
    byEntry.set(hit.entry, { ...best, terms: [...(other?.terms ?? []), ...hit.terms] });
  }
  return [...byEntry.values()];
}

/** The hits with the most of the words. */
export function withMost(hits, words) {
  const count = ({ asked }) => words.filter((word) => asked.includes(word.plain) || asked.includes(exactTerm(word))).length;
  const most = Math.max(...hits.map(count));
  return hits.filter((hit) => count(hit) === most);
}

/** Best first; what only asks comes after what tells. */
export function ranked(hits) {
  const asks = ({ entry }) => Number(entry.kind === QUESTION);
  return [...hits].sort((a, b) => asks(a) - asks(b) || b.score - a.score);
}
