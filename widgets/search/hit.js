// One result: what it is, the words that were found, marked, and the link to its place.

import { el, pageLink } from "../shared/common.js";
import { excerpt, hitsOf, pieces } from "./text.js";

/**
 * Make a result. `page` says where the pages are and what they are called: `{root, file, titles}`; `follow` hears of a
 * press on the link.
 */
export function createHit({ entry, terms }, page, follow) {
  const show = (text) => marked(pieces(text, hitsOf(text, terms)));
  const head = [
    el("span", { class: "search-kind" }, show(entry.kind)),
    el("span", { class: "search-title" }, show(entry.title)),
  ];
  const href = linkTo(entry, page);
  const place = placeOf(entry, page);
  return el("li", {}, href
    ? el("a", { class: "search-hit", href, onclick: follow }, head,
      entry.text && el("span", { class: "search-text" }, marked(excerpt(entry.text, hitsOf(entry.text, terms)))),
      el("span", { class: "search-where" }, place))
    // Without pages, as in JupyterLab, a result shows its whole text where it stands.
    : el("details", { class: "search-hit" }, el("summary", {}, head),
      el("p", { class: "search-text" }, show(entry.text)),
      el("p", { class: "kit-source" }, place)));
}

function placeOf({ slug, anchor, cite }, { titles }) {
  const page = anchor && titles.get(slug);
  return [page && `Trang: ${page}`, cite && `Nguồn: ${cite}`].filter(Boolean).join(" · ");
}

/** The address of an entry's place; null where there are no pages. */
export function linkTo({ slug, anchor }, { root, file }) {
  const end = anchor && `#${anchor}`;
  const link = root ? `${root}hoc/${slug}/${file}${end}` : pageLink(slug, anchor);
  // One who presents goes on presenting on the next page.
  return link && new URLSearchParams(location.search).has("trinh-bay") ? link.replace(/(?=#|$)/, "?trinh-bay") : link;
}

function marked(parts) {
  return parts.map(({ text, hit }) => (hit ? el("mark", {}, text) : text));
}

/** Whether the press on a link opens it elsewhere, in a new tab or window. */
export function opensElsewhere({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

/** Follow a link to a place on this page without loading it anew, for which browsers take it once it has a "?q=". */
export function stayOnPage(event) {
  const { hash, pathname, origin } = event.currentTarget;
  if (!hash || pathname !== location.pathname || origin !== location.origin) return;
  event.preventDefault();
  // Later, because a dialog around the results must have closed and given the focus back.
  setTimeout(() => {
    // A link to where one is already changes no address; who follows the address is told all the same.
    if (location.hash === hash) dispatchEvent(new Event("hashchange"));
    else location.hash = hash;
  });
}
