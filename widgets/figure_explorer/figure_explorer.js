// A chart with its ways of showing, its table, its words, and its files.

import { button, createStore, el, onAddress, reveal, uniqueId } from "../shared/common.js";
import { explainer } from "../glossary/glossary.js";
import { saveCsv, savePng, saveSvg, standaloneSvg } from "./files.js";
import { themed } from "./themed.js";

// A drawing is made for its width, in px, with letters of 14 px and more for the page's usual text of 16 px a rem.
const DRAWINGS = ["wide", "narrow", "slim"];
const USUAL_REM = 16;
// So much smaller than it was made a drawing may be shown, and so much larger, beside the text that the reader has chosen:
// at the upper end its smallest letters come near the page's.
const [LEAST, MOST] = [0.93, 1.15];

/** How large the reader has the text, beside the usual. */
function textScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_REM;
}

function widthOf(svg) {
  return Number(/viewBox="0 0 ([\d.]+)/.exec(svg)[1]);
}

/** The widest drawing whose letters are not too small in this width; a slide shows the one that was made for it. */
function fitting(state, place) {
  if (place.closest(".deck-slide")) return "wide";
  const least = LEAST * textScale();
  return DRAWINGS.find((name) => place.clientWidth >= least * widthOf(state[name])) || "slim";
}

function render({ model, el: host }) {
  const life = new AbortController();
  const uid = uniqueId("figure");
  const figure = {
    name: model.get("name"), title: model.get("title"), caption: model.get("caption"), states: model.get("states"),
    columns: model.get("columns"), rows: model.get("rows"), sources: model.get("sources"), notes: model.get("notes"),
    palette: model.get("palette"),
  };
  const store = createStore(model.get("session"), model.get("key"));
  const drawing = el("div", { class: "figure-drawing", role: "img" });
  const words = el("p", { class: "figure-words" });
  const message = el("p", { class: "kit-note", role: "status", hidden: true });
  const table = el("div", { class: "figure-table", id: `${uid}-table`, hidden: true }, tableOf(figure));
  const tableSwitch = button("Bảng số liệu", toggleTable, { "aria-expanded": "false", "aria-controls": `${uid}-table` });
  const switches = stateSwitches();
  const explain = explainer(model.get("terms"));
  let layout = "";

  host.replaceChildren(
    el(
      "section",
      { class: "kit figure", "aria-labelledby": `${uid}-title` },
      el("h3", { class: "kit-title", id: `${uid}-title` }, figure.title),
      switches,
      drawing,
      el("p", { class: "figure-caption" }, explain(figure.caption)),
      ...figure.notes.map((note) => el("p", { class: "kit-note" }, explain(`Ghi chú: ${note}`))),
      el("p", { class: "kit-source" }, explain(`Nguồn: ${figure.sources.join("; ")}.`)),
      el("div", { class: "kit-row" }, tableSwitch),
      table,
      el("details", { class: "figure-fold" }, el("summary", {}, "Mô tả bằng lời"), words),
      el("details", { class: "figure-fold" }, el("summary", {}, "Tải hình và số liệu"),
        el("div", { class: "kit-row" }, downloads()), message),
    ),
  );

  function current() {
    return figure.states.find((state) => state.name === model.get("state")) ?? figure.states[0];
  }

  function show() {
    const state = current();
    const text = themed(state[layout], figure.palette);
    const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
    if (layout !== "wide") svg.style.maxWidth = `${(MOST * widthOf(text)) / USUAL_REM}rem`;
    svg.setAttribute("aria-hidden", "true");
    drawing.replaceChildren(svg);
    drawing.dataset.layout = layout;
    drawing.setAttribute("aria-label", `${figure.title}. ${state.alt}`);
    words.textContent = state.alt;
    const chosen = host.querySelector(`input[value="${state.name}"]`);
    if (chosen) chosen.checked = true;
  }

  function stateSwitches() {
    if (figure.states.length < 2) return null;
    const choose = (event) => {
      model.set("state", event.target.value);
      model.save_changes();
      store.save({ state: event.target.value });
    };
    return el(
      "fieldset",
      { class: "figure-states" },
      el("legend", { class: "kit-hidden" }, "Cách thể hiện"),
      figure.states.map((state) =>
        el(
          "label",
          {},
          el("input", { type: "radio", name: `${uid}-state`, value: state.name, onchange: choose }),
          el("span", {}, state.label),
        ),
      ),
    );
  }

  function toggleTable() {
    table.hidden = !table.hidden;
    tableSwitch.setAttribute("aria-expanded", String(!table.hidden));
    tableSwitch.textContent = table.hidden ? "Bảng số liệu" : "Ẩn bảng số liệu";
  }

  function downloads() {
    const file = () => `${figure.name}-${current().name}`;
    const svg = () => standaloneSvg(current().wide, { ...figure, alt: current().alt });
    return [
      button("Tải SVG", () => saveSvg(svg(), file())),
      button("Tải PNG", () => savePng(svg(), file()).catch(refuse)),
      button("Tải CSV", () => saveCsv(figure, figure.name)),
    ];
  }

  function refuse(error) {
    console.error(error);
    message.textContent = "Trình duyệt này chưa tạo được tệp PNG. Hãy tải SVG hoặc dùng trình duyệt khác.";
    message.hidden = false;
  }

  const choose = (next) => {
    if (next === layout) return;
    layout = next;
    show();
  };
  const fit = () => choose(fitting(current(), drawing));
  const sizes = new ResizeObserver(fit);
  sizes.observe(drawing);
  const texts = new MutationObserver(fit);
  texts.observe(document.documentElement, { attributeFilter: ["data-text"] });
  life.signal.addEventListener("abort", () => [sizes, texts].forEach((observer) => observer.disconnect()));
  // A sheet of paper is wide, whatever the screen is.
  addEventListener("beforeprint", () => choose("wide"), { signal: life.signal });
  addEventListener("afterprint", fit, { signal: life.signal });

  const saved = store.load().state;
  if (figure.states.some((state) => state.name === saved)) model.set("state", saved);
  const change = () => show();
  model.on("change:state", change);
  fit();
  onAddress(life.signal, (name) => name === model.get("key") && reveal(host.querySelector(".kit-title")));

  return () => {
    model.off("change:state", change);
    life.abort();
  };
}

/** The table; a source that all rows share stands below the chart already. */
function tableOf({ title, columns, rows }) {
  const shared = new Set(rows.map((row) => row[row.length - 1])).size === 1;
  const count = shared ? columns.length - 1 : columns.length;
  return el(
    "table",
    {},
    el("caption", {}, title),
    el("thead", {}, el("tr", {}, columns.slice(0, count).map((head) => el("th", { scope: "col" }, head)))),
    el(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, first),
          rest.slice(0, count - 1).map((text, index) => el("td", { "data-head": columns[index + 1] }, text)),
        ),
      ),
    ),
  );
}

export default { render };
