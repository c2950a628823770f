// The quiz: one question at a time or all in a list, its score, and progress kept on the device.

import { button, createStore, el, goTo, inSlices, onAddress, reveal, storageKey, uniqueId } from "../shared/common.js";
import { createCard } from "./card.js";
import { judge, verdict } from "./logic.js";
import {
  freshProgress, isComplete, nextOpen, restart, restoreProgress, retryWrong, roundOf, score, shownAnswer, toSave,
  withAnswer,
} from "./progress.js";
import { createResult } from "./result.js";

// So many cards are made without a pause.
const SLICE = 6;
const KEPT = "Tiến độ chỉ được lưu trên máy này.";
const NOT_KEPT = "Trình duyệt không cho lưu, nên tiến độ sẽ mất khi đồng chí đóng hoặc tải lại trang.";

export class QuizView {
  constructor(model) {
    this.uid = uniqueId("quiz");
    this.model = model;
    this.store = createStore(model.get("session"), model.get("key"));
    this.root = el("section", {
      class: "kit quiz", lang: "vi", "aria-labelledby": `${this.uid}-title`,
      // JupyterLab leaves keys alone inside an element that says so.
      "data-lm-suppress-shortcuts": "true",
    });
    this.start(this.store.load());
  }

  /** Build everything from the model and what was saved. */
  start(saved) {
    this.questions = this.model.get("questions");
    this.progress = this.restore(saved);
    this.cards = new Map();
    this.result = null;
    this.status = el("p", { class: "kit-hidden", role: "status" });
    this.score = el("p", { class: "quiz-done" });
    this.modes = ["one", "list"].map((mode) =>
      button(mode === "one" ? "Từng câu" : "Danh sách", () => this.setMode(mode), { "data-mode": mode }),
    );
    this.stage = el("div", { class: "quiz-stage" });
    this.note = el("p", { class: "quiz-kept" });
    this.root.replaceChildren(
      // No heading: the page has one for this part of it.
      el("p", { class: "kit-title", id: `${this.uid}-title` }, this.model.get("title")),
      el("div", { class: "quiz-bar" }, this.score,
        el("div", { class: "quiz-modes", role: "group", "aria-label": "Cách hiển thị" }, this.modes)),
      this.stage, this.createNav(), this.createFooter(), this.status,
    );
    this.keepable = this.probe();
    this.sync();
    this.makeAll();
  }

  createNav() {
    this.prev = button("Câu trước", () => this.step(-1));
    this.next = button("Câu tiếp theo", () => this.step(1));
    this.open = button("Đến câu chưa trả lời", () => this.go(nextOpen(this.progress)), { kind: "kit-primary" });
    this.finish = button("Xem kết quả", () => this.go(""), { kind: "kit-primary" });
    // Landmarks of two quizzes on a page must not have the same name.
    this.nav = el("nav", { class: "kit-row quiz-nav", "aria-label": `Chuyển câu hỏi: ${this.model.get("title")}` },
      this.prev, this.next, this.open, this.finish);
    return this.nav;
  }

  createFooter() {
    this.ask = button("Xóa tiến độ", () => this.confirm(true), { kind: "kit-quiet" });
    const keep = button("Không xóa", () => this.confirm(false));
    const drop = button("Xóa hết", () => this.clear());
    this.sure = el("div", { class: "quiz-confirm", role: "group", "aria-label": "Xác nhận xóa", hidden: true },
      el("p", { tabindex: "-1" }, "Xóa mọi câu trả lời của phần này trên máy?"),
      el("div", { class: "kit-row" }, drop, keep));
    return el("div", { class: "quiz-foot" }, this.note, this.ask, this.sure);
  }

  /** The card of a question, made when it is first needed, and put in its place among the others. */
  card(id) {
    if (!this.cards.has(id)) this.make(this.questions.findIndex((question) => question.id === id));
    return this.cards.get(id);
  }

  make(index) {
    const question = this.questions[index];
    const card = createCard(question, {
      uid: `${this.uid}-${question.id}`,
      seed: this.model.get("seed"),
      terms: this.model.get("terms"),
      round: roundOf(this.progress, question),
      announce: (text) => this.announce(text),
      onanswer: (asked, value) => this.answer(asked, value),
      silent: this.isSilent(),
    });
    const answer = shownAnswer(this.progress, question.id);
    if (answer) card.show(answer.value);
    this.cards.set(question.id, card);
    this.syncCard(question.id, index);
    const after = this.questions.slice(index + 1).find(({ id }) => this.cards.has(id));
    this.stage.insertBefore(card.node, after ? this.cards.get(after.id).node : this.result);
  }

