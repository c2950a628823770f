// Questions with a field each for the reader's own answer, and goals to be ticked; kept on this device alone.

import { createStore, el, onAddress, pageLink, reveal, uniqueId } from "../shared/common.js";
import { grow } from "../shared/fields.js";
import { explainer } from "../glossary/glossary.js";
import { createReading } from "../outline_explorer/reading.js";

const PRIVATE = "Chỉ lưu trên máy này, không gửi đi đâu.";
const REFUSED = "Trình duyệt không cho lưu trên máy này: điều đã viết sẽ mất khi đóng trang.";
const GONE = "Câu hỏi này nay không còn trong bài; điều đã viết vẫn được giữ.";

function render({ model, el: host }) {
  const life = new AbortController();
  const [goals, questions] = [model.get("goals"), model.get("questions")];
  const view = {
    model, uid: uniqueId("notes"), explain: explainer(model.get("terms")),
    reading: createReading(createStore(model.get("session"), model.get("key")), goals),
    boxes: [], fields: [], refused: el("p", { class: "kit-note", role: "status" }),
  };
  const known = questions.map(({ id }) => id);
  const gone = view.reading.noted.filter((id) => !known.includes(id)).map((id) => ({ id, label: id, hint: GONE, row: "" }));
  const root = el("section", {
    class: "kit notes", lang: "vi", "aria-label": model.get("title"),
    // JupyterLab leaves keys alone inside an element that says so.
    "data-lm-suppress-shortcuts": "true",
  },
    model.get("message") && el("blockquote", { class: "notes-message" }, view.explain(model.get("message"))),
    goals.length > 0 && buildGoals(view, goals),
    rowsOf(questions).map(([row, asked]) => buildQuestions(view, row, asked, model.get("numbered"))),
    gone.length > 0 && buildQuestions(view, "", gone, false),
    view.fields.length > 0 && buildFoot(model.get("page")), view.refused);
  host.append(root);
  refresh(view);
  const follow = () => {
    view.reading.reload();
    refresh(view);
  };
  // What another tab wrote, and what was written before the page was left and came back.
  for (const event of ["storage", "pageshow"]) addEventListener(event, follow, { signal: life.signal });
  onAddress(life.signal, (name) => name === model.get("key") && reveal(root));
  // In another width the lines break elsewhere; what was not shown has no width yet.
  let width = 0;
  const sizes = new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    view.fields.forEach(({ field }) => grow(field));
  });
  sizes.observe(root);
  return () => {
    life.abort();
    sizes.disconnect();
    host.replaceChildren();
  };
}

/** Questions by what they are asked for, in their order. */
function rowsOf(questions) {
  const rows = new Map(questions.map(({ row }) => [row, []]));
  for (const question of questions) rows.get(question.row).push(question);
  return [...rows];
}

function buildGoals(view, goals) {
  view.boxes = goals.map((goal) => {
    const box = el("input", { type: "checkbox", onchange: () => change(view, () => view.reading.mark(goal, box.checked)) });
    return { goal, box };
  });
  return [
    el("p", { class: "notes-label" }, view.model.get("asked")),
    el("ul", { class: "notes-goals" }, view.boxes.map(({ goal, box }) =>
      el("li", {}, el("label", { class: "notes-goal" }, box, el("span", {}, goal))))),
  ];
}

function buildQuestions(view, row, asked, numbered) {
  const list = el(numbered ? "ol" : "ul", { class: "notes-questions" },
    asked.map((question) => el("li", {}, buildQuestion(view, question))));
  return row ? el("div", { class: "notes-row", role: "group", "aria-label": row }, el("p", { class: "notes-label" }, row), list) : list;
}

function buildQuestion(view, { id, label, hint, check = [] }) {
  const name = `${view.uid}-${view.fields.length}`;
  const field = el("textarea", {
    class: "kit-field kit-wide", rows: "2", "aria-labelledby": name, "aria-describedby": hint ? `${name}-hint` : null,
    oninput: () => change(view, () => view.reading.write(id, field.value)),
  });
  // A field on paper shows what fits into it on the screen; this shows all, and lines to write on where there is nothing.
  const paper = el("p", { class: "notes-paper", "aria-hidden": "true" });
  view.fields.push({ id, field, paper });
  return [
    el("p", { class: "notes-asked" }, el("span", { id: name }, view.explain(label)), hint && [" ", el("span", { class: "notes-hint", id: `${name}-hint` }, view.explain(hint))]),
    field, paper,
    check.length > 0 && el("details", { class: "notes-check" },
      el("summary", {}, view.model.get("check")),
      el("ul", {}, check.map(({ said, cite }) => el("li", {}, view.explain(said), " ", el("span", { class: "kit-source" }, `(${cite})`)))),
    ),
  ];
}

function buildFoot(page) {
  const href = page && pageLink(page);
  return el("p", { class: "notes-foot" }, PRIVATE, href && [" ", el("a", { href }, "Xem mọi ghi chú của tôi")]);
}

function change(view, act) {
  act();
  refresh(view);
}

function refresh({ reading, boxes, fields, refused }) {
  for (const { goal, box } of boxes) box.checked = reading.isRead(goal);
  for (const { id, field, paper } of fields) {
    // Setting the value anew would move the cursor of the one who types.
    if (field.value !== reading.note(id)) field.value = reading.note(id);
    paper.textContent = field.value;
    grow(field);
  }
  refused.textContent = reading.kept ? "" : REFUSED;
}

export default { render };
