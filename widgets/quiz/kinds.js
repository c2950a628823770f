// The form controls of the six kinds of questions, all native.
// A control gives `node`; `read()` and `write(value)` its answer; `mark(marks)` after judging;
// `field()`, the first field in which there is something left to do.

import { button, el } from "../shared/common.js";
import { tidied } from "./logic.js";

/** Make the control of a question. `order`: written positions as displayed; `uid`: prefix of ids. */
export function createControl(question, { order, uid, announce }) {
  return CONTROLS[question.kind](question, { order, uid, announce });
}

/** A sign with its words; the sign alone is never the message. */
export function createTag(ok, words) {
  return el(
    "span",
    { class: `quiz-tag ${ok ? "is-right" : "is-wrong"}` },
    el("span", { "aria-hidden": "true" }, ok ? "✓ " : "✗ "),
    words,
  );
}

function tagRow(row, mark, words) {
  if (!mark) return;
  row.classList.add(`is-${mark}`);
  row.append(createTag(mark !== "wrong", words[mark]));
}

const OPTION_WORDS = {
  right: "Đồng chí chọn đúng",
  wrong: "Đồng chí chọn, chưa đúng",
  missed: "Phương án đúng",
};

const STATEMENT_WORDS = {
  right: "Đồng chí trả lời chính xác",
  wrong: "Đồng chí trả lời chưa đúng",
  missed: "Câu trả lời đúng",
};

function choiceControl(type, options, values, uid) {
  const inputs = values.map((value) => el("input", { type, name: uid, id: `${uid}-${value}`, value: String(value) }));
  const rows = inputs.map((input, place) =>
    el("label", { class: "quiz-option" }, input, el("span", { class: "quiz-text" }, options[place].text)),
  );
  return {
    node: el("div", { class: "quiz-options" }, rows),
    chosen: () => values.filter((_, place) => inputs[place].checked),
    check: (wanted) => inputs.forEach((input, place) => (input.checked = wanted.includes(values[place]))),
    mark: (marks, words = OPTION_WORDS) => rows.forEach((row, place) => tagRow(row, marks(values[place]), words)),
    field: () => inputs[0],
  };
}

function singleControl(question, { order, uid }) {
  const choices = choiceControl("radio", order.map((position) => question.options[position]), order, uid);
  return {
    ...choices,
    read: () => choices.chosen()[0] ?? null,
    write: (value) => choices.check([value]),
    mark: (marks) => choices.mark((position) => marks[position]),
  };
}

function multipleControl(question, { order, uid }) {
  const choices = choiceControl("checkbox", order.map((position) => question.options[position]), order, uid);
  return {
    ...choices,
    hint: "Chọn tất cả phương án đúng.",
    read: () => choices.chosen().sort((a, b) => a - b),
    write: (value) => choices.check(value),
    mark: (marks) => choices.mark((position) => marks[position]),
  };
}

function booleanControl(question, { uid }) {
  const choices = choiceControl("radio", [{ text: "Đúng" }, { text: "Sai" }], [true, false], uid);
  return {
    ...choices,
    hint: "Nhận định này đúng hay sai?",
    read: () => choices.chosen()[0] ?? null,
    write: (value) => choices.check([value]),
    mark: (marks) => choices.mark((value) => marks[value ? 0 : 1], STATEMENT_WORDS),
  };
}

function numericControl({ answer }, { uid }) {
  const input = el("input", {
    // Words may be typed too, so that no keyboard of digits alone comes up.
    id: `${uid}-number`, class: "kit-field", type: "text", autocomplete: "off",
    "aria-describedby": `${uid}-unit ${uid}-message`,
  });
  const unit = el("span", { id: `${uid}-unit` }, answer.unit);
  const row = el("div", { class: "quiz-number" }, input, unit);
  return {
    node: el("div", {}, el("label", { for: input.id, class: "quiz-label" }, "Nhập con số"), row),
    hint: "Viết bằng chữ số; nếu nguồn ghi chữ “hơn” thì viết cả chữ ấy.",
    read: () => input.value,
    write: (value) => (input.value = value),
    invalid: (state) => input.setAttribute("aria-invalid", String(state)),
    mark: ([mark]) => {
      // Shown the way the kit writes numbers, whatever was typed.
      input.value = tidied(input.value, answer.unit);
      tagRow(row, mark, { right: "Đúng", wrong: "Chưa đúng" });
    },
    field: () => input,
  };
}

