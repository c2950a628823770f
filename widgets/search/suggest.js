// What was meant by words that no text has side by side: joined, misspelt, or another word of the same sound. No page here.

import { isNumber } from "./text.js";

// Another word of the same sound is nearer than one with another letter, and this is nearer than a pair of words that no
// text has side by side.
const COSTS = { sound: 0.5, joined: 0.75, letter: 1, apart: 1.5 };
const LONGEST_SYLLABLE = 7;
// Words of three letters have many neighbours: one of them must stand so often beside a word of the query.
const SHORT = { letters: 3, times: 3 };

/**
 * Suggest what to type in place of typed words: `{text, certain}`; null where nothing near is known. It is `certain` when
 * some text has all of it side by side.
 */
export function suggest(words, vocabulary) {
  const choices = words.map((word) => choicesFor(word, vocabulary));
  if (choices.some((choice) => choice.length === 0)) return null;
  const chosen = cheapest(choices, vocabulary);
  const changed = chosen.flatMap(({ cost }, place) => (cost ? [place] : []));
  const plains = chosen.flatMap((choice) => choice.plains);
  const certain = vocabulary.holds(plains);
  const isLikely = (place) =>
    (certain || !isWritten(words[place], vocabulary)) && hasNeighbour(place, words, chosen, vocabulary);
  return changed.length && changed.every(isLikely) ? { text: written(plains, vocabulary), certain } : null;
}

/** Whether texts have a word just as it was typed. */
const isWritten = (word, vocabulary) => !word.isMade && vocabulary.hasExact(word);

/** Whether a choice stands often enough beside the word before or after it; what is typed alone needs not. */
function hasNeighbour(place, words, chosen, vocabulary) {
  const [before, choice, after] = [chosen[place - 1], chosen[place], chosen[place + 1]];
  const isShort = choice.cost === COSTS.letter && words[place].plain.length <= SHORT.letters;
  if (choice.cost === COSTS.joined || chosen.length === 1) return !isShort;
  const times = Math.max(timesPaired(before, choice, vocabulary), timesPaired(choice, after, vocabulary));
  return times >= (isShort ? SHORT.times : 1);
}

/** What may stand in a word's place: `{plains, cost}`. */
function choicesFor(word, vocabulary) {
  const { plain } = word;
  const stays = { plains: [plain], cost: 0 };
  if (isNumber(word)) return [stays];
  const mayBeMisspelt = !isWritten(word, vocabulary);
  const sound = soundOf(plain);
  const near = [];
  for (const other of vocabulary.names) {
    if (other === plain) continue;
    if (soundOf(other) === sound) near.push({ plains: [other], cost: COSTS.sound });
    else if (mayBeMisspelt && isOneLetterOff(plain, other)) near.push({ plains: [other], cost: COSTS.letter });
  }
  // Of equal ones the more frequent is taken.
  near.sort((a, b) => vocabulary.count(b.plains[0]) - vocabulary.count(a.plains[0]));
  if (vocabulary.has(word)) return [stays, ...near];
  const parts = partsOf(plain, [], vocabulary);
  return parts ? [{ plains: parts, cost: COSTS.joined }, ...near] : near;
}

/** The words that were written without a space between, as they stand side by side in a text; null if there are none. */
function partsOf(joined, before, vocabulary) {
  if (!joined) return before;
  for (let length = Math.min(joined.length, LONGEST_SYLLABLE); length > 0; length -= 1) {
    const plain = joined.slice(0, length);
    const parts = [...before, plain];
    const isThere = vocabulary.has({ plain }) && (parts.length === 1 || vocabulary.holds(parts));
    const found = isThere && partsOf(joined.slice(length), parts, vocabulary);
    if (found) return found;
  }
  return null;
}

/** One choice a word, so that the sum is least: of the choices, and of the pairs that no text has. */
function cheapest(choices, vocabulary) {
  let ways = [{ sum: 0, chosen: [] }];
  for (const options of choices) {
    ways = options.map((option) => {
      const reached = ways.map(({ sum, chosen }) => {
        const last = chosen[chosen.length - 1];
        const apart = areApart(last, option, vocabulary) ? COSTS.apart : 0;
        return { sum: sum + option.cost + apart, chosen: [...chosen, option] };
      });
      return reached.reduce(lesser);
    });
  }
  return ways.reduce(lesser).chosen;
}

const lesser = (one, other) => (other.sum < one.sum ? other : one);

/** How often two choices stand side by side. */
function timesPaired(one, other, vocabulary) {
  return one && other ? vocabulary.countPair(one.plains[one.plains.length - 1], other.plains[0]) : 0;
}

const isFigure = ({ plains }) => isNumber({ plain: plains[0] });

/** Whether no text has two choices side by side; numbers may stand beside any word. */
function areApart(one, other, vocabulary) {
  return one && !isFigure(one) && !isFigure(other) && !timesPaired(one, other, vocabulary);
}

/** Words as texts write them, in runs as long as they have side by side. */
function written(plains, vocabulary) {
  const runs = [];
  for (let start = 0; start < plains.length;) {
    let end = plains.length;
    while (end > start + 1 && !vocabulary.holds(plains.slice(start, end))) end -= 1;
    const run = plains.slice(start, end);
    runs.push(vocabulary.holds(run) ? vocabulary.written(run) : run.join(" "));
    start = end;
  }
  return runs.join(" ");
}

const sounds = new Map();

/** Plain words often taken for each other have one sound: "x" and "s", "tr" and "ch", "l" and "n", "gi", "r" and "d". */
function soundOf(plain) {
  if (!sounds.has(plain)) {
    const onset = (letters) => ({ x: "s", tr: "ch", l: "n" })[letters] ?? "d";
    sounds.set(plain, plain.replace(/^(?:x|tr|l|r|gi(?=[aeouy]))/, onset));
  }
  return sounds.get(plain);
}

/** Whether a letter more, less or other makes one of the other, or two that changed places. */
function isOneLetterOff(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
