// One question: its form, what is said when the answer is not complete, and the feedback.

import { bringIntoSight, button, el, isInSight } from "../shared/common.js";
import { explainer } from "../glossary/glossary.js";
import { createControl, createTag } from "./kinds.js";
import { displayOrder, judge, missing, verdict } from "./logic.js";

/**
 * Make the card of a question.
 * `onanswer(question, value)` is called with a complete answer; `announce(text)` tells screen readers.
 */
export function createCard(question, { uid, seed, round, terms, announce, onanswer }) {
  const order = displayOrder(question, seed, round);
  const control = createControl(question, { order, uid, announce });
  const heading = el("h3", { tabindex: "-1" });
  const message = el("p", { class: "quiz-message", id: `${uid}-message`, hidden: true });
  const feedback = el("div", { class: "quiz-feedback", hidden: true });
  const submit = button("Trả lời", null, { kind: "kit-primary", type: "submit" });
  const hint = control.hint ? el("p", { class: "quiz-hint", id: `${uid}-hint` }, control.hint) : null;
  const fieldset = el(
    "fieldset",
    { "aria-describedby": hint ? `${uid}-hint ${uid}-message` : `${uid}-message` },
    el("legend", {}, question.prompt),
    hint,
    control.node,
  );
  const form = el("form", { novalidate: true, onsubmit: send }, fieldset, el("div", { class: "kit-row" }, submit), message);
  const node = el(
    "article",
    { class: "quiz-card", "data-question": question.id },
    el("div", { class: "quiz-head" }, heading, el("p", { class: "quiz-level" }, `Mức độ: ${question.difficulty}`)),
    form,
    feedback,
  );

  function send(event) {
    event.preventDefault();
    const value = control.read();
    const problem = missing(question, value, order);
    say(problem);
    if (problem) {
      announce(problem);
      // Beside the button that was pressed: nothing moves away from under the reader's eyes.
      bringIntoSight(message);
      const field = control.field();
      if (isInSight(field)) field.focus({ preventScroll: true });
      return;
    }
    onanswer(question, value);
    feedback.querySelector("h4").focus({ preventScroll: true });
    bringIntoSight(feedback);
  }

  function say(problem) {
    message.textContent = problem;
    message.hidden = !problem;
    control.invalid?.(Boolean(problem));
  }

  return {
    node,
    heading,
    /** Show a given answer with its feedback; the card takes no other answer after that. */
    show(value) {
      control.write(value);
      const result = judge(question, value);
      control.mark(result.marks);
      fieldset.disabled = true;
      submit.parentElement.hidden = true;
      node.classList.add("is-answered");
      feedback.replaceChildren(...feedbackParts(question, result, explainer(terms)));
      feedback.classList.add(result.right ? "is-right" : "is-wrong");
      feedback.hidden = false;
    },
  };
}

function feedbackParts(question, result, explain) {
  const { right, wrong, key } = result;
  const aside = question.kind === "numeric" ? "đồng chí nhập" : "đồng chí chọn";
  const wrongLines = wrong.map(({ text, reason }) => line({ text, reason, aside }, "li", explain));
  const list = question.kind === "ordering" ? "ol" : "ul";
  const keyNode = key.length > 1 ? el(list, {}, key.map((entry) => line(entry, "li", explain))) : line(key[0], "p", explain);
  return [
    el("h4", { tabindex: "-1" }, createTag(right, verdict(question, result))),
    wrongLines.length ? el("ul", { class: "quiz-wrong" }, wrongLines) : null,
    el("p", { class: "quiz-key" }, "Đáp án"),
    keyNode,
    el("p", {}, explain(question.explanation)),
    ...question.notes.map((note) => el("p", { class: "kit-note" }, explain(`Ghi chú: ${note}`))),
    el("p", { class: "kit-source" }, explain(`Nguồn: ${question.cite}`)),
  ].filter(Boolean);
}

function line({ text, reason, aside }, tag, explain) {
  return el(tag, {}, el("b", {}, text), aside ? ` (${aside})` : "", reason ? explain(`: ${reason}`) : "");
}
