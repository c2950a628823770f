// Words that only ask: a question is typed with them, and the text that answers has none of them. No page here.

import { plainForm } from "./letters.js";

// The longer ones first. Without accents most of them are other words as well, so that only whole groups count.
const ASKING = [
  "như thế nào", "có bao nhiêu", "gồm bao nhiêu", "bao nhiêu", "thế nào", "khi nào", "lúc nào", "ở đâu", "vì sao", "tại sao", "ra sao", "là gì", "là ai", "gồm gì",
  "ai là", "có mấy", "gồm mấy", "gì", "nào", "ai",
].map((group) => group.split(" ").map(plainForm));

/** The words without those that only ask; null where none asks, or where nothing else is typed. */
export function withoutAsking(words) {
  const left = [];
  for (let place = 0; place < words.length;) {
    const group = ASKING.find((one) => one.every((plain, step) => words[place + step]?.plain === plain));
    if (!group) left.push(words[place]);
    place += group?.length ?? 1;
  }
  return left.length && left.length < words.length ? left : null;
}
