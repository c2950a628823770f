// One flashcard: its front, its back, and the four answers.

import { button, commentary, el } from "../shared/common.js";
import { ANSWERS, waitText } from "./memory.js";

/** `waits()` gives the card after each answer, so that the buttons can say when it comes again. */
export function createCardFace({ front, back, more, notes, cite, commentary: own }, { deck, waits, onrate }) {
  const heading = el("h3", { tabindex: "-1" }, front);
  const answer = el("div", { class: "flashcards-back", tabindex: "-1", role: "group", "aria-label": "Đáp án" },
    back.length > 1
      ? el("ol", { class: "flashcards-answer" }, back.map((line) => el("li", {}, line)))
      : back.map((line) => el("p", { class: "flashcards-answer" }, line)),
    more && el("p", {}, more),
    notes.map((note) => el("p", { class: "kit-note" }, `Ghi chú: ${note}`)),
    cite && el("p", { class: "kit-source" }, `Nguồn: ${cite}`),
    own && commentary(own),
  );
  const rates = el("div", { class: "flashcards-rates" });
  const asked = el("div", { role: "group", "aria-label": "Đồng chí nhớ thẻ này thế nào?" },
    el("p", { class: "flashcards-ask" }, "Đồng chí nhớ thẻ này thế nào? Dưới mỗi nút là lúc gặp lại thẻ."), rates);
  const face = { heading, turned: false, turn };
  const open = el("div", { class: "kit-row" },
    button("Xem đáp án", () => turn(), { kind: "kit-primary", "aria-keyshortcuts": "Space" }));
  face.node = el("article", { class: "flashcards-card" },
    el("p", { class: "flashcards-deck" }, deck), heading, open, answer, asked);
  sync();

  function turn() {
    face.turned = !face.turned;
    if (face.turned) rates.replaceChildren(...waits().map((after, index) => rateButton(index, after, onrate)));
    sync();
    (face.turned ? answer : heading).focus();
    if (face.turned) bringIntoView(asked, answer.querySelector("p, li"));
  }

  function sync() {
    answer.hidden = asked.hidden = !face.turned;
    open.hidden = face.turned;
  }
  return face;
}

/** Scroll no further than needed; where the screen does not hold all of them, the last one counts. */
function bringIntoView(...nodes) {
  nodes.forEach((node) => node.scrollIntoView({ block: "nearest" }));
}

function rateButton(index, after, onrate) {
  const { rating, label } = ANSWERS[index];
  const wait = waitText(after);
  return el("button", {
    type: "button", class: "kit-button flashcards-rate", "aria-keyshortcuts": String(rating),
    onclick: () => onrate(rating),
  }, el("span", {}, label), el("span", { class: "kit-hidden" }, "gặp lại"), el("span", { class: "flashcards-wait" }, wait));
}
