// Abbreviations and terms, explained where they stand: a word to touch, its meaning in a native popover.
// `widgets/glossary.py` makes the same for the pieces of text of a page; common.js opens both, glossary.css has the look.
//
// How a widget uses it: its Python side fills the trait `terms` (`terms=terms_in(content, texts)`), and then
//   const explain = explainer(model.get("terms"));
//   el("p", {}, explain(item.matter)), el("p", {}, explain(`Nguồn: ${item.cite}`))
// One explainer offers each term once, so make one a card. It is for running text only: inside a heading,
// a label, a button or an option a second thing to press would get in the way.

import { el, uniqueId } from "../shared/common.js";

/** Return a function like `withTerms` that marks a term only the first time it meets it. */
export function explainer(terms) {
  const seen = new Set();
  return (text) => withTerms(text, terms, seen);
}

/** Cut a text into strings and elements; the first occurrence of each term that is not in `seen` is marked. */
export function withTerms(text, terms, seen = new Set()) {
  const nodes = [];
  let from = 0;
  for (const { start, end, term } of occurrences(text, terms ?? [])) {
    if (seen.has(term.id)) continue;
    seen.add(term.id);
    nodes.push(text.slice(from, start), ...explained(text.slice(start, end), term));
    from = end;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== "");
}

/** Find the terms of a text from left to right: whole words, the longest spelling first. */
export function occurrences(text, terms) {
  if (terms.length === 0) return [];
  const { owners, pattern } = finderOf(terms);
  const found = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    if (/[\p{L}\p{N}_/]$/u.test(text.slice(0, start))) pattern.lastIndex = start + 1;
    else found.push({ start, end: start + match[0].length, term: owners.get(match[0]) });
  }
  return found;
}

// A widget asks for hundreds of texts with the same list of terms, and making a pattern is slow on a phone.
const finders = new WeakMap(); // list of terms → {owners, pattern}

function finderOf(terms) {
  if (!finders.has(terms)) {
    const owners = new Map(terms.flatMap((term) => term.spellings.map((spelling) => [spelling, term])));
    const longest = [...owners.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
    // What stands before is checked by hand: browsers that know no lookbehind would refuse the whole pattern.
    finders.set(terms, { owners, pattern: new RegExp(`(?:${longest.join("|")})(?![\\p{L}\\p{N}_/])`, "gu") });
  }
  return finders.get(terms);
}

function escapePattern(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function explained(shown, { term, meaning, found }) {
  const id = uniqueId("term-x");
  const words = el("span", { id: `${id}-text` },
    el("b", {}, term), " ", el("span", { class: "kit-meaning" }, meaning), " ",
    el("span", { class: "kit-meaning-source" }, found));
  const close = { type: "button", class: "kit-definition-close", popovertarget: id, popovertargetaction: "hide" };
  return [
    el("span", { class: "kit-term", role: "button", tabindex: "0", "aria-expanded": "false" }, shown),
    el("span", {
      popover: "", id, class: "kit-definition", role: "note", tabindex: "-1", autofocus: true,
      "aria-labelledby": `${id}-text`,
      // Escape and arrows belong to the open meaning, not to the card or the slide behind it.
      onkeydown: (event) => event.stopPropagation(),
    }, words, el("button", close, "Đóng")),
  ];
}
