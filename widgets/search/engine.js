// Finding: texts with all words, as typed or as their numbers may be written; else with the words that were meant; else
// with most of them. No page here.

import { withoutAsking } from "./asking.js";
import { asWritten } from "./letters.js";
import { numberReadings } from "./numbers.js";
import { narrowed, ranked, sideBySide, united, weights, withMost } from "./ranking.js";
import { suggest } from "./suggest.js";
import { exactTerm, phrasesOf, termsOf, wordsOf } from "./text.js";
import { createVocabulary } from "./vocabulary.js";
import { MiniSearch } from "../vendor/minisearch.js";

const FIELDS = { title: 3, text: 1, kind: 0.6, numbered: 0.6 };
// Beginnings as short as these are no words yet, even where a word is as short.
const BEGINNING = 2;
// The sign in a number whose thousands are not typed to their end.
const BEGUN_THOUSANDS = /[.,](?=\d{1,2}$)/;
// So few texts with all words of a question, and those without its asking words are looked for as well.
const FEW = 3;
// What a number may be, but need not.
const UNSURE = 0.3;

/**
 * Make an engine: `add(entry)` takes one more to be found; `find(query)` gives `{stage, hits: [{entry, terms}]}`, best
 * first. `suggestion` is what may have been meant; at the stage "near" the hits are those of it. At the stage "some"
 * `unknown` are the typed words that no text has.
 */
export function createEngine() {
  // Entries by their place: an id that stands twice must not end all searching.
  const known = [];
  const vocabulary = createVocabulary();
  const index = new MiniSearch({
    idField: "place",
    fields: Object.keys(FIELDS),
    tokenize: (terms) => terms.split(" "),
    processTerm: (term) => term,
  });

  function add(entry) {
    const terms = { place: known.length };
    const phrases = {};
    for (const field of Object.keys(FIELDS)) {
      const words = wordsOf(entry[field]);
      terms[field] = termsOf(words).join(" ");
      phrases[field] = phrasesOf(words);
      vocabulary.add({ text: entry[field], words, plain: phrases[field].plain });
    }
    index.add(terms);
    known.push({ entry, phrases });
  }

  /** Texts by a tree of MiniSearch, in no order. */
  function search(tree, words) {
    const options = {
      // A single sign begins a word of nearly every text.
      fields: words.length === 1 && words[0].plain.length === 1 ? ["title"] : Object.keys(FIELDS),
      boost: FIELDS,
      tokenize: (term) => [term],
      // A word with just the accents typed counts more than one that looks like it without them.
      boostTerm: (term) => (term.startsWith("=") ? 2 : 1),
    };
    const weight = weights(words);
    return index.search(tree, options).map(({ id, score, terms, queryTerms }) => {
      const { entry, phrases } = known[id];
      return { entry, phrases, terms, asked: queryTerms, score: score * weight(entry, phrases) };
    });
  }

  /** Texts with all words; the last one may be unfinished, and is taken for whole where it can be. */
  function withAll(words, finished) {
    const last = words[words.length - 1];
    const found = (isBegun) => {
      const queries = words.map((word) => slot(word, isBegun && word === last));
      return narrowed(search({ combineWith: "AND", queries }, words), words, isBegun, vocabulary);
    };
    if (finished) return found(false);
    const whole = last.plain.length > BEGINNING && vocabulary.hasExact(last) ? found(false) : [];
    const isMeant = whole.length && (words.length === 1 || whole.some(sideBySide(words)));
    const begun = isMeant ? [] : found(true);
    return begun.length ? begun : whole;
  }

  /** Texts with all words in one of the ways in which the numbers among them may be written. */
  function inAnyWay(words, finished) {
    const ways = numberReadings(words, vocabulary).map(({ words: written, sure, spelt }) => {
      if (sure) return { hits: withAll(written, true), spelt };
      if (!vocabulary.holds(written.map(({ plain }) => plain))) return { hits: [] };
      const hits = withAll(written, true).filter(sideBySide(written));
      return { hits: hits.map((hit) => ({ ...hit, score: hit.score * UNSURE })) };
    });
    const typed = withAll(words, finished);
    if (!ways.length) return typed;
    // Words that spell a number mean nothing where they stand apart.
    const isSpelt = ways.some(({ hits, spelt }) => spelt && hits.length);
    const asTyped = isSpelt ? typed.filter(sideBySide(words)) : typed;
    const otherwise = ways.flatMap(({ hits }) => hits).map((hit) => ({ ...hit, isOtherwise: true }));
    return united([...asTyped, ...otherwise]);
  }

  function withAllWords(words, finished) {
    const hits = inAnyWay(words, finished);
    const told = withoutAsking(words);
    return told && hits.length < FEW ? united([...hits, ...inAnyWay(told, finished)]) : hits;
  }

  function find(query) {
    const typed = wordsOf(query);
    if (!typed.length) return { stage: "none", hits: [] };
    const finished = /\s$/.test(query);
    const words = typed.map((word, place) => {
      const unfinished = !finished && place === typed.length - 1;
      return asWritten(word, (form) => vocabulary.has(form) || (unfinished && vocabulary.begins(form)));
    });
    const hits = withAllWords(words, finished);
    if (!hits.length && BEGUN_THOUSANDS.test(query)) return find(query.replace(BEGUN_THOUSANDS, ""));
    const isThere = sideBySide(words, !finished);
    const isPlain = words.length === 1 ? hits.length > 0 : hits.some((hit) => hit.isOtherwise || isThere(hit));
    const meant = isPlain ? null : suggest(words, vocabulary);
    if (meant && (meant.certain || !hits.length)) {
      const near = withAllWords(wordsOf(meant.text), true);
      if (near.length) return { stage: "near", hits: ranked(near), suggestion: meant.text };
    }
    if (hits.length) return { stage: "all", hits: ranked(hits), suggestion: meant?.text };
    const some = search({ combineWith: "OR", queries: words.map((word) => slot(word, false)) }, words);
    if (!some.length) return { stage: "none", hits: [] };
    const unknown = typed.filter((_, place) => !vocabulary.has(words[place])).map(({ start, end }) => query.slice(start, end));
    return { stage: "some", hits: ranked(withMost(some, words)), unknown };
  }

  return { add, find };
}

/** A word with or without its accents, or its beginning. */
function slot(word, prefix) {
  return { combineWith: "OR", queries: word.exact === word.plain ? [word.plain] : [word.plain, exactTerm(word)], prefix };
}
