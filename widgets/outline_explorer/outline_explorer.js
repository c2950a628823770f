// A list of the material as cards: an overview, and one card in detail with the reader's own notes.

import { button, commentary, createStore, el, onAddress, reveal } from "../shared/common.js";
import { grow } from "../shared/fields.js";
import { explainer } from "../glossary/glossary.js";
import { createReading } from "./reading.js";

const OVERVIEW = -1;

function render({ model, el: host }) {
  const life = new AbortController();
  const items = model.get("items");
  const store = createStore(model.get("session"), model.get("key"));
  const reading = createReading(store, items.map(({ id }) => id));
  const view = {
    model, items, reading, cards: [], details: [], clearing: null, overview: null, detail: null,
    progress: el("p", { class: "kit-progress" }),
    status: el("p", { class: "kit-hidden", role: "status" }),
    refused: el("p", { class: "kit-note", role: "status" }),
    heading: el("h2", { class: "kit-title", tabindex: "-1" }, model.get("title")),
    position: el("p", { class: "outline-position" }),
    previous: button("← Thẻ trước", () => step(view, -1)),
    passed: el("p", { class: "outline-passed", hidden: true }),
    next: button("Thẻ tiếp →", () => step(view, 1), { kind: "kit-primary" }),
  };
  if (model.get("current") === OVERVIEW && reading.current !== undefined) setCurrent(view, reading.current);

  view.cards = items.map((item, index) => buildCard(view, item, index));
  view.details = items.map((item, index) => buildDetail(view, item, index));
  view.clearing = buildClearing(view);
  view.overview = buildOverview(view);
  view.detail = buildDetailFrame(view);
  host.append(
    el("section", { class: "kit outline", "aria-label": model.get("title") },
      view.heading, view.overview, view.detail, view.refused, view.status),
  );
  model.on("change:current", () => show(view));
  show(view);
  refresh(view);
  onAddress(life.signal, (name) => goTo(view, name));
  return () => {
    life.abort();
    host.replaceChildren();
  };
}

/** Open the card that the page's address names, or the list itself. */
function goTo(view, name) {
  const index = view.items.findIndex(({ id }) => id === name);
  if (index !== OVERVIEW) {
    open(view, index);
    reveal(view.details[index].heading);
  } else if (name === view.model.get("key")) {
    open(view, OVERVIEW);
    reveal(view.heading);
  }
}

function buildOverview({ model, cards, progress, clearing }) {
  const explain = explainer(model.get("terms"));
  return el("div", { class: "outline-overview" },
    el("p", {}, explain(model.get("intro"))),
    model.get("notes").map((note) => buildNote(explain(note))),
    progress,
    el("ol", { class: "outline-grid" }, cards.map(({ node }) => el("li", {}, node))),
    clearing.node,
  );
}

function buildCard(view, { title }, index) {
  const marks = el("span", { class: "outline-marks" });
  const node = el("button", { type: "button", class: "outline-card kit-tile", onclick: () => open(view, index) },
    el("span", { class: "outline-number" }, String(index + 1)),
    el("span", { class: "outline-name" }, title),
    marks,
  );
  return { node, marks };
}

function buildDetailFrame(view) {
  const { items, details } = view;
  return el("div", { class: "outline-detail", onkeydown: (event) => onKey(view, event) },
    el("div", { class: "outline-bar" },
      button("Về danh sách", () => open(view, OVERVIEW), { "aria-label": `Về danh sách ${items.length} thẻ` }),
      view.position,
    ),
    view.passed,
    details.map(({ node }) => node),
    el("div", { class: "outline-bar" }, view.previous, view.next),
  );
}

function buildDetail(view, item, index) {
  const { model, reading } = view;
  const explain = explainer(model.get("terms"));
  const heading = el("h3", { class: "outline-heading", tabindex: "-1" },
    el("span", { class: "outline-number" }, `${index + 1}. `), item.title);
  const read = el("input", {
    type: "checkbox",
    onchange: () => edit(view, () => reading.mark(item.id, read.checked)),
  });
  const own = el("textarea", {
    class: "kit-field kit-wide", rows: "3",
    "data-own-note": item.title,
    oninput: () => {
      grow(own);
      edit(view, () => reading.write(item.id, own.value));
    },
  });
  const node = el("article", { class: "outline-item" },
    heading,
    item.quote && el("blockquote", { class: "outline-quote" }, explain(`“${item.quote}”`)),
    item.matter && el("p", {}, explain(item.matter)),
    item.notes.map((note) => buildNote(explain(note))),
    el("p", { class: "kit-source" }, explain(`Nguồn: ${item.cite}`)),
    item.words.flatMap(({ quote, cite }) => [
      el("blockquote", { class: "outline-quote" }, explain(`“${quote}”`)),
      el("p", { class: "kit-source" }, explain(`Nguồn: ${cite}`)),
    ]),
    item.commentary && commentary(explain(item.commentary)),
    item.prompts.length > 0 && [
      el("h4", {}, "Liên hệ thực tiễn"),
      el("ul", { class: "outline-prompts" }, item.prompts.map((prompt) => el("li", {}, explain(prompt)))),
    ],
    el("div", { class: "outline-own" },
      el("label", { class: "outline-write" }, "Ghi chú riêng, chỉ lưu trên máy này", own),
      el("label", { class: "outline-read" }, read, "Tôi đã đọc thẻ này"),
    ),
  );
  return { node, heading, read, own };
}

