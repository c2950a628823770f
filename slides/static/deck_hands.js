// Hands: how many of the room chose each letter, before and after one has talked about it. Kept in the window alone.

import { el } from "../../widgets/shared/common.js";

/** The two times of counting, in their order. */
export const ROUNDS = { before: "Trước thảo luận", after: "Sau thảo luận" };
const MOST = 9999;

/** Counts of a question's options that may be trusted: one number or null for each. */
export function cleaned(counts, options) {
  const whole = (value) => (Number.isInteger(value) && value >= 0 && value <= MOST ? value : null);
  const each = (values) => Array.from({ length: options }, (_, index) => whole(values?.[index]));
  return { before: each(counts?.before), after: each(counts?.after) };
}

const counted = (values) => values.some((value) => value !== null);
const sum = (values) => values.reduce((total, value) => total + (value ?? 0), 0);

/** The options of a question's slide that are called by a letter; none where an answer is written, put in order or matched. */
export function optionsOf(slide) {
  return slide.matches("[data-hands]") ? [...slide.querySelectorAll(".options li")] : [];
}

/** The letters of a slide's options. */
export function lettersOf(slide) {
  return optionsOf(slide).map((option) => option.querySelector(".letter").textContent.replace(".", ""));
}

/** Draw the counts beside the options of a slide: a bar a round, and the numbers. */
export function drawHands(slide, counts) {
  const options = optionsOf(slide);
  if (!options.length) return;
  const { before, after } = cleaned(counts, options.length);
  const shown = Object.entries({ before, after }).filter(([, values]) => counted(values));
  const whole = Math.max(1, ...shown.map(([, values]) => sum(values)));
  slide.classList.toggle("with-hands", shown.length > 0);
  options.forEach((option, index) => {
    const numbers = partOf(option, ".hands-numbers", "span");
    numbers.textContent = shown.map(([, values]) => values[index] ?? 0).join(" → ");
    for (const round of Object.keys(ROUNDS)) {
      const values = shown.find(([name]) => name === round)?.[1];
      const bar = partOf(option, `.hands-${round}`, "i");
      bar.style.width = `${values ? (100 * (values[index] ?? 0)) / whole : 0}%`;
      bar.classList.toggle("alone", shown.length === 1);
    }
  });
  const legend = partOf(slide, ".hands-legend", "p");
  legend.replaceChildren(...shown.map(([round, values]) =>
    el("span", { class: `hands-key-${round}` }, `${ROUNDS[round].split(" ")[0]}: ${sum(values)} ${slide.dataset.counted ?? "tay"}`)));
}

function partOf(place, selector, tag) {
  const there = place.querySelector(`:scope > ${selector}`);
  if (there) return there;
  const made = el(tag, { class: selector.slice(1) });
  place.append(made);
  return made;
}

/**
 * The form in which counts are typed: a number a letter, Enter or Tab to the next, Enter after the last to end.
 *
 * @param {string[]} letters
 * @param {{ before: (number | null)[], after: (number | null)[] }} counts
 * @param {(counts: object) => void} changed called at every digit
 * @param {() => void} done
 */
export function handsForm(letters, counts, changed, done) {
  let round = letters.every((_, index) => counts.before[index] !== null) ? "after" : "before";
  const fields = letters.map((letter, index) => el("input", {
    type: "text", inputmode: "numeric", maxlength: "4", autocomplete: "off", "aria-label": `Số người chọn ${letter}`,
    oninput: ({ target }) => {
      target.value = target.value.replace(/\D/g, "");
      counts[round][index] = target.value === "" ? null : Number(target.value);
      changed(counts);
    },
  }));
  const choices = Object.entries(ROUNDS).map(([name, label]) => {
    const choose = () => {
      round = name;
      show();
      fields[0].focus();
    };
    return el("button", { type: "button", "data-round": name, onclick: choose }, label);
  });

  function show() {
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.dataset.round === round));
    fields.forEach((field, index) => (field.value = counts[round][index] ?? ""));
  }

  function onKey(event) {
    const next = fields[fields.indexOf(event.target) + 1];
    if (event.key === "Escape") done();
    else if (event.key === "Enter" && fields.includes(event.target)) next ? next.focus() : done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  show();
  const form = el("div", { class: "hands-form", role: "group", "aria-label": "Đếm số người giơ tay", onkeydown: onKey },
    el("div", { class: "hands-rounds" }, choices),
    fields.map((field, index) => el("label", {}, el("b", {}, letters[index]), field)),
    el("button", { type: "button", onclick: done }, "Xong"));
  return { form, focus: () => (fields.find((field) => field.value === "") ?? fields[0]).focus() };
}
