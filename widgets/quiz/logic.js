// What a quiz decides, without a page: numbers people type, fixed shuffles, right or wrong.
// An answer speaks of parts by their written position, so it outlives every shuffle:
// single: position; multiple: positions; boolean: true/false; numeric: the typed text;
// ordering: positions as arranged; matching: for each left side the position of the right side.

import { seededRandom, shuffled } from "../shared/common.js";

const PARTS = { single: "options", multiple: "options", ordering: "items", matching: "pairs" };

function partsOf(question) {
  return question[PARTS[question.kind]] ?? [];
}

/** The whole number that was typed the Vietnamese way ("hơn 167.700"), or null. */
export function parseNumber(typed, unit = "") {
  let text = plainTyped(typed).replace(OVER, "");
  const counted = plainTyped(unit);
  if (counted && text.endsWith(counted)) text = text.slice(0, -counted.length).trim();
  // Groups of three with one kind of mark between them; "1.50" or "1.234,5" is no whole number.
  if (!/^\d+$/.test(text) && !/^[1-9]\d{0,2}([., ])\d{3}(\1\d{3})*$/.test(text)) return null;
  const value = Number(text.replace(/\D/g, ""));
  return Number.isSafeInteger(value) ? value : null;
}

/** A number with dots between thousands: 167700 → "167.700". */
export function formatNumber(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** A number for a text (FNV-1a), the same on every device. */
export function hashText(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Changes when an answer given before would no longer mean the same; new reasons do not change it. */
export function fingerprint(question) {
  const parts = partsOf(question).map(({ text, correct, left, right }) => [text, correct, left, right]);
  const answer = question.answer?.value ?? question.answer;
  return hashText(JSON.stringify([question.kind, question.prompt, parts, answer])).toString(36);
}

/** Written positions in the order of display; in the first round that of paper and slides. */
export function displayOrder(question, seed, round) {
  if (round === 0) return [...question.order];
  const random = seededRandom(hashText(`${seed}/${question.id}/${round}`));
  const written = partsOf(question).map((_, index) => index);
  // Of what is to be arranged nothing stands in its own place.
  const telling = question.kind === "ordering" || question.kind === "matching";
  let order;
  do order = shuffled(written, random);
  while (telling && order.some((position, place) => position === place));
  return order;
}

/** Is `value` a complete answer to the question? Also guards against what a storage may hold. */
export function isAnswer(question, value) {
  const count = partsOf(question).length;
  const position = (item) => Number.isInteger(item) && item >= 0 && item < count;
  const list = Array.isArray(value) && value.every(position);
  const distinct = list && new Set(value).size === value.length;
  switch (question.kind) {
    case "single":
      return position(value);
    case "multiple":
      return distinct && value.length > 0;
    case "boolean":
      return typeof value === "boolean";
    case "numeric":
      return typeof value === "string" && parseNumber(value, question.answer.unit) !== null;
    case "ordering":
      return distinct && value.length === count;
    default:
      return list && value.length === count;
  }
}

/** What a reader must still do before this answer counts, or "". `start` is the order first shown. */
export function missing(question, value, start) {
  switch (question.kind) {
    case "single":
      return isAnswer(question, value) ? "" : "Đồng chí hãy chọn một phương án rồi bấm “Trả lời”.";
    case "multiple":
      return isAnswer(question, value) ? "" : "Đồng chí hãy chọn ít nhất một phương án rồi bấm “Trả lời”.";
    case "boolean":
      return isAnswer(question, value) ? "" : "Đồng chí hãy chọn “Đúng” hoặc “Sai” rồi bấm “Trả lời”.";
    case "numeric":
      if (!value.trim()) return "Đồng chí hãy nhập một con số rồi bấm “Trả lời”.";
      if (isAnswer(question, value)) return "";
      return `“${value.trim()}” chưa phải là số nguyên. Đồng chí hãy viết bằng chữ số, có thể dùng dấu chấm để tách hàng nghìn.`;
    case "ordering":
      if (value.some((position, place) => position !== start[place])) return "";
      return "Các mục còn ở thứ tự ban đầu. Đồng chí hãy sắp xếp lại rồi bấm “Trả lời”.";
    default: {
      const open = value.filter((position) => position === null).length;
      return open ? `Đồng chí hãy chọn vế ghép cho đủ các mục (còn ${open} mục).` : "";
    }
  }
}

/**
 * Judge a complete answer.
 * Gives `right`; `marks` ("right", "wrong", "missed" or "") by written position; `wrong`, the wrong
 * choices with their reasons; `key`, the right answer as lines {text, reason, aside}.
 */
export function judge(question, value) {
  const result = JUDGES[question.kind](question, value);
  return { ...result, right: !result.marks.some((mark) => mark === "wrong" || mark === "missed") };
}

/** May a wrong answer be tried once more? Of two answers the other one would be given away. */
export function mayTryAgain({ kind }) {
  return kind !== "boolean";
}

/** What of a wrong answer is not told by the reasons of what was chosen. */
export function shortfall({ kind }, { marks }) {
  if (kind === "multiple" && marks.includes("missed")) return ["Còn phương án đúng mà đồng chí chưa chọn."];
  if (kind === "ordering") return ["Còn mục chưa đúng chỗ."];
  return kind === "matching" ? ["Còn mục ghép chưa đúng."] : [];
}

const OVER = /^h[ơo]n ?(?=\d)/;

function plainTyped(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Was the right number typed without the "hơn" that its source has? */
export function lostOver({ kind, answer }, value) {
  return (
    kind === "numeric" && answer.qualifier === "over" && parseNumber(value, answer.unit) === answer.value &&
    !OVER.test(plainTyped(value))
  );
}

/** A typed number as the kit writes it, with the "hơn" that was typed before it. */
export function tidied(typed, unit) {
  return `${OVER.test(plainTyped(typed)) ? "hơn " : ""}${formatNumber(parseNumber(typed, unit))}`;
}

/** The verdict in words; where an answer is partly right, also how much of it. */
export function verdict({ kind }, { right, marks }) {
  if (right) return "Trả lời đúng";
  const count = (wanted) => marks.filter((mark) => mark === wanted).length;
  const part = count("right") && PARTS_RIGHT[kind]?.(count("right"), count("missed"), count("wrong"));
  return part ? `Trả lời chưa đúng: ${part}` : "Trả lời chưa đúng";
}

const PARTS_RIGHT = {
  multiple: (right, missed, wrong) =>
    `chọn được ${right}/${right + missed} phương án đúng${wrong ? `, chọn nhầm ${wrong} phương án` : ""}`,
  ordering: (right, _, wrong) => `${right}/${right + wrong} mục đúng chỗ`,
  matching: (right, _, wrong) => `${right}/${right + wrong} mục ghép đúng`,
};

function judgeOptions({ options, kind }, value) {
  const chosen = new Set([value].flat());
  const marks = options.map((option, index) => {
    if (chosen.has(index)) return option.correct ? "right" : "wrong";
    return option.correct ? "missed" : "";
  });
  return {
    marks,
    wrong: options.filter((_, index) => marks[index] === "wrong"),
    key: options.flatMap(({ text, reason, correct }, index) => {
      const aside = kind === "multiple" && marks[index] === "missed" ? "đồng chí chưa chọn" : "";
      return correct ? [{ text, reason, aside }] : [];
    }),
  };
}

/** Marks stand for "Đúng" and "Sai", in this order. */
function judgeBoolean({ answer, reason_wrong: reason }, value) {
  const right = value === answer;
  return {
    marks: [true, false].map((side) => (side === answer ? (right ? "right" : "missed") : right ? "" : "wrong")),
    wrong: right ? [] : [{ text: value ? "Đúng" : "Sai", reason }],
    key: [{ text: answer ? "Nhận định này đúng" : "Nhận định này sai", reason: "", aside: "" }],
  };
}

function judgeNumber({ answer, near, reason_wrong: other }, value) {
  const number = parseNumber(value, answer.unit);
  const right = number === answer.value;
  const reason = near.find((figure) => figure.value === number)?.reason ?? other;
  return {
    marks: [right ? "right" : "wrong"],
    wrong: right ? [] : [{ text: formatNumber(number), reason }],
    key: [{ text: answer.text, reason: "", aside: "" }],
  };
}

function judgeOrder({ items }, value) {
  const marks = items.map((_, index) => (value[index] === index ? "right" : "wrong"));
  const key = items.map(({ text, reason }, index) => {
    const aside = marks[index] === "wrong" ? `đồng chí xếp thứ ${value.indexOf(index) + 1}` : "";
    return { text, reason, aside };
  });
  return { marks, wrong: [], key };
}

function judgePairs({ pairs }, value) {
  const marks = pairs.map((_, index) => (value[index] === index ? "right" : "wrong"));
  const key = pairs.map(({ left, right, reason }, index) => {
    const aside = marks[index] === "wrong" ? `đồng chí chọn: ${pairs[value[index]].right}` : "";
    return { text: `${left} → ${right}`, reason, aside };
  });
  return { marks, wrong: [], key };
}

const JUDGES = {
  single: judgeOptions,
  multiple: judgeOptions,
  boolean: judgeBoolean,
  numeric: judgeNumber,
  ordering: judgeOrder,
  matching: judgePairs,
};
