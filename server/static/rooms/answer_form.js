// The form in which a member answers, for each kind of question; what it gives is what the server takes.
import { formatNumber, parseNumber } from "../../../widgets/quiz/logic.js";
import { el } from "../../../widgets/shared/common.js";

/**
 * @param {{ kind: string, hint: string, options: {sign: string, text: string}[], sides: {sign: string, text: string}[], unit: string }} shown
 * @returns {{ element: HTMLElement, value: () => any }} `value()` is null while the answer is not whole
 */
export function answerForm(shown) {
  if (shown.kind === "numeric") return numberForm(shown);
  if (shown.kind === "ordering") return orderForm(shown);
  if (shown.kind === "matching") return pairForm(shown);
  return choiceForm(shown);
}

function choiceForm({ kind, options, hint }) {
  const type = kind === "multiple" ? "checkbox" : "radio";
  const inputs = options.map(({ sign }) => el("input", { type, name: "phuong-an", value: sign }));
  const lines = options.map(({ sign, text }, index) =>
    el("label", { class: "room-option" }, inputs[index], el("span", {}, el("b", {}, `${sign}. `), text)));
  return {
    element: el("fieldset", {}, el("legend", {}, hint), ...lines),
    value: () => {
      const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
      return chosen.length ? chosen : null;
    },
  };
}

function numberForm({ unit, hint }) {
  const input = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: "40", "aria-label": "Con số của đồng chí" });
  return {
    element: el("p", { class: "room-number" }, el("span", {}, hint), " ", input, " ", unit),
    // Whole numbers are read as in the quiz (“hơn 167.700”, “167,700”), others as they are typed.
    value: () => String(parseNumber(input.value, unit) ?? input.value.trim()) || null,
  };
}

function orderForm({ options, hint }) {
  const order = options.map(({ sign }) => sign);
  const list = el("ol", { class: "room-order" });
  const said = el("p", { class: "room-said", role: "status" });
  const textOf = (sign) => options.find((one) => one.sign === sign).text;
  const move = (index, by) => {
    const [sign] = order.splice(index, 1);
    order.splice(index + by, 0, sign);
    draw();
    said.textContent = `${textOf(sign)}: vị trí ${index + by + 1}/${order.length}`;
    /** @type {HTMLElement} */
    const same = list.children[index + by].querySelector(`[data-by="${by}"]:not([disabled])`);
    same?.focus();
  };
  const step = (label, index, by) => {
    const button = el("button", { type: "button", class: "button", "data-by": String(by), onclick: () => move(index, by) }, label);
    button.disabled = index + by < 0 || index + by >= order.length;
    return button;
  };
  const draw = () => list.replaceChildren(...order.map((sign, index) =>
    el("li", {}, el("span", {}, textOf(sign)), el("span", { class: "room-steps" }, step("Lên", index, -1), step("Xuống", index, 1)))));
  draw();
  return { element: el("div", {}, el("p", {}, hint), list, said), value: () => [...order] };
}

function pairForm({ options, sides, hint }) {
  const fields = options.map(({ text }) => el("select", { "aria-label": text }, el("option", { value: "" }, "Chọn vế ghép"),
    ...sides.map((side) => el("option", { value: side.sign }, `${side.sign}. ${side.text}`))));
  return {
    element: el("fieldset", {}, el("legend", {}, hint), ...options.map(({ text }, index) => el("p", { class: "room-pair" }, el("span", {}, text), fields[index]))),
    value: () => {
      const chosen = fields.map((field) => field.value);
      if (chosen.includes("") || new Set(chosen).size < chosen.length) return null;
      return Object.fromEntries(options.map(({ sign }, index) => [sign, chosen[index]]));
    },
  };
}

/** What is said when an answer is not whole. */
export function missing({ kind }) {
  if (kind === "numeric") return "Đồng chí hãy gõ một con số, như 167.700.";
  if (kind === "matching") return "Đồng chí hãy chọn cho mỗi dòng một vế ghép khác nhau.";
  return "Đồng chí hãy chọn phương án.";
}

/** An answer in words, as it was given. */
export function inWords(shown, value) {
  if (shown.kind === "numeric") return `${Number.isInteger(value) ? formatNumber(value) : String(value).replace(".", ",")} ${shown.unit}`.trim();
  if (shown.kind === "matching") return Object.entries(value).map(([sign, side]) => `${sign}–${side}`).join(", ");
  return value.join(shown.kind === "ordering" ? " – " : ", ");
}
