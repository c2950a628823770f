// Searching all of the kit: results as one types, the matches marked, each leading to its place.

import { button, el, inSlices, uniqueId } from "../shared/common.js";
import { addressQuery, addressedQuery } from "./address.js";
import { createEngine } from "./engine.js";
import { createHit, linkTo, opensElsewhere, stayOnPage } from "./hit.js";

const STEP = 20;
// So many results stand there at once; the others of a step follow when these have been drawn.
const FIRST = 3;
// So many entries are indexed without a pause.
const SLICE = 30;
// Who has typed nothing for so long has typed what is searched for.
const PAUSE_MS = 400;
// It begins a word of nearly every text.
const SINGLE_LETTER = /^\s*\p{L}\p{M}*$/u;
const SESSION = "Buổi học";
const SAID = {
  all: (count) => `Tìm thấy ${count} kết quả.`,
  near: (count) => `Không có nội dung đúng từng chữ. Có ${count} kết quả gần giống.`,
  some: (count, unknown) => (unknown.length
    ? `Không có nội dung nào chứa ${unknown.map((word) => `“${word}”`).join(", ")}. Có ${count} kết quả cho các từ còn lại.`
    : `Không có nội dung nào chứa đủ các từ. Có ${count} kết quả chứa một số từ.`),
  none: () => "Không tìm thấy nội dung nào. Đồng chí hãy gõ ít từ hơn, dùng từ khác, hoặc mở một buổi học:",
};

class SearchView {
  constructor(model) {
    this.uid = uniqueId("search");
    this.model = model;
    this.field = el("input", {
      type: "text", id: `${this.uid}-field`, role: "searchbox", autocomplete: "off", spellcheck: "false",
      enterkeyhint: "search", "aria-describedby": `${this.uid}-help`,
      oninput: () => this.type(), onfocus: () => this.prepare(),
    });
    this.status = el("p", { class: "search-status", role: "status", tabindex: "-1" });
    this.meant = button("", () => this.takeSuggestion(), { kind: "search-meant", hidden: true });
    this.list = el("ol", { class: "search-hits" });
    this.more = button("Hiện thêm kết quả", () => this.showMore(), { hidden: true });
    // A form, because keyboards of phones tell of their search key by sending it.
    const form = el("form", { onsubmit: (event) => consume(event, () => this.showList()) },
      el("label", { class: "search-label", for: `${this.uid}-field` }, "Tìm trong toàn bộ tài liệu"),
      this.field,
      el("p", { class: "search-help", id: `${this.uid}-help` },
        "Gõ có dấu hay không dấu đều được.",
        el("span", { class: "search-keys" }, " Dùng phím mũi tên để chọn, Enter để mở.")));
    this.root = el("section", {
      class: "kit search", lang: "vi", "aria-label": "Tìm trong toàn bộ tài liệu",
      // JupyterLab leaves keys alone inside an element that says so.
      "data-lm-suppress-shortcuts": "true",
      onkeydown: (event) => this.onKey(event),
    }, form, this.status, this.meant, this.list, el("div", { class: "kit-row" }, this.more));
    this.start();
  }

  /** Take the entries anew, and what the address says is searched for. */
  start() {
    this.entries = this.model.get("entries");
    this.engine = null;
    this.preparing = null;
    const titles = new Map(this.entries.filter(({ anchor }) => !anchor).map(({ slug, title }) => [slug, title]));
    this.page = { root: this.model.get("root"), file: this.model.get("file"), titles };
    // Where there are no pages, the address is not the kit's.
    this.hasAddress = linkTo({ slug: "", anchor: "" }, this.page) !== null;
    if (this.hasAddress) this.field.value ||= addressedQuery();
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

  type() {
    this.search();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.remember(), PAUSE_MS);
  }

  /** Let the address say what is searched for, as long as the field is seen. */
  remember() {
    clearTimeout(this.pause);
    if (this.hasAddress && this.field.getClientRects().length) addressQuery(this.field.value.trim());
  }

  search() {
    const query = this.field.value;
    if (!query.trim()) return this.showSessions("Chưa gõ từ nào. Đồng chí có thể bắt đầu từ một buổi học:");
    if (SINGLE_LETTER.test(query)) return this.showSessions("Đồng chí hãy gõ thêm chữ, hoặc mở một buổi học:");
    if (!this.engine) {
      this.say("Đang chuẩn bị tìm kiếm…");
      return this.prepare();
    }
    const { stage, hits, suggestion, unknown = [] } = this.engine.find(query);
    const said = SAID[stage](hits.length, unknown);
    if (!hits.length) return this.showSessions(said);
    this.hits = hits;
    this.list.replaceChildren(...hits.slice(0, FIRST).map((hit) => this.createHit(hit)));
    this.more.hidden = true;
    this.say(said, suggestion);
    setTimeout(() => this.hits === hits && this.complete());
  }

  /** Where one may begin. */
  showSessions(said) {
    this.hits = [];
    this.more.hidden = true;
    this.say(said);
    const sessions = this.entries.filter(({ kind }) => kind === SESSION);
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

  /** Turn to the results; on a phone this takes the keyboard away, which covers them. */
  showList() {
    this.remember();
    this.status.focus();
  }

  takeSuggestion() {
    this.field.value = this.suggestion;
    this.search();
    this.showList();
  }

  /** What the arrows go through: the field, then the results. */
  stops() {
    /** @type {NodeListOf<HTMLElement>} */
    const hits = this.list.querySelectorAll("a.search-hit, .search-hit > summary");
    return [this.field, ...hits];
  }

  createHit(hit) {
    return createHit(hit, this.page, (event) => {
      if (opensElsewhere(event)) return;
      this.remember();
      stayOnPage(event);
    });
  }

  say(text, suggestion = "") {
    this.status.textContent = text;
    this.suggestion = suggestion;
    this.meant.hidden = !suggestion;
    this.meant.replaceChildren("Có phải đồng chí muốn tìm “", el("strong", {}, suggestion), "”?");
  }

  onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = this.stops();
    const place = event.target === this.status ? 0 : stops.indexOf(event.target);
    if (place < 0) return;
    if (event.key === "ArrowDown" && place < stops.length - 1) consume(event, () => stops[place + 1].focus());
    else if (event.key === "ArrowUp" && event.target !== this.field) consume(event, () => stops[Math.max(place - 1, 0)].focus());
  }
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
    clearTimeout(view.pause);
    model.off("change:entries", anew);
    view.root.remove();
  };
}

export default { render };
