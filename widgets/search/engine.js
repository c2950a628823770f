// Finding and ranking. All words must be found, first as typed, then nearly so; else some of them. No page here.

import { exactTerm, phrasesOf, termsOf, wordsOf } from "./text.js";
import { MiniSearch } from "../vendor/minisearch.js";

const WEIGHTS = { title: 3, text: 1, kind: 0.6, cite: 0.3 };
// What explains the matter comes before what asks about it.
const KIND_WEIGHTS = { "Buổi học": 1.4, "Danh sách": 1.2, "Văn bản": 1.3, "Kế hoạch": 0.9, "Câu hỏi": 0.6 };
const STAGES = [
  { name: "all", combineWith: "AND", fuzzy: false },
  { name: "near", combineWith: "AND", fuzzy: true },
  { name: "some", combineWith: "OR", fuzzy: true },
];

/**
 * Make an engine: `add(entry)` takes one more to be found; `find(query)` gives `{stage, hits: [{entry, terms}]}`, best first.
 */
export function createEngine() {
  // Entries by their place: an id that stands twice must not end all searching.
  const known = [];
  const index = new MiniSearch({
    idField: "place",
    fields: Object.keys(WEIGHTS),
    tokenize: termsOf,
    processTerm: (term) => term,
  });

  return {
    add(entry) {
      index.add({ ...entry, place: known.length });
      const [kind, title, text] = [entry.kind, entry.title, entry.text].map(phrasesOf);
      known.push({ entry, kind, title, text });
    },
    find(query) {
      const words = wordsOf(query);
      for (const stage of words.length ? STAGES : []) {
        const found = index.search(treeOf(words, stage, /\s$/.test(query)), {
          // A single letter begins a word of nearly every text.
          fields: words.length === 1 && words[0].plain.length === 1 ? ["title"] : Object.keys(WEIGHTS),
          boost: WEIGHTS,
          tokenize: (term) => [term],
          // A word with just the accents typed counts more than one that looks like it without them.
          boostTerm: (term) => (term.startsWith("=") ? 2 : 1),
        });
        if (found.length) return { stage: stage.name, hits: ranked(found, known, query) };
      }
      return { stage: "none", hits: [] };
    },
  };
}

/** Every word with or without its accents; the last one may be unfinished. */
function treeOf(words, { combineWith, fuzzy }, finished) {
  return {
    combineWith,
    queries: words.map((word, place) => ({
      combineWith: "OR",
      queries: word.exact === word.plain ? [word.plain] : [word.plain, exactTerm(word)],
      prefix: place === words.length - 1 && !finished,
      // Short words and numbers have too many neighbours.
      fuzzy: fuzzy && word.plain.length > 3 && !/\d/.test(word.plain) ? 1 : false,
    })),
  };
}

function ranked(found, known, query) {
  const typed = phrasesOf(query);
  return found
    .map(({ id, score, terms }) => {
      const { entry, ...phrases } = known[id];
      return { entry, terms, score: score * bonus(phrases, typed) * (KIND_WEIGHTS[entry.kind] ?? 1) };
    })
    .sort((a, b) => b.score - a.score);
}

/** What stands there word by word as it was typed comes first, most of all as a title. */
function bonus({ kind, title, text }, typed) {
  let factor = 1;
  // "Bài học 2" is what a point is called.
  if (kind.plain === typed.plain) factor *= 10;
  if (title.plain === typed.plain) factor *= 4;
  else if (title.plain.startsWith(typed.plain)) factor *= 2.5;
  else if (title.plain.includes(typed.plain)) factor *= 2;
  else if (text.plain.includes(typed.plain)) factor *= 1.5;
  if (title.exact.includes(typed.exact) || kind.exact === typed.exact) factor *= 1.3;
  else if (text.exact.includes(typed.exact)) factor *= 1.15;
  return factor;
}
