// The words that the texts hold, and whether some stand side by side there. No page here.

import { isNumber, wordsOf } from "./text.js";

// Of so many places it is looked up how words are mostly written.
const SAMPLES = 12;

/** Make a vocabulary: `add({text, words, plain})` learns one more text, its words, and their plain phrase. */
export function createVocabulary() {
  /** @type {Map<string, {count: number, exact: Set<string>}>} by plain form */
  const known = new Map();
  /** @type {Map<string, number>} how often words stand side by side */
  const pairs = new Map();
  const texts = [];
  // Made of what was learnt when they are first asked for.
  let [names, numbers, joined] = [null, null, null];

  return {
    add({ text, words, plain }) {
      texts.push({ text, plain });
      let before = "";
      for (const { plain: form, exact } of words) {
        let entry = known.get(form);
        if (!entry) known.set(form, (entry = { count: 0, exact: new Set() }));
        entry.count += 1;
        entry.exact.add(exact);
        const pair = `${before} ${form}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        before = form;
      }
      names = numbers = joined = null;
    },
    /** Whether a word stands there, with whatever accents. */
    has: ({ plain }) => known.has(plain),
    /** Whether it stands there with the accents that were typed, if any were. */
    hasExact: ({ plain, exact }) => known.has(plain) && (plain === exact || known.get(plain).exact.has(exact)),
    /** Whether a word begins so. */
    begins: ({ plain }) => [...known.keys()].some((word) => word.startsWith(plain)),
    count: (plain) => known.get(plain)?.count ?? 0,
    /** The plain words that are no numbers. */
    get names() {
      return (names ??= [...known.keys()].filter((plain) => !isNumber({ plain })));
    },
    get numbers() {
      return (numbers ??= [...known.keys()].filter((plain) => isNumber({ plain })).map(Number));
    },
    countPair: (one, other) => pairs.get(`${one} ${other}`) ?? 0,
    /** Whether plain words stand side by side somewhere. */
    holds(plains) {
      if (plains.length === 2) return this.countPair(...plains) > 0;
      joined ??= texts.map(({ plain }) => plain).join("|");
      return joined.includes(` ${plains.join(" ")} `);
    },
    /** How plain words that stand side by side are mostly written. */
    written(plains) {
      const phrase = ` ${plains.join(" ")} `;
      const found = [];
      for (let place = 0; place < texts.length && found.length < SAMPLES; place += 1) {
        const { text, plain } = texts[place];
        const start = plain.indexOf(phrase);
        if (start < 0) continue;
        const first = plain.slice(0, start).split(" ").length - 1;
        const there = wordsOf(text).slice(first, first + plains.length);
        found.push(text.slice(there[0].start, there[there.length - 1].end));
      }
      return mostFrequent(found);
    },
  };
}

function mostFrequent(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
