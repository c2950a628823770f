// One of the two tests: a quiz that notes answers, and judges them when both tests can be compared.

import { el, goTo, kitLink } from "../shared/common.js";
import { NOTED } from "../quiz/card.js";
import { isComplete, score, stateOf } from "../quiz/progress.js";
import { QuizView } from "../quiz/quiz.js";

const KEYS = { before: "truoc", after: "sau" };
const SHORT = { before: "Trước", after: "Sau" };
const STATES = { right: "Đúng", wrong: "Chưa đúng", "": "Chưa trả lời" };

export class FormView extends QuizView {
  /** `test` holds both forms and is told of every change. */
  constructor(model, form, title, test) {
    const questions = model.get("pairs").map((pair) => pair[form]);
    const own = { key: `${model.get("key")}-${KEYS[form]}`, title, mode: "one", questions, form, test };
    super({ get: (name) => own[name] ?? model.get(name) });
  }

  get test() {
    return this.model.get("test");
  }

  about(index) {
    return this.model.get("pairs")[index].about;
  }

  isSilent() {
    // While they are made there are no two tests to compare yet.
    return !this.test.forms || !this.test.isDone("after");
  }

  change(edit) {
    super.change(edit);
    this.test.changed(this);
  }

  clear() {
    super.clear();
    this.test.changed(this);
  }

  /** Show the cards and the result once more, judged or no longer judged; `here` is whether the reader is among them. */
  judgeAnew(here = false) {
    this.drop(this.questions);
    this.sync();
    this.makeAll();
    if (here) goTo(this.place());
  }

  said() {
    const { done, total } = this.tally();
    return `${NOTED}. Đã trả lời ${done}/${total} câu.`;
  }

  words() {
    const { done, right, total } = this.tally();
    if (done < total) return done ? `Đã trả lời ${done}/${total}` : `${total} câu hỏi`;
    return `Đúng ${right}/${total}`;
  }

  createResult() {
    const comes = this.isSilent();
    return el("section", { class: "quiz-result", "aria-label": `Kết quả: ${this.model.get("title")}` },
      el("h3", { tabindex: "-1" }, "Kết quả"),
      comes ? this.beforeTheCourse() : this.compared());
  }

  /** What to read with care; which of the answers were right stays unsaid until the second test. */
  beforeTheCourse() {
    const { right, total } = this.tally();
    const { slug, title } = this.model.get("first");
    return [
      el("p", { class: "quiz-score" }, `Đúng ${right}/${total}`),
      el("p", {}, "Đáp án hiện khi đồng chí làm xong bài sau đợt học, cùng với phần so sánh hai lần."),
      this.toRead("Nên đọc kỹ", this),
      el("div", { class: "kit-row" }, kitLink(`Vào học: ${title}`, slug, "", { class: "kit-button kit-primary" })),
    ];
  }

  /** Both tests side by side. */
  compared() {
    const { before, after } = this.test.forms;
    const both = isComplete(before.progress);
    const counts = [before, after].map((form) => score(form.progress, form.questions));
    return [
      el("p", { class: "quiz-score" },
        both ? `Trước ${shareOf(counts[0])} · Sau ${shareOf(counts[1])}` : `Đúng ${shareOf(counts[1])}`),
      el("p", { class: "quiz-word" }, both ? gainOf(counts[1].right - counts[0].right) : NO_BEFORE),
      this.table(both ? [before, after] : [after]),
      this.toRead("Nên đọc lại", after),
      el("p", {}, "Đáp án và lý do ở từng câu: bấm “Danh sách” ở đầu bài."),
    ];
  }

  table(forms) {
    const rows = this.questions.map((_, index) =>
      el("tr", {}, el("th", { scope: "row" }, this.about(index)),
        forms.map((form) => el("td", {}, STATES[stateOf(form.progress, form.questions[index])]))));
    const head = el("tr", {}, ["Nội dung", ...forms.map((form) => SHORT[form.model.get("form")])].map((text) => el("th", { scope: "col" }, text)));
    return el("table", { class: "before-after-table" }, el("thead", {}, head), el("tbody", {}, rows));
  }

  /** Where to read what was missed in a test. */
  toRead(title, { progress, questions }) {
    const missed = questions.flatMap((question, index) =>
      stateOf(progress, question) === "right" ? [] : [{ about: this.about(index), see: question.see }]);
    if (!missed.length) return null;
    return el("div", {}, el("p", { class: "quiz-key" }, title),
      el("ul", { class: "before-after-read" }, missed.map(({ about, see }) =>
        el("li", {}, about, see && [": ", kitLink(see.title, see.slug, see.anchor)]))));
  }
}

const NO_BEFORE = "Đồng chí chưa làm bài trước đợt học, nên chưa có gì để so.";

function shareOf({ right, total }) {
  return `${right}/${total}`;
}

function gainOf(more) {
  if (more > 0) return `Đồng chí trả lời đúng thêm ${more} câu.`;
  if (more === 0) return "Hai lần đúng số câu như nhau.";
  return `Lần này đúng ít hơn ${-more} câu. Đồng chí xem các nội dung nên đọc lại ở dưới.`;
}
