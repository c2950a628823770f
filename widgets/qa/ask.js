// "Tự hỏi tôi": a random question of a chosen session; the reader says the answer aloud, then looks.

import { button, el, shuffled } from "../shared/common.js";
import { createAnswer } from "./answer.js";

/** Make the asking part; `start` asks the first question when none stands yet. */
export function createAsking(view) {
  const state = { deck: [], place: -1, answer: null };
  const choice = createChoice(view, () => deal());
  const stage = el("div", { class: "qa-stage" });
  const node = el("div", { class: "qa-ask" }, choice.node, stage);
  view.watch(() => state.answer?.sync());

  function deal() {
    state.deck = shuffled(view.entries.filter(({ topic }) => choice.has(topic)), Math.random);
    state.place = 0;
    show();
  }

  function next() {
    state.place += 1;
    show();
    stage.querySelector("h3").focus();
  }

  function show() {
    const { deck, place } = state;
    const entry = deck[place];
    state.answer = entry ? createAnswer(entry, view) : null;
    state.answer?.sync();
    stage.replaceChildren(
      ...(entry ? createQuestion(entry, state.answer.node, { place, total: deck.length, next }) : createEnd(deck.length, again)),
    );
  }

  function again() {
    deal();
    stage.querySelector("h3").focus();
  }

  return { node, start: () => state.place < 0 && deal() };
}

function createChoice({ uid, sessions, entries }, onchange) {
  const count = (slug) => entries.filter(({ topic }) => topic === slug).length;
  const select = el("select", { class: "kit-field kit-wide", id: `${uid}-session`, onchange },
    el("option", { value: "" }, `Tất cả các buổi (${entries.length} câu)`),
    sessions.map(({ slug, title }) => el("option", { value: slug }, `${title} (${count(slug)} câu)`)));
  return {
    node: el("div", { class: "qa-choice" }, el("label", { for: select.id }, "Hỏi tôi về"), select),
    has: (topic) => select.value === "" || select.value === topic,
  };
}

function createQuestion({ question }, answer, { place, total, next }) {
  const hint = el("p", { class: "kit-source" }, "Đồng chí hãy nói to câu trả lời của mình, rồi xem câu trả lời của tài liệu.");
  const look = button("Xem câu trả lời", () => {
    answer.hidden = false;
    look.hidden = true;
    hint.hidden = true;
    on.textContent = place + 1 < total ? "Câu tiếp theo" : "Kết thúc";
    on.classList.add("kit-primary");
    answer.focus();
  }, { kind: "kit-primary" });
  const on = button("Bỏ qua câu này", next);
  answer.hidden = true;
  answer.tabIndex = -1;
  return [
    el("p", { class: "qa-place" }, `Câu ${place + 1}/${total}`),
    el("h3", { tabindex: "-1" }, question),
    hint, answer,
    el("div", { class: "kit-row" }, look, on),
  ];
}

function createEnd(total, again) {
  return [
    el("h3", { tabindex: "-1" }, `Đã hỏi hết ${total} câu.`),
    el("div", { class: "kit-row" }, button("Hỏi lại từ đầu", again, { kind: "kit-primary" })),
  ];
}
