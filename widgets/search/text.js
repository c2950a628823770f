// Vietnamese words for searching: with and without accents, and where they stand. No page here.

import { UNSEEN, exactForm, plainForm } from "./letters.js";

// A number is one word with the signs between its thousands ("167.700", "167,700"); a date is not ("19.5.2023").
// Letters and digits side by side are two words ("QĐ37").
const WORD = new RegExp(`\\p{N}{1,3}(?:[.,]\\p{N}{3})+(?!\\p{N})|\\p{N}+|(?:[\\p{L}\\p{M}][${UNSEEN}]*)+`, "gu");

// A text of thousands of words has only hundreds of different ones, and taking accents off is slow.
const known = new Map();

function formsOf(word) {
  if (!known.has(word)) known.set(word, { exact: exactForm(word), plain: plainForm(word) });
  return known.get(word);
}

/** The words of a text, in order: `start` and `end` in the text, `exact` and `plain` form. */
export function wordsOf(text) {
  const words = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push({ start: index, end: index + word.length, ...formsOf(word) });
  }
  return words;
}

/** Whether a word is written in figures. */
export const isNumber = (word) => /^\d+$/.test(word?.plain ?? "");

/** How the accented form stands in the index, apart from words that have no accents at all. */
export function exactTerm({ exact }) {
  return `=${exact}`;
}

/** What the index keeps of words: each without accents, and with those that it has. */
export function termsOf(words) {
  const terms = [];
  for (const word of words) {
    terms.push(word.plain);
    if (word.exact !== word.plain) terms.push(exactTerm(word));
  }
  return terms;
}

/** Words side by side, without and with accents, for finding what was typed as it was typed. */
export function phrasesOf(words) {
  const join = (form) => ` ${words.map((word) => word[form]).join(" ")} `;
  return { plain: join("plain"), exact: join("exact") };
}

/**
 * The words of a text that the found terms mean. Where a word stands with just the accents that were typed,
 * words that only look like it without accents are left out.
 */
export function hitsOf(text, terms) {
  const found = new Set(terms);
  const words = wordsOf(text);
  const exact = new Set(words.filter((word) => found.has(exactTerm(word))).map(({ plain }) => plain));
  return words.filter((word) => found.has(exactTerm(word)) || (found.has(word.plain) && !exact.has(word.plain)));
}

/** Cut a text into pieces `{text, hit}`, whose texts joined give the text again. */
export function pieces(text, hits) {
  const parts = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.start > end) parts.push({ text: text.slice(end, hit.start), hit: false });
    parts.push({ text: text.slice(hit.start, hit.end), hit: true });
    end = hit.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** The part of a text with the most found words, cut between words, as pieces. */
export function excerpt(text, hits, length = 160) {
  if (text.length <= length) return pieces(text, hits);
  const within = (start) => hits.filter((hit) => hit.start >= start && hit.end <= start + length);
  let from = 0;
  for (const { start } of hits) {
    const candidate = text.lastIndexOf(" ", Math.max(start - length / 4, 0)) + 1;
    if (within(candidate).length > within(from).length) from = candidate;
  }
  const last = text.lastIndexOf(" ", from + length);
  const to = from + length >= text.length || last <= from ? text.length : last;
  const shift = hits
    .filter((hit) => hit.start >= from && hit.end <= to)
    .map((hit) => ({ start: hit.start - from, end: hit.end - from }));
  return [
    ...(from ? [{ text: "… ", hit: false }] : []),
    ...pieces(text.slice(from, to), shift),
    ...(to < text.length ? [{ text: " …", hit: false }] : []),
  ];
}
