// A test before the course and one after it, and what was gained between them, on the reader's own device.

import { button, el, onAddress, storageKey } from "../shared/common.js";
import { FormView } from "./form.js";

const PRIVATE = "Câu trả lời và kết quả chỉ nằm trên máy này, không gửi đi đâu.";
const WHEN = {
  before: "Làm bài này trước khi học. Chưa biết thì chọn điều đồng chí nghĩ là đúng.",
  after: "Làm bài này khi đã học xong các buổi.",
};

class TestView {
  constructor(model) {
    this.model = model;
    this.titles = model.get("forms");
    // Whether the answers are shown as right or wrong.
    this.judged = false;
    this.build();
  }

  build() {
    this.forms = Object.fromEntries(
      Object.entries(this.titles).map(([form, title]) => [form, new FormView(this.model, form, title, this)]),
    );
    this.tabs = Object.fromEntries(Object.keys(this.titles).map((form) => [form, button("", () => this.open(form))]));
    this.when = el("p", {});
    // No heading: the page has this title.
    this.root = el("section", { class: "kit before-after", lang: "vi", "aria-label": this.model.get("title") },
      el("p", { class: "before-after-private" }, PRIVATE),
      el("div", { class: "kit-row", role: "group", "aria-label": "Chọn bài" }, Object.values(this.tabs)),
      this.when,
      Object.values(this.forms).map(({ root }) => root));
    // Who has been here before comes for the second test.
    this.open(this.isDone("before") || this.forms.after.tally().done > 0 ? "after" : "before");
    this.changed(null);
  }

  open(form) {
    this.shown = form;
    this.sync();
  }

  isDone(form) {
    const { done, total } = this.forms[form].tally();
    return done === total;
  }

  /** Follow what was answered: in either test the answers are judged once the second one is done. */
  sync() {
    for (const [form, tab] of Object.entries(this.tabs)) {
      const { done, total } = this.forms[form].tally();
      tab.textContent = `${this.titles[form]}: ${done ? `đã trả lời ${done}/${total}` : "chưa làm"}`;
      tab.setAttribute("aria-pressed", String(form === this.shown));
      this.forms[form].root.hidden = form !== this.shown;
    }
    this.when.textContent = WHEN[this.shown];
  }

  /** An answer came, or went; `from` is the form in which the reader is, if any. */
  changed(from) {
    this.sync();
    if (this.judged === this.isDone("after")) return;
    this.judged = this.isDone("after");
    for (const form of Object.values(this.forms)) form.judgeAnew(form === from);
  }

  follow(name) {
    for (const [form, view] of Object.entries(this.forms)) {
      if (!view.questions.some(({ id }) => id === name)) continue;
      this.open(form);
      view.follow(name);
    }
  }

  reload() {
    for (const form of Object.values(this.forms)) form.reload();
    this.changed(null);
  }
}

function render({ model, el: host }) {
  const life = new AbortController();
  const view = new TestView(model);
  const names = Object.values(view.forms).map((form) => storageKey(model.get("session"), form.model.get("key")));
  host.append(view.root);
  // A key of null means that everything was cleared.
  addEventListener("storage", ({ key }) => (key === null || names.includes(key)) && view.reload(), { signal: life.signal });
  onAddress(life.signal, (fragment) => view.follow(fragment));
  return () => {
    life.abort();
    view.root.remove();
  };
}

export default { render };
