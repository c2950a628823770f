// One question: its form, what is said when the answer is not complete, a second try, and the feedback.

import { bringIntoSight, button, commentary, el, isInSight, kitLink } from "../shared/common.js";
import { explainer } from "../glossary/glossary.js";
import { createControl, createTag } from "./kinds.js";
import { displayOrder, judge, lostOver, mayTryAgain, missing, shortfall, verdict } from "./logic.js";

export const NOTED = "Đã ghi câu trả lời";

/**
 * Make the card of a question.
 * `onanswer(question, value)` is called with a complete answer; `announce(text)` tells screen readers. `silent`: whether
 * an answer is only noted, and not judged.
 */
export function createCard(question, { uid, seed, round, terms, announce, onanswer, silent = false }) {
  const order = displayOrder(question, seed, round);
  const control = createControl(question, { order, uid, announce });
  const heading = el("h3", { tabindex: "-1" });
  const message = el("p", { class: "quiz-message", id: `${uid}-message`, hidden: true });
  const feedback = el("div", { class: "quiz-feedback", hidden: true });
  const again = el("div", { class: "quiz-again", hidden: true });
  const submit = button("Trả lời", null, { kind: "kit-primary", type: "submit" });
  // The answer of the first try, which is the one on record, while the reader may still find the right one.
  let first = null;
  const hint = control.hint ? el("p", { class: "quiz-hint", id: `${uid}-hint` }, control.hint) : null;
  const fieldset = el(
    "fieldset",
    { "aria-describedby": hint ? `${uid}-hint ${uid}-message` : `${uid}-message` },
    el("legend", {}, question.invented ? el("span", { class: "quiz-invented" }, "Tình huống giả định. ") : null, question.prompt),
    hint,
    control.node,
  );
  const form = el("form", { novalidate: true, onsubmit: send }, fieldset, el("div", { class: "kit-row" }, submit), message);
  const node = el(
    "article",
    { class: "quiz-card", "data-question": question.id },
    el("div", { class: "quiz-head" }, heading, el("p", { class: "quiz-level" }, `Mức độ: ${question.difficulty}`)),
    form,
    again,
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
    if (first !== null) return reveal(value, true);
    if (!silent && mayTryAgain(question) && !judge(question, value).right) first = value;
    onanswer(question, value);
    comeTo(first === null ? feedback : again);
  }

  /** Put the reader where it is said how the answer was. */
  function comeTo(place) {
    place.querySelector("h4").focus({ preventScroll: true });
    bringIntoSight(place);
  }

  function say(problem) {
    message.textContent = problem;
    message.hidden = !problem;
    control.invalid?.(Boolean(problem));
  }

  function close() {
    fieldset.disabled = true;
    submit.parentElement.hidden = true;
    node.classList.add("is-answered");
  }

  /** Say that the first answer is not right yet, and why; the right one stays unsaid. */
  function offerAgain(value) {
    const result = judge(question, value);
    close();
    again.replaceChildren(
      el("h4", { tabindex: "-1" }, createTag(false, verdict(question, result))),
      ...shortfall(question, result).map((text) => el("p", {}, text)),
      wrongLines(question, result, explainer(terms)),
      el("div", { class: "kit-row" },
        button("Thử lại", tryAgain, { kind: "kit-primary" }),
        button("Xem đáp án", () => reveal(value, false))),
    );
    again.hidden = false;
  }

  function tryAgain() {
    again.hidden = true;
    fieldset.disabled = false;
    submit.parentElement.hidden = false;
    node.classList.remove("is-answered");
    control.field().focus({ preventScroll: true });
    bringIntoSight(form);
  }

  /** End the question with the answer of this try; what is on record stays that of the first one. */
  function reveal(value, tried) {
    first = null;
    again.hidden = true;
    again.replaceChildren();
    display(value, tried);
    if (tried) announce(secondVerdict(judge(question, value)));
    comeTo(feedback);
  }

  function display(value, tried) {
    control.write(value);
    close();
    feedback.hidden = false;
    if (silent) {
      feedback.replaceChildren(el("h4", { tabindex: "-1" }, NOTED));
      return;
    }
    const result = judge(question, value);
    control.mark(result.marks);
    feedback.replaceChildren(...feedbackParts(question, value, result, { tried, explain: explainer(terms) }));
    feedback.classList.add(result.right ? "is-right" : "is-wrong");
  }

  return {
    node,
    heading,
    /** Show a given answer: with its feedback, or with the offer to try once more where it was given just now. */
    show(value) {
      if (first === value) offerAgain(value);
      else display(value, false);
    },
  };
}

function secondVerdict({ right }) {
  return right ? "Lần này trả lời đúng" : "Lần này trả lời chưa đúng";
}

/** Why what was chosen is not right. */
function wrongLines(question, { wrong }, explain) {
  const aside = question.kind === "numeric" ? "đồng chí nhập" : "đồng chí chọn";
  const lines = wrong.map(({ text, reason }) => line({ text, reason, aside }, "li", explain));
  return lines.length ? el("ul", { class: "quiz-wrong" }, lines) : "";
}

/** Why what was chosen is not right, and why the right answer is; null where nothing is to be said. */
function reasonLines(question, result, explain) {
  const told = result.key.filter(({ reason }) => reason).map((entry) => line(entry, "li", explain));
  const wrong = wrongLines(question, result, explain);
  if (!wrong) return told.length ? el("ul", {}, told) : null;
  wrong.append(...told);
  return wrong;
}

function feedbackParts(question, value, result, { tried, explain }) {
  const { right, key } = result;
  const list = question.kind === "ordering" ? "ol" : "ul";
  const keys = key.map(({ text }) => el("b", {}, text));
  const { see } = question;
  // From top to bottom: a term is marked where it is met first.
  const told = [
    el("h4", { tabindex: "-1" }, createTag(right, tried ? secondVerdict(result) : verdict(question, result))),
    tried ? el("p", {}, "Điểm của câu tính theo lần trả lời đầu.") : null,
    lostOver(question, value) ? el("p", { class: "quiz-over" }, `Đồng chí nhớ giữ chữ “hơn”: ${question.answer.text}.`) : null,
    el("p", { class: "quiz-key" }, "Đáp án"),
    keys.length > 1 ? el(list, {}, keys.map((text) => el("li", {}, text))) : el("p", {}, keys),
    el("p", {}, explain(question.explanation)),
    ...question.notes.map((note) => el("p", { class: "kit-note" }, explain(`Ghi chú: ${note}`))),
    el("p", { class: "kit-source" }, explain(`Nguồn: ${question.cite}`)),
  ];
  const own = [reasonLines(question, result, explain), question.commentary && explain(question.commentary)].filter(Boolean);
  return [
    ...told,
    own.length > 0 && commentary(...own),
    see ? el("p", { class: "quiz-see" }, "Đọc lại: ", kitLink(see.title, see.slug, see.anchor)) : null,
  ].filter(Boolean);
}

function line({ text, reason, aside }, tag, explain) {
  return el(tag, {}, el("b", {}, text), aside ? ` (${aside})` : "", reason ? explain(`: ${reason}`) : "");
}
