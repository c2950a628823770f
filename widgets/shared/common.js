// Shared by all widgets: making elements, ways about the page, and terms that open when pressed.

export { createStore, storageKey } from "./store.js";

/**
 * Make an element. Text goes in as text, never as HTML; null children are left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes] names that begin with "on" are listeners
 * @param {...any} children nodes and texts, also in arrays
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== "string") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * @param {string} label
 * @param {((event: Event) => void) | null} onclick
 * @param {{ kind?: string } & Record<string, any>} [attributes] `kind` names more classes
 */
export function button(label, onclick, { kind = "", ...attributes } = {}) {
  return el("button", { type: "button", class: `kit-button ${kind}`.trim(), onclick, ...attributes }, label);
}

/**
 * The kit's own explanation, marked as such; no source stands in it. The words are those of shown/model.py.
 *
 * @param {...any} blocks a list, or what a paragraph holds
 */
export function commentary(...blocks) {
  return el("div", { class: "kit-commentary" },
    el("p", { class: "kit-commentary-label" }, "Cách hiểu của bộ tài liệu"),
    blocks.map((block) => block instanceof HTMLUListElement ? block : el("p", {}, block)),
  );
}

/** An id that no other element has. Random, because every live widget may load a copy of this module. */
export function uniqueId(name) {
  return `${name}-${Math.random().toString(36).slice(2, 10)}`;
}

/**
 * Follow the fragment of the page's address, so that a link such as /hoc/<page>/#<point> opens the right card.
 *
 * `handler(name)` gets the fragment ("<point>") soon after this call and whenever the address changes; on the
 * kit's pages once more when all widgets stand, because those above move the others. A widget opens what has that
 * name and calls `reveal` on it; it does nothing about names that are not its own. `signal` ends the listening.
 *
 * Names, without a prefix where the id in data/ is unique: a point of a list, a list, a quiz question, a core
 * question: its id. Else: hinh-<figure>, lich-<plan>-<event>, viec-<plan>-<duty>, bao-cao-<plan>-<report>,
 * y-<plan>-<point>, doc-<document>, sach-<part of the book>, thuat-ngu-<term>. course/anchors.py writes them.
 */
export function onAddress(signal, handler) {
  const tell = () => {
    const name = addressed();
    if (name && !signal.aborted) handler(name);
  };
  addEventListener("hashchange", tell, { signal });
  // Later, because a view may not be in the page yet while it is made.
  setTimeout(tell);
}

/** The decoded fragment of the page's address; "" where there is none, or none that can be read. */
export function addressed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Bring an element before the reader: folds around it open, it stands at the top and has the focus. */
export function reveal(node) {
  for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (node.tabIndex < 0) node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "start" });
}

/**
 * Put the reader where something begins: it has the focus and stands at the top, below what is fixed there.
 *
 * A slide shows all that it holds, so on one nothing moves that is in sight.
 */
export function goTo(node) {
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: node.closest(".deck-slide") ? "nearest" : "start" });
}

/** Scroll no further than needed for an element to be in sight; one that is taller than the screen begins at its top. */
export function bringIntoSight(node) {
  node.scrollIntoView({ block: "nearest" });
}

/** Whether the middle of an element is on the screen. */
export function isInSight(node) {
  const { top, bottom } = node.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  return middle > 0 && middle < innerHeight;
}

/**
 * Address of a page of the kit as a link on this one: `pageLink("<page>", "<point>")`.
 *
 * Relative, so that it holds below any folder and on a stick, where pages are files. Null where this page is not
 * one of the kit's, as in JupyterLab: there the widget shows the words without a link.
 */
export function pageLink(slug, fragment = "") {
  const { pathname } = location;
  const place = /\/(?:(?:hoc|trinh-chieu)\/[^/]+\/(?<file>index\.html)?|voila\/render\/[^/]+)$/.exec(pathname);
  if (!place) return null;
  const end = fragment && `#${encodeURIComponent(fragment)}`;
  return `../../hoc/${slug}/${place.groups.file ?? ""}${end}`;
}

/** A link to a page of the kit; where there are none, as in JupyterLab, the words alone. */
export function kitLink(text, slug, fragment = "", attributes = {}) {
  const href = slug && pageLink(slug, fragment);
  return href ? el("a", { href, ...attributes }, text) : el("span", {}, text);
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32), so that a shuffle can be repeated. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A shuffled copy (Fisher–Yates); the same random source gives the same order. */
export function shuffled(items, random) {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** Do `work` for each item, `size` at a time with pauses in which taps are answered, for as long as `goesOn()`. */
export async function inSlices(items, size, work, goesOn = () => true) {
  for (let start = 0; start < items.length && goesOn(); start += size) {
    items.slice(start, start + size).forEach(work);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Offer a blob to the reader as a file. */
export function saveFile(blob, filename) {
  const link = el("a", { href: URL.createObjectURL(blob), download: filename });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Open the meaning of a term that is pressed, whether widgets/glossary.py or glossary.js made it.
 *
 * A term breaks over lines like the text around it, so it cannot be a <button>, which browsers lay out as a box: what
 * a button does by itself is done here, for the whole page. It is done once, because every live widget may load a
 * copy of this module. Where it has not run, glossary.css shows the meaning of the term that has the focus.
 */
function openTerms() {
  const { dataset } = document.documentElement;
  if (dataset.terms || !HTMLElement.prototype.togglePopover) return;
  dataset.terms = "open";
  const listen = (name, handler) => document.addEventListener(name, handler, { capture: true });
  let closing = null;
  // An open meaning closes by itself when its term is pressed again; the click that follows must not open it anew.
  listen("pointerdown", ({ target }) => (closing = target.closest?.('.kit-term[aria-expanded="true"]')));
  listen("click", ({ target }) => {
    const term = target.closest?.(".kit-term");
    if (term && term !== closing) toggleMeaning(term);
  });
  listen("keydown", (event) => {
    if (!["Enter", " "].includes(event.key) || !event.target.matches?.(".kit-term")) return;
    // The key is used up: it must not also turn a card or a slide.
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) toggleMeaning(event.target);
  });
  listen("beforetoggle", ({ target, newState }) => {
    if (target.matches(".kit-definition")) target.previousElementSibling.ariaExpanded = String(newState === "open");
  });
}

function toggleMeaning(term) {
  term.nextElementSibling.togglePopover();
}

openTerms();