  /** Make the cards that nobody looks at yet little by little: a long quiz must not hold up a phone. */
  makeAll() {
    const { stage } = this;
    inSlices(this.questions, SLICE, ({ id }) => this.card(id), () => this.stage === stage);
  }

  /** Take away the cards of some questions; they are made anew. */
  drop(questions) {
    for (const { id } of questions) {
      this.cards.get(id)?.node.remove();
      this.cards.delete(id);
    }
  }

  restore(saved) {
    return restoreProgress(saved, this.questions, this.model.get("mode"));
  }

  // What another kind of quiz does in its own way.

  fresh(mode) {
    return freshProgress(this.questions, mode);
  }

  record(progress, question, value) {
    return withAnswer(progress, question, value);
  }

  /** Are answers noted without a word on whether they are right? */
  isSilent() {
    return false;
  }

  tally() {
    return score(this.progress, this.questions);
  }

  shownInResult() {
    return this.questions;
  }

  /** The order of a run that a question joins which it left out: all of them. */
  orderWith(_order, _id) {
    return this.questions.map(({ id }) => id);
  }

  advice(wrong) {
    if (wrong) return `Còn ${wrong} câu chưa đúng. Đồng chí có thể làm lại riêng những câu này.`;
    return "Đồng chí đã trả lời đúng tất cả các câu.";
  }

  actions(wrong) {
    const retry = () => this.move((progress) => retryWrong(progress, this.questions));
    return [
      wrong ? button("Làm lại các câu sai", retry, { kind: "kit-primary" }) : null,
      button("Làm lại từ đầu", () => this.move((progress) => restart(progress, this.questions))),
    ];
  }

  words(complete) {
    const { done, total, right } = this.tally();
    const again = this.progress.order.length < total && !complete;
    return `${done ? `Đúng ${right}/${total}` : `${total} câu hỏi`}${again ? " · Đang làm lại các câu sai" : ""}`;
  }

  /** What is saved now, seen from this tab's own place; where nothing is kept, what this tab knows is all there is. */
  latest() {
    const { mode, current } = this.progress;
    return this.keepable ? this.restore({ ...this.store.load(), mode, current }) : this.progress;
  }

  /** Change the progress on top of what is saved now, because another tab may have saved since, and save it. */
  change(edit) {
    this.take(this.restore(edit(this.latest())));
    this.keepable = this.store.save(toSave(this.progress, this.questions));
    this.sync();
  }

  /** Let the cards follow the progress. A question that stays open keeps its card and what is chosen there. */
  take(progress) {
    const before = this.progress;
    this.progress = progress;
    const [had, has] = [before, progress].map((state) => (id) => shownAnswer(state, id));
    const changed = this.questions.filter(({ id }) => JSON.stringify(had(id)) !== JSON.stringify(has(id)));
    const old = changed.filter(({ id }) => had(id));
    for (const { id } of changed) if (!had(id)) this.cards.get(id)?.show(has(id).value);
    this.drop(old);
    if (old.length) this.makeAll();
  }

  /** Show what another tab saved. The focus moves only where its place is gone. */
  reload() {
    const latest = this.latest();
    if (JSON.stringify(latest) === JSON.stringify(this.progress)) return;
    const { activeElement: held } = document;
    const inside = this.root.contains(held);
    this.take(latest);
    this.sync();
    const gone = inside && (held.matches(":disabled") || !held.getClientRects().length);
    if (gone) this.place().focus({ preventScroll: true });
  }

  answer(question, value) {
    this.change((progress) => this.record(progress, question, value));
    this.announce(this.said(question, value));
  }

  /** What screen readers hear after an answer. */
  said(question, value) {
    const { right, total } = this.tally();
    return `${verdict(question, judge(question, value))}. Đến nay đúng ${right}/${total} câu.`;
  }

  /** Where the reader is: the heading of the question shown, or of the result. */
  place() {
    const { current } = this.progress;
    return current ? this.card(current).heading : this.result.querySelector("h3");
  }

  /** Change the progress and put the reader where it then stands. */
  move(edit) {
    this.change(edit);
    goTo(this.place());
  }

  /** Show a question, or the result for "". One that this run leaves out brings all of them back. */
  go(id) {
    this.move((progress) => ({
      ...progress, current: id, order: id && !progress.order.includes(id) ? this.orderWith(progress.order, id) : progress.order,
    }));
  }

