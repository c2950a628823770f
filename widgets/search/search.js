// Searching all of the kit: results as one types, the matches marked, each leading to its place.

import { button, el, inSlices, pageLink } from "../shared/common.js";
import { createEngine } from "./engine.js";
import { excerpt, hitsOf, pieces } from "./text.js";

const STEP = 20;
// So many results stand there at once; the others of a step follow when these have been drawn.
const FIRST = 3;
// So many entries are indexed without a pause.
const SLICE = 30;
const SAID = {
  all: (count) => `Tìm thấy ${count} kết quả.`,
  near: (count) => `Không có nội dung đúng từng chữ. Có ${count} kết quả gần giống.`,
  some: (count) => `Không có nội dung nào chứa đủ các từ. Có ${count} kết quả chứa một số từ.`,
  none: () => "Không tìm thấy nội dung nào. Đồng chí hãy gõ ít từ hơn, hoặc dùng từ khác.",
};

class SearchView {
  constructor(model) {
    // Random, because every live widget may load a copy of this module, and counters would repeat.
    this.uid = `search-${Math.random().toString(36).slice(2, 10)}`;
    this.model = model;
    this.field = el("input", {
      type: "text", id: `${this.uid}-field`, role: "searchbox", autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search", "aria-describedby": `${this.uid}-help`,
      oninput: () => this.search(), onfocus: () => this.prepare(),
    });
    this.status = el("p", { class: "search-status", role: "status" });
    this.list = el("ol", { class: "search-hits" });
    this.more = button("Hiện thêm kết quả", () => this.showMore(), { hidden: true });
    this.root = el("section", {
      class: "kit search", lang: "vi", "aria-label": "Tìm trong toàn bộ tài liệu",
      // JupyterLab leaves keys alone inside an element that says so.
      "data-lm-suppress-shortcuts": "true",
      onkeydown: (event) => this.onKey(event),
    },
      el("label", { class: "search-label", for: `${this.uid}-field` }, "Tìm trong toàn bộ tài liệu"),
      this.field,
      el("p", { class: "search-help", id: `${this.uid}-help` },
        "Gõ có dấu hay không dấu đều được.",
        el("span", { class: "search-keys" }, " Dùng phím mũi tên để chọn, Enter để mở.")),
      this.status, this.list, el("div", { class: "kit-row" }, this.more),
    );
    this.start();
  }

  /** Take the entries anew. */
  start() {
    this.entries = this.model.get("entries");
    this.engine = null;
    this.preparing = null;
    this.titles = new Map(this.entries.filter(({ anchor }) => !anchor).map(({ slug, title }) => [slug, title]));
    this.search();
  }

  /** Make the index when the reader turns to the field, in slices, so that typing is never held up. */
  async prepare() {
    if (this.preparing) return;
    const entries = (this.preparing = this.entries);
    const engine = createEngine();
    const goesOn = () => this.preparing === entries;
    await inSlices(entries, SLICE, (entry) => engine.add(entry), goesOn);
    if (!goesOn()) return; // The entries have changed meanwhile.
    this.engine = engine;
    if (this.field.value.trim()) this.search();
  }

  search() {
    const query = this.field.value;
    if (!query.trim()) return this.showStart();
    if (!this.engine) {
      this.say("Đang chuẩn bị tìm kiếm…");
      return this.prepare();
    }
    const { stage, hits } = this.engine.find(query);
    this.hits = hits;
    this.list.replaceChildren(...hits.slice(0, FIRST).map((hit) => this.createHit(hit)));
    this.more.hidden = true;
    this.say(SAID[stage](hits.length));
    setTimeout(() => this.hits === hits && this.complete());
  }

  /** Where one may begin: the sessions. */
  showStart() {
    this.hits = [];
    this.more.hidden = true;
    this.say("Chưa gõ từ nào. Đồng chí có thể bắt đầu từ một buổi học:");
    const sessions = this.entries.filter(({ kind }) => kind === "Buổi học");
    this.list.replaceChildren(...sessions.map((entry) => this.createHit({ entry, terms: [] })));
  }

  /** Fill the step that is begun, and offer the next one. */
  complete() {
    const shown = this.list.children.length;
    const upTo = Math.ceil((shown + 1) / STEP) * STEP;
    this.list.append(...this.hits.slice(shown, upTo).map((hit) => this.createHit(hit)));
    this.more.hidden = this.list.children.length >= this.hits.length;
  }

  showMore() {
    const shown = this.list.children.length;
    this.complete();
    this.stops()[shown + 1].focus();
  }

  /** What the arrows go through: the field, then the results. */
  stops() {
    /** @type {NodeListOf<HTMLElement>} */
    const hits = this.list.querySelectorAll("a.search-hit, .search-hit > summary");
    return [this.field, ...hits];
  }

  createHit({ entry, terms }) {
    const show = (text) => marked(pieces(text, hitsOf(text, terms)));
    const head = [
      el("span", { class: "search-kind" }, show(entry.kind)),
      el("span", { class: "search-title" }, show(entry.title)),
    ];
    const href = this.linkTo(entry);
    return el("li", {}, href
      ? el("a", { class: "search-hit", href, onclick: follow }, head,
        entry.text && el("span", { class: "search-text" }, marked(excerpt(entry.text, hitsOf(entry.text, terms)))),
        el("span", { class: "search-where" }, this.placeOf(entry)))
      // Without pages, as in JupyterLab, a result shows its whole text where it stands.
      : el("details", { class: "search-hit" }, el("summary", {}, head),
        el("p", { class: "search-text" }, show(entry.text)),
        el("p", { class: "kit-source" }, this.placeOf(entry))));
  }

  placeOf({ slug, anchor, cite }) {
    const page = anchor && this.titles.get(slug);
    return [page && `Trang: ${page}`, cite && `Nguồn: ${cite}`].filter(Boolean).join(" · ");
  }

  /** The address of an entry's place; null where there are no pages. */
  linkTo({ slug, anchor }) {
    const root = this.model.get("root");
    const end = anchor && `#${anchor}`;
    const link = root ? `${root}hoc/${slug}/${this.model.get("file")}${end}` : pageLink(slug, anchor);
    // One who presents goes on presenting on the next page.
    return link && new URLSearchParams(location.search).has("trinh-bay") ? link.replace(/(?=#|$)/, "?trinh-bay") : link;
  }

  say(text) {
    this.status.textContent = text;
  }

  onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = this.stops();
    const place = stops.indexOf(event.target);
    if (place < 0) return;
    if (event.key === "ArrowDown" && place < stops.length - 1) consume(event, () => stops[place + 1].focus());
    else if (event.key === "ArrowUp" && place > 0) consume(event, () => stops[place - 1].focus());
    else if (event.key === "Enter" && place === 0 && this.hits.length) consume(event, () => stops[1].click());
  }
}

function marked(parts) {
  return parts.map(({ text, hit }) => (hit ? el("mark", {}, text) : text));
}

/** A link to where one is already changes no address; who follows the address is told all the same. */
function follow(event) {
  // Later, because a dialog around the results must have closed and given the focus back.
  if (event.currentTarget.href === location.href) setTimeout(() => dispatchEvent(new Event("hashchange")));
}

function consume(event, action) {
  event.preventDefault();
  event.stopPropagation();
  action();
}

function render({ model, el: host }) {
  const view = new SearchView(model);
  host.append(view.root);
  const anew = () => view.start();
  model.on("change:entries", anew);
  return () => {
    model.off("change:entries", anew);
    view.root.remove();
  };
}

export default { render };
