// The index of the core questions: sessions with counts, a filter, and answers that open one or many.

import { button, el, inSlices, pageLink, reveal } from "../shared/common.js";
import { createAnswer } from "./answer.js";
import { filterable, matching } from "./filter.js";

// So many answers are made without a pause.
const SLICE = 6;

/** Make the index; `open(id)` brings one question before the reader. */
export function createIndex(view) {
  // Made when the reader first types: taking the accents off all texts is slow on a phone.
  let texts = null;
  const state = {
    openSessions: new Set(view.sessions.slice(0, 1).map(({ slug }) => slug)),
    openItems: new Set(),
    shown: new Set(view.entries.map(({ id }) => id)),
    typed: "",
    // The sessions that were open before the reader filtered.
    before: null,
  };
  const index = { view, state, sync, single: () => controls.single() };
  const items = new Map(view.entries.map((entry) => [entry.id, createItem(index, entry)]));
  const groups = view.sessions.map((session) => createGroup(index, session, items));
  const controls = createControls(index, type);
  view.watch(sync);
  // Answers that stand folded are made little by little, for paper: a long list must not hold up a phone.
  inSlices([...items.values()], SLICE, (item) => item.fill());

  function type(typed) {
    state.typed = typed.trim();
    texts ??= filterable(view.entries);
    state.shown = new Set(matching(texts, state.typed));
    if (state.typed) {
      state.before ??= state.openSessions;
      state.openSessions = new Set(view.sessions.map(({ slug }) => slug));
    } else if (state.before) {
      state.openSessions = state.before;
      state.before = null;
    }
    sync();
  }

  function sync() {
    for (const group of groups) group.sync();
    for (const item of items.values()) item.sync();
    controls.sync();
  }

  function open(id) {
    const { topic } = view.entries.find((entry) => entry.id === id);
    if (!state.shown.has(id)) controls.clear();
    state.openSessions.add(topic);
    if (controls.single()) state.openItems.clear();
    state.openItems.add(id);
    sync();
    reveal(items.get(id).opener);
  }

  return { node: el("div", { class: "qa-index" }, controls.node, groups.map(({ node }) => node)), open };
}

/** The filter field, and how many answers stand open at once. */
function createControls({ view, state, sync }, type) {
  const field = el("input", {
    type: "search", class: "kit-field kit-wide", id: `${view.uid}-filter`, autocomplete: "off", spellcheck: "false",
    "aria-describedby": `${view.uid}-hint`, oninput: () => type(field.value),
  });
  const found = el("p", { class: "qa-found", role: "status" });
  const single = el("input", { type: "checkbox", onchange: () => changeSingle() });
  const all = button("Mở tất cả", () => setItems(view.entries.map(({ id }) => id).filter((id) => state.shown.has(id))));
  const none = button("Đóng tất cả", () => setItems([]));

  function setItems(ids) {
    state.openItems = new Set(ids);
    for (const { id, topic } of view.entries) if (state.openItems.has(id)) state.openSessions.add(topic);
    sync();
  }

  function changeSingle() {
    // The first of those that stand open stays.
    if (single.checked) setItems(view.entries.map(({ id }) => id).filter((id) => state.openItems.has(id)).slice(0, 1));
    sync();
  }

  return {
    node: el("div", { class: "qa-controls" },
      el("label", { for: field.id }, "Lọc câu hỏi"), field,
      el("p", { class: "kit-source", id: `${view.uid}-hint` }, "Gõ có dấu hay không dấu đều được."),
      found,
      el("div", { class: "kit-row" },
        el("label", { class: "qa-check" }, single, "Mỗi lần chỉ mở một câu"), all, none)),
    single: () => single.checked,
    clear() {
      field.value = "";
      type("");
    },
    sync() {
      found.textContent = words(state, view.entries.length);
      all.disabled = single.checked || state.shown.size === 0;
      none.disabled = state.openItems.size === 0;
    },
  };
}

function words({ typed, shown }, total) {
  if (!typed) return `${total} câu hỏi`;
  return shown.size ? `${shown.size}/${total} câu hỏi khớp` : "Không có câu hỏi nào khớp. Hãy thử ít chữ hơn.";
}

/** A session: its heading opens and folds its questions, and says how many there are. */
function createGroup({ view, state, sync }, { slug, title }, items) {
  const own = view.entries.filter(({ topic }) => topic === slug);
  const count = el("span", { class: "qa-count" });
  const opener = el("button", {
    type: "button", class: "qa-opener", "aria-controls": `${view.uid}-${slug}`, onclick: () => {
      toggle(state.openSessions, slug);
      sync();
    },
  }, el("span", { class: "qa-name" }, title), count);
  const href = pageLink(slug);
  const list = el("ul", { class: "qa-list" }, own.map(({ id }) => items.get(id).node));
  const body = el("div", { id: `${view.uid}-${slug}`, class: "qa-body" },
    href !== null && el("p", {}, el("a", { class: "qa-page", href }, "Mở trang học của buổi này")), list);
  const node = el("div", { class: "qa-group" }, el("h3", {}, opener), body);
  return {
    node,
    sync() {
      const shown = own.filter(({ id }) => state.shown.has(id)).length;
      const read = own.filter(({ id }) => view.reading.isRead(id)).length;
      const open = state.openSessions.has(slug);
      node.hidden = shown === 0;
      body.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      count.textContent = `${state.typed ? `${shown}/` : ""}${own.length} câu${read ? ` · đã đọc ${read}` : ""}`;
    },
  };
}

/** A question that opens its answer. */
function createItem(index, entry) {
  const { view, state } = index;
  let answer = null;
  const mark = el("span", { class: "qa-mark" });
  const body = el("div", { id: `${view.uid}-${entry.id}` });
  const opener = el("button", { type: "button", class: "qa-opener", "aria-controls": body.id, onclick: press },
    el("span", { class: "qa-name" }, entry.question), mark);
  const node = el("li", { class: "qa-item" }, el("h4", {}, opener), body);

  function press() {
    const open = state.openItems.has(entry.id);
    if (index.single()) state.openItems.clear();
    if (open) state.openItems.delete(entry.id);
    else state.openItems.add(entry.id);
    index.sync();
  }

  function fill() {
    if (answer) return;
    answer = createAnswer(entry, view);
    answer.sync();
    body.append(answer.node);
  }

  return {
    node,
    opener,
    fill,
    sync() {
      const open = state.openItems.has(entry.id);
      if (open) fill();
      node.hidden = !state.shown.has(entry.id);
      body.hidden = !open;
      opener.setAttribute("aria-expanded", String(open));
      answer?.sync();
      mark.textContent = view.reading.isRead(entry.id) ? "✓ Đã đọc" : "";
    },
  };
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}