  /** Show the question that the page's address names. */
  follow(name) {
    if (!this.questions.some(({ id }) => id === name)) return;
    this.go(name);
    reveal(this.card(name).heading);
  }

  step(by) {
    const { order, current } = this.progress;
    this.go(order[order.indexOf(current) + by]);
  }

  setMode(mode) {
    this.change((progress) => ({ ...progress, mode }));
  }

  confirm(open) {
    this.sure.hidden = !open;
    this.ask.hidden = open;
    (open ? this.sure.querySelector("p") : this.ask).focus();
  }

  clear() {
    this.store.clear();
    this.progress = this.fresh(this.progress.mode);
    this.sure.hidden = true;
    this.drop(this.questions);
    this.sync();
    goTo(this.card(this.progress.current).heading);
    this.makeAll();
    this.announce("Đã xóa tiến độ.");
  }

  /** Is anything kept on this device? Tried under a name of its own, before the reader starts. */
  probe() {
    const trial = createStore(this.model.get("session"), `${this.model.get("key")}-thu`);
    const kept = trial.save({});
    trial.clear();
    return kept;
  }

  announce(text) {
    this.status.textContent = text;
  }

  /** Make the page agree with the progress. */
  sync() {
    const { current, mode } = this.progress;
    const complete = isComplete(this.progress);
    for (const [index, { id }] of this.questions.entries()) {
      if (this.isShown(id)) this.card(id);
      if (this.cards.has(id)) this.syncCard(id, index);
    }
    for (const choice of this.modes) choice.setAttribute("aria-pressed", String(choice.dataset.mode === mode));
    this.syncResult(complete && (mode === "list" || current === ""));
    this.syncNav(complete);
    this.syncWords(complete);
  }

  isShown(id) {
    const { order, current, mode } = this.progress;
    return order.includes(id) && (mode === "list" || id === current);
  }

  syncCard(id, index) {
    const card = this.cards.get(id);
    const { order } = this.progress;
    const place = order.indexOf(id);
    // What this run leaves out is hidden, but print shows it.
    card.heading.textContent = place < 0 ? `Câu ${index + 1}` : `Câu ${place + 1}/${order.length}`;
    card.node.hidden = !this.isShown(id);
  }

  syncResult(shown) {
    this.result?.remove();
    this.result = null;
    if (!shown) return;
    this.result = this.createResult();
    this.stage.append(this.result);
  }

  createResult() {
    const asked = this.shownInResult();
    const { right, total } = score(this.progress, asked);
    return createResult(this.progress, asked, {
      title: this.model.get("title"),
      advice: this.advice(total - right),
      actions: this.actions(total - right),
      onjump: (id) => this.go(id),
    });
  }

  syncNav(complete) {
    const { order, current, mode } = this.progress;
    const place = order.indexOf(current);
    const last = place === order.length - 1;
    const answered = Boolean(shownAnswer(this.progress, current));
    this.nav.hidden = mode === "list" || current === "";
    this.prev.hidden = place <= 0;
    this.next.hidden = last;
    this.next.classList.toggle("kit-primary", answered && !complete);
    this.open.hidden = !(last && answered && !complete);
    this.finish.hidden = !complete;
  }

  syncWords(complete) {
    const { done } = score(this.progress, this.questions);
    this.score.textContent = this.words(complete);
    this.note.textContent = this.keepable ? KEPT : NOT_KEPT;
    this.note.classList.toggle("kit-note", !this.keepable);
    if (this.sure.hidden) this.ask.hidden = done === 0;
  }
}

/** Make the `render` of a widget from its view. */
export function renderAs(View) {
  return ({ model, el: host }) => renderView(new View(model), model, host);
}

function renderView(view, model, host) {
  const life = new AbortController();
  const name = storageKey(model.get("session"), model.get("key"));
  host.append(view.root);
  const anew = () => view.start(toSave(view.progress, view.questions));
  const setMode = () => view.setMode(model.get("mode"));
  model.on("change:questions change:seed change:title", anew);
  model.on("change:mode", setMode);
  // A key of null means that everything was cleared.
  addEventListener("storage", ({ key }) => (key === name || key === null) && view.reload(), { signal: life.signal });
  onAddress(life.signal, (fragment) => view.follow(fragment));
  return () => {
    life.abort();
    model.off("change:questions change:seed change:title", anew);
    model.off("change:mode", setMode);
    view.root.remove();
  };
}

export default { render: renderAs(QuizView) };
