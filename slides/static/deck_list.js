// The list of slides: their numbers and titles, each a way there.

import { el } from "../../widgets/shared/common.js";
import { beginsPart, numberOf } from "./deck_slides.js";

const MOVES = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Make the list in its dialog; `go(slide)` gets the slide that is chosen. Returns what opens it at a slide. */
export function createList(dialog, slides, go) {
  const rows = slides.map((slide) => {
    const title = el("span", { class: "deck-list-title" }, titleOf(slide));
    const choose = () => {
      dialog.close();
      go(slide);
    };
    const row = el("button", { type: "button", onclick: choose }, el("b", {}, numberOf(slide) ?? "–"), title);
    row.classList.toggle("deck-list-head", beginsPart(slide));
    return row;
  });
  dialog.querySelector("[data-list]").replaceChildren(...rows.map((row) => el("li", {}, row)));
  dialog.querySelector("[data-list-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    rows[rows.findIndex((row) => row === document.activeElement) + move]?.focus();
  });
  return (current) => {
    rows.forEach((row, index) => {
      if (slides[index] === current) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    dialog.showModal();
    rows[slides.indexOf(current)]?.focus();
  };
}

/** A question is known by what it asks. */
function titleOf(slide) {
  const asked = slide.querySelector(".prompt");
  return asked ? `${slide.dataset.title}. ${asked.textContent}` : slide.dataset.title;
}
