// Which core questions hold the words that a reader types, with or without accents. No page here.

import { wordsOf } from "../search/text.js";

/** What is looked at: the words of each question and its answer, without accents. */
export function filterable(entries) {
  return entries.map(({ id, question, answer }) => ({ id, text: beginningsOf(`${question} ${answer}`).join("") }));
}

/**
 * The ids of the texts that hold every typed word; a word may be half typed, its beginning is enough.
 * Signs without a word are in no text.
 */
export function matching(texts, typed) {
  const beginnings = beginningsOf(typed);
  if (typed.trim() && beginnings.length === 0) return [];
  return texts.filter(({ text }) => beginnings.every((word) => text.includes(word))).map(({ id }) => id);
}

function beginningsOf(text) {
  return wordsOf(text).map(({ plain }) => ` ${plain}`);
}