function buildNote(words) {
  return el("p", { class: "kit-note" }, "Ghi chú: ", words);
}

/** A button, and the question it asks before anything is removed. */
function buildClearing(view) {
  const ask = button("Xóa tiến độ", () => toggle(true), { kind: "kit-quiet" });
  const question = el("p", {});
  const confirm = el("div", { class: "outline-confirm", role: "group", tabindex: "-1", hidden: true },
    question,
    el("div", { class: "kit-row" },
      button("Xóa", () => clear(view), { kind: "kit-primary" }),
      button("Giữ lại", () => toggle(false)),
    ),
  );
  confirm.addEventListener("keydown", (event) => event.key === "Escape" && consume(event, () => toggle(false)));

  function toggle(asking) {
    const { readCount, noteCount } = view.reading;
    question.textContent =
      `Sẽ xóa khỏi máy này: ${readCount} dấu đã đọc và ${noteCount} ghi chú riêng. Đã xóa thì không lấy lại được.`;
    confirm.setAttribute("aria-label", question.textContent);
    confirm.hidden = !asking;
    ask.hidden = asking;
    (asking ? confirm : ask).focus();
  }
  return { node: el("div", { class: "outline-clear" }, ask, confirm), ask, confirm };
}

function clear(view) {
  view.reading.clear();
  refresh(view);
  view.heading.focus();
  view.status.textContent = "Đã xóa các dấu đã đọc và ghi chú riêng.";
}

function edit(view, change) {
  change();
  refresh(view);
}

/** Move to a card or to the overview; the focus follows, so that keys and screen readers go on from there. */
function open(view, index) {
  const from = view.model.get("current");
  view.passed.hidden = true;
  setCurrent(view, index);
  edit(view, () => view.reading.open(index));
  const target = index === OVERVIEW ? view.cards[from]?.node : view.details[index].heading;
  target?.focus();
  view.status.textContent = index === OVERVIEW ? `Danh sách ${view.items.length} thẻ` : positionOf(view);
}

/** Who goes on to the next card has read this one; that can be taken back at once. */
function step(view, by) {
  const { items, reading } = view;
  const { id } = items[view.model.get("current")];
  const marks = by > 0 && !reading.isRead(id);
  open(view, view.model.get("current") + by);
  if (!marks) return;
  edit(view, () => reading.mark(id, true));
  view.passed.replaceChildren("Thẻ trước được ghi là đã đọc. ", button("Bỏ dấu đã đọc", () => unmark(view, id), { kind: "kit-quiet" }));
  view.passed.hidden = false;
}

function unmark(view, id) {
  edit(view, () => view.reading.mark(id, false));
  view.passed.hidden = true;
  view.status.textContent = "Đã bỏ dấu đã đọc của thẻ trước.";
  view.details[view.model.get("current")].heading.focus();
}

function setCurrent({ model }, index) {
  model.set("current", index);
  model.save_changes();
}

function onKey(view, event) {
  // Arrows and Escape belong to the text field, or to an input method at work in it, while one types.
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const current = view.model.get("current");
  const typing = event.target.matches("textarea");
  if (event.key === "Escape") consume(event, () => open(view, OVERVIEW));
  else if (event.key === "ArrowLeft" && !typing && current > 0) consume(event, () => step(view, -1));
  else if (event.key === "ArrowRight" && !typing && current < view.items.length - 1) {
    consume(event, () => step(view, 1));
  }
}

/** A key that is used here must not also turn a slide. */
function consume(event, action) {
  event.preventDefault();
  event.stopPropagation();
  action();
}

function positionOf({ model, items }) {
  return `Thẻ ${model.get("current") + 1}/${items.length}`;
}

function show(view) {
  const current = view.model.get("current");
  view.overview.hidden = current !== OVERVIEW;
  view.detail.hidden = current === OVERVIEW;
  for (const [index, { node, own }] of view.details.entries()) {
    node.hidden = index !== current;
    grow(own);
  }
  view.position.textContent = positionOf(view);
  view.previous.disabled = current <= 0;
  view.next.disabled = current === view.items.length - 1;
}

function refresh({ items, reading, cards, details, progress, clearing, refused }) {
  for (const [index, { id }] of items.entries()) {
    const marks = [reading.isRead(id) && "✓ Đã đọc", reading.note(id) && "Có ghi chú"].filter(Boolean);
    cards[index].marks.textContent = marks.join(" · ");
    details[index].read.checked = reading.isRead(id);
    // Setting the value anew would move the cursor of the one who types.
    if (details[index].own.value !== reading.note(id)) {
      details[index].own.value = reading.note(id);
      grow(details[index].own);
    }
  }
  progress.textContent = `Đã đọc ${reading.readCount}/${items.length} thẻ`;
  progress.style.setProperty("--done", `${(100 * reading.readCount) / items.length}%`);
  const some = reading.readCount + reading.noteCount > 0;
  clearing.confirm.hidden = true;
  clearing.ask.hidden = !some;
  refused.textContent = reading.kept
    ? ""
    : "Trình duyệt không cho lưu trên máy này: dấu đã đọc và ghi chú sẽ mất khi đóng trang.";
}

export default { render };
