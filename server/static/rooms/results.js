// Results of a question on a phone: how many chose what, both rounds side by side, and why it is so.
import { el } from "../../../widgets/shared/common.js";

const WORDS = { right: "Đúng", near: "Gần đúng", other: "Khác" };
const ROUNDS = { 1: "Lần một", 2: "Lần hai" };

/** The table of a question's totals; hands and phones are counted together. */
export function results({ totals, right, shown }) {
  if (!totals.length) return el("p", {}, "Chưa có câu trả lời nào.");
  const rows = Object.keys(totals[0].counts).map((choice) => el("tr", {},
    el("th", { scope: "row" }, labelOf(choice, shown), Array.isArray(right) && right.includes(choice) && choice in optionsOf(shown) ? " (đúng)" : ""),
    ...totals.map(({ counts }) => el("td", {}, String(counts[choice])))));
  return el("table", { class: "room-totals" },
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Trả lời"), ...totals.map(({ round }) => el("th", { scope: "col" }, totals.length > 1 ? ROUNDS[round] : "Số người")))),
    el("tbody", {}, ...rows));
}

const optionsOf = ({ options }) => Object.fromEntries(options.map(({ sign, text }) => [sign, text]));

function labelOf(choice, shown) {
  const text = WORDS[choice] ? "" : optionsOf(shown)[choice];
  return text ? `${choice}. ${text}` : WORDS[choice] ?? choice;
}

/** Why the answer is right, and where that stands; reasons of the kit stand apart. */
export function explanation({ key }) {
  return el("div", { class: "room-why" },
    el("p", {}, key.explanation),
    el("p", { class: "source" }, `Nguồn: ${key.cite}`),
    key.commentary ? el("p", {}, el("b", {}, "Cách hiểu của bộ tài liệu: "), key.commentary) : "");
}
