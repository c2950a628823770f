// The core questions: an index by session, or one question at a time with its answer hidden.

import { button, createStore, el, onAddress, uniqueId } from "../shared/common.js";
import { createReading } from "../outline_explorer/reading.js";
import { createAsking } from "./ask.js";
import { createIndex } from "./index.js";

const MODES = { index: "Danh mục", ask: "Tự hỏi tôi" };
const NOT_KEPT = "Trình duyệt không cho lưu trên máy này: dấu đã đọc sẽ mất khi đóng trang.";

function render({ model, el: host }) {
  const life = new AbortController();
  const view = createView(model);
  const refused = el("p", { class: "kit-note", role: "status" });
  const progress = el("p", { class: "kit-progress" });
  const parts = { index: createIndex(view), ask: createAsking(view) };
  const modes = Object.entries(MODES).map(([mode, label]) => button(label, () => setMode(mode), { "data-mode": mode }));
  view.watch(() => {
    const { readCount, kept } = view.reading;
    progress.textContent = `Đã đọc ${readCount}/${view.entries.length} câu`;
    progress.style.setProperty("--done", `${(100 * readCount) / view.entries.length}%`);
    refused.textContent = kept ? "" : NOT_KEPT;
  });

  function setMode(chosen) {
    for (const choice of modes) choice.setAttribute("aria-pressed", String(choice.dataset.mode === chosen));
    for (const [mode, part] of Object.entries(parts)) part.node.hidden = mode !== chosen;
    if (chosen === "ask") parts.ask.start();
  }

  host.append(
    // JupyterLab leaves keys alone inside an element that says so.
    el("section", { class: "kit qa", lang: "vi", "aria-label": model.get("title"), "data-lm-suppress-shortcuts": "true" },
      el("h2", { class: "kit-title" }, model.get("title")),
      progress,
      el("div", { class: "kit-row qa-modes", role: "group", "aria-label": "Cách dùng" }, modes),
      parts.index.node, parts.ask.node, refused),
  );
  setMode("index");
  view.refresh();
  onAddress(life.signal, (name) => {
    if (!view.entries.some(({ id }) => id === name)) return;
    setMode("index");
    parts.index.open(name);
  });
  return () => {
    life.abort();
    host.replaceChildren();
  };
}

/** What the parts share: the questions, and which of them are read; `watch` calls back after every change. */
function createView(model) {
  const entries = model.get("entries");
  const store = createStore(model.get("session"), model.get("key"));
  const reading = createReading(store, entries.map(({ id }) => id));
  const watchers = [];
  const refresh = () => watchers.forEach((watcher) => watcher());
  return {
    uid: uniqueId("qa"),
    page: model.get("session"),
    sessions: model.get("sessions"),
    entries,
    terms: model.get("terms"),
    reading,
    refresh,
    watch: (watcher) => watchers.push(watcher),
    mark(id, done) {
      reading.mark(id, done);
      refresh();
    },
  };
}

export default { render };