function orderingControl({ items }, { order, uid, announce }) {
  const list = el("ol", { class: "quiz-order" });
  const rows = order.map((position) => orderRow(items[position].text, position));
  list.append(...rows.map((row) => row.node));

  function orderRow(text, position) {
    const node = el("li", { "data-position": String(position) }, el("span", { class: "quiz-text" }, text));
    const up = button("↑", () => move(row, -1), { "aria-label": `Chuyển lên: ${text}` });
    const down = button("↓", () => move(row, 1), { "aria-label": `Chuyển xuống: ${text}` });
    const row = { node, up, down, position, text };
    node.append(el("span", { class: "quiz-moves" }, up, down));
    return row;
  }

  function settle() {
    const shown = [...list.children];
    rows.sort((a, b) => shown.indexOf(a.node) - shown.indexOf(b.node));
    rows.forEach((row, place) => {
      row.up.disabled = place === 0;
      row.down.disabled = place === rows.length - 1;
    });
  }

  function move(row, step) {
    const neighbour = rows[rows.indexOf(row) + step];
    // The neighbour moves, so that the pressed button keeps its focus.
    if (step < 0) row.node.after(neighbour.node);
    else row.node.before(neighbour.node);
    settle();
    const pressed = step < 0 ? row.up : row.down;
    if (pressed.disabled) (step < 0 ? row.down : row.up).focus();
    announce(`${quoted(row.text)} ở vị trí ${rows.indexOf(row) + 1} trên ${rows.length}.`);
  }

  settle();
  return {
    node: list,
    hint: "Dùng nút mũi tên để chuyển từng mục lên hoặc xuống.",
    read: () => rows.map((row) => row.position),
    write: (value) => {
      list.append(...value.map((position) => rows.find((row) => row.position === position).node));
      settle();
    },
    mark: (marks) =>
      rows.forEach((row, place) => tagRow(row.node, marks[place], { right: "Đúng chỗ", wrong: "Chưa đúng chỗ" })),
    field: () => rows[0].down,
  };
}

/** A text in quotation marks, unless it has its own. */
function quoted(text) {
  return text.startsWith("“") ? text : `“${text}”`;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function matchingControl({ pairs }, { order, uid }) {
  const choices = () => order.map((position, place) =>
    el("option", { value: String(position) }, `${LETTERS[place]}. ${pairs[position].right}`));
  const selects = pairs.map((_, index) =>
    el("select", { id: `${uid}-pair-${index}`, class: "kit-field" }, el("option", { value: "" }, "Chọn vế ghép…"), choices()),
  );
  const rows = pairs.map(({ left }, index) =>
    el("div", { class: "quiz-pair" }, el("label", { for: selects[index].id }, left), selects[index]),
  );
  const legend = el("ul", { class: "quiz-sides", "aria-label": "Các vế ghép" },
    order.map((position, place) => el("li", {}, el("b", {}, `${LETTERS[place]}. `), pairs[position].right)));
  return {
    node: el("div", { class: "quiz-pairs" }, legend, rows),
    hint: "Chọn vế ghép phù hợp cho từng mục.",
    read: () => selects.map(({ value }) => (value === "" ? null : Number(value))),
    write: (value) => selects.forEach((select, index) => (select.value = String(value[index]))),
    mark: (marks) => rows.forEach((row, index) => tagRow(row, marks[index], { right: "Đúng", wrong: "Chưa đúng" })),
    field: () => selects.find(({ value }) => value === "") ?? selects[0],
  };
}

const CONTROLS = {
  single: singleControl,
  multiple: multipleControl,
  boolean: booleanControl,
  numeric: numericControl,
  ordering: orderingControl,
  matching: matchingControl,
};
