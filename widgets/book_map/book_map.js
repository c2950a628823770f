// A map of the book: its parts in proportion to their pages, and one part in detail.

import { button, el, kitLink, onAddress, reveal } from "../shared/common.js";

function render({ model, el: host }) {
  const life = new AbortController();
  const heading = el("h2", { class: "kit-title" }, model.get("title"));
  const view = { model, heading, parts: model.get("parts"), blocks: [], details: [] };
  view.blocks = view.parts.map((part) => buildBlock(view, part));
  view.details = view.parts.map((part) => buildDetail(view, part));
  host.append(
    el("section", { class: "kit book-map", lang: "vi", "aria-label": model.get("title") },
      heading,
      el("p", { class: "book-map-how" }, model.get("how")),
      buildPlan(view),
      el("div", { onkeydown: (event) => onKey(view, event) }, view.details.map(({ node }) => node)),
      model.get("conflicts").map(buildConflict),
      el("p", { class: "kit-source" }, `Nguồn về kết cấu của sách: ${model.get("cite")}`),
    ),
  );
  const sync = () => show(view);
  model.on("change:current", sync);
  onAddress(life.signal, (name) => goTo(view, name));
  show(view);
  return () => {
    life.abort();
    model.off("change:current", sync);
    host.replaceChildren();
  };
}

/** The blocks side by side, or on top of each other; their sizes are those of the parts. */
function buildPlan({ parts, blocks }) {
  const list = el("ol", { class: "book-map-plan", "aria-label": "Các phần của sách, theo số trang" },
    blocks.map((block) => el("li", {}, block)));
  list.style.setProperty("--book-map-sizes", parts.map(({ pages }) => `minmax(0, ${pages}fr)`).join(" "));
  return list;
}

function buildBlock(view, part) {
  const turn = () => open(view, view.model.get("current") === part.id ? "" : part.id);
  return el("button", { type: "button", class: "book-map-block", onclick: turn },
    el("span", {}, el("span", { class: "book-map-name" }, part.name), `, ${part.range}`),
    el("span", {}, part.title),
  );
}

function buildDetail(view, part) {
  const heading = el("h3", { tabindex: "-1" }, `${part.name}: ${part.title}`);
  const node = el("article", { class: "book-map-part" },
    heading,
    el("p", { class: "book-map-range" }, `Từ ${part.range}`),
    el("p", {}, part.about),
    el("h4", {}, "Phần này gồm"),
    el("ul", {}, part.holds.map((text) => el("li", {}, text))),
    part.sessions.length > 0 && [
      el("h4", {}, "Học phần này ở"),
      el("ul", { class: "book-map-sessions" }, part.sessions.map(buildSession)),
    ],
    part.notes.map((text) => el("p", { class: "kit-note" }, `Ghi chú: ${text}`)),
    el("p", { class: "kit-source" }, `Nguồn: ${part.cite}`),
    el("div", { class: "kit-row" }, button("Về bản đồ", () => open(view, ""))),
  );
  return { node, heading };
}

function buildSession({ slug, title, lists }) {
  return el("li", {},
    kitLink(title, slug),
    el("ul", {}, lists.map((list) => el("li", {}, kitLink(list.title, slug, list.id)))));
}

function buildConflict({ called, reads, note, cite }) {
  return el("div", { class: "book-map-conflict" },
    el("h3", {}, `Chỗ ${called.toLowerCase()} chưa thống nhất`),
    el("ul", {}, reads.map((text) => el("li", {}, `“${text}”`))),
    el("p", { class: "kit-note" }, `Ghi chú: ${note}`),
    el("p", { class: "kit-source" }, `Nguồn: ${cite}`),
  );
}

/** Open a part, or close what is open; the focus goes along, so that keys and screen readers go on from there. */
function open(view, id) {
  const from = view.model.get("current");
  view.model.set("current", id);
  view.model.save_changes();
  show(view);
  const place = view.parts.findIndex((part) => part.id === (id || from));
  (id ? view.details[place].heading : view.blocks[place])?.focus();
}

/** The address may name the map, or one of its parts as in "ban-do-sach-phan-1". */
function goTo(view, name) {
  const key = view.model.get("key");
  if (name === key) reveal(view.heading);
  const place = view.parts.findIndex(({ id }) => name === `${key}-${id}`);
  if (place < 0) return;
  open(view, view.parts[place].id);
  reveal(view.details[place].heading);
}

/** Escape closes the part; used here, it must not also leave a slide. */
function onKey(view, event) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  open(view, "");
}

function show({ model, parts, blocks, details }) {
  for (const [place, { id }] of parts.entries()) {
    const shown = model.get("current") === id;
    blocks[place].setAttribute("aria-expanded", String(shown));
    details[place].node.hidden = !shown;
  }
}

export default { render };
