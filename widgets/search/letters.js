// The letters of Vietnamese words: forms to compare them by, and words whose accents never came. No page here.

// Soft hyphens, joiners, marks of direction and of byte order: texts that were copied hold them, and nobody sees them.
export const UNSEEN = "\\u00AD\\u200B-\\u200F\\u2060\\uFEFF";
const EVERY_UNSEEN = new RegExp(`[${UNSEEN}]`, "g");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
// Letters of other languages that look like "Đ", and "d" with a stroke put on it.
const DYET = /[ðɖ]|d\u0335/g;

/**
 * Small letters with their accents, the tone behind them all, so that "hoà" and "hòa" are the same; numbers without
 * dots, commas, and zeros ahead.
 */
export function exactForm(word) {
  const small = word.replace(EVERY_UNSEEN, "").normalize("NFKC").toLowerCase().replace(DYET, "đ");
  if (/^\p{N}/u.test(small)) return small.replace(/[.,]/g, "").replace(/^0+(?=.)/, "");
  const marked = small.normalize("NFD");
  const tones = marked.match(TONES) ?? [];
  return marked.replace(TONES, "").normalize("NFC") + tones.join("");
}

/** The same without accents, and "d" for "đ": what one types in a hurry. */
export function plainForm(word) {
  return exactForm(word).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const TELEX_HATS = { a: "â", e: "ê", o: "ô" };
const TELEX_HORNS = { a: "ă", o: "ơ", u: "ư" };

/** The exact form of what the keys of a word make in Telex: "ddarm" and "damrd" both make "đảm". */
export function telexForm(keys) {
  const { onset, rest } = /^(?<onset>[^aeiouyw]*)(?<rest>.*)$/.exec(keys).groups;
  let tone = "";
  const untoned = rest.replace(/[sfrxjz]/g, (key) => {
    tone = TELEX_TONES[key] ?? "";
    return "";
  });
  const isLate = onset === "d" && untoned.includes("d");
  const vowels = isLate ? untoned.replace("d", "") : untoned;
  const hatted = vowels.replace(/([aeo])([^aeiouy]*)\1/, (_, vowel, between) => TELEX_HATS[vowel] + between);
  return `${isLate || onset === "dd" ? "đ" : onset}${horned(hatted)}${tone}`;
}

/** A "w" puts a horn on both letters of "uo", else on the last letter that can have one; alone it is "ư". */
function horned(vowels) {
  if (!vowels.includes("w")) return vowels;
  const bare = vowels.replace(/w/g, "");
  if (bare.includes("uo")) return bare.replace("uo", "ươ");
  if (/[aou]/.test(bare)) return bare.replace(/u(?=a$)|[aou](?!.*[aou])/, (vowel) => TELEX_HORNS[vowel]);
  return vowels.replace("w", "ư").replace(/w/g, "");
}

/** The other way to write the same word: "lí" for "lý", "qui" for "quy"; the same form where there is none. */
export function otherSpelling(exact) {
  return exact.replace(/^([hklmst]|qu)([iy])(?=\p{M}?$)/u, (_, onset, vowel) => onset + (vowel === "i" ? "y" : "i"));
}

/** A typed word as texts write it: itself if `isKnown`, else in its other spelling or by Telex (`isMade`), else itself. */
export function asWritten(word, isKnown) {
  const typed = word.exact;
  const made = /^[a-zđ]+$/.test(typed) ? telexForm(typed) : typed;
  for (const exact of [typed, otherSpelling(typed), made, otherSpelling(made)]) {
    const written = { ...word, exact, plain: plainForm(exact), isMade: exact === made && made !== typed };
    if (isKnown(written)) return written;
  }
  return word;
}
