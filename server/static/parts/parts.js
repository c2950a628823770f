// The parts of a session: their list, the bar that leads through them, and which of them is read.
import { createPartsRead } from "./read.js";
import { READING_LINE, shape } from "./line.js";

// At the end of the page the line at which headings are counted lies so far down, as a share of the screen.
const LOWEST = 0.45;

/** Lead through the parts of a page: its headings of the second level in `cells`. */
export function setUpParts(cells) {
  const headings = [...cells.querySelectorAll(".cell.text h2")];
  if (headings.length < 3) return;
  /** @type {HTMLElement} */
  const list = document.querySelector("[data-contents]");
  /** @type {HTMLElement} */
  const bar = document.querySelector("[data-parts]");
  const links = headings.map((heading, index) => addLink(list.querySelector("ol"), heading, index));
  const fold = setUpSheet(list, bar.querySelector("[data-parts-list]"));
  links.forEach((link) => link.addEventListener("click", () => fold(false)));
  const reading = createPartsRead(headings, (index) => markRead(links[index]));
  if (reading.left && !location.hash) leadOn(document.querySelector("[data-go-on]"), reading.left);
  follow(headings, (index) => {
    showPart(index, headings, links, bar);
    reading.at(index);
  });
  atEnd(cells, reading.end);
  bar.querySelectorAll(".parts-step").forEach((step) => step.addEventListener("click", stepTo));
  list.hidden = bar.hidden = false;
  document.body.classList.add("has-parts");
}

function addLink(place, heading, index) {
  heading.id ||= `phan-${index + 1}`;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${heading.id}`;
  link.textContent = heading.textContent;
  item.append(link);
  place.append(item);
  return link;
}

/** On a phone the list is a sheet above the bar; returns what opens and closes it. */
function setUpSheet(list, button) {
  const fold = (open) => {
    list.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    fold(!list.classList.contains("open"));
    if (list.classList.contains("open")) list.querySelector("[aria-current]").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.classList.contains("open")) return;
    fold(false);
    button.focus();
  });
  addEventListener("click", ({ target }) => {
    if (!list.contains(target) && !button.contains(target)) fold(false);
  });
  return fold;
}

/** Mark a part in the list as read. */
function markRead(link) {
  if (link.querySelector(".contents-read")) return;
  const mark = document.createElement("span");
  mark.className = "contents-read";
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", "đã đọc");
  mark.textContent = "✓";
  link.append(mark);
}

/** Lead who comes back to the part at which one left off. */
function leadOn(place, heading) {
  if (!place) return;
  const link = place.querySelector("a");
  link.href = `#${heading.id}`;
  link.textContent = `Học tiếp: ${heading.textContent}`;
  link.addEventListener("click", stepTo);
  place.hidden = false;
}

function showPart(index, headings, links, bar) {
  links.forEach((link, place) => {
    if (place === index) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
  bar.querySelector("[data-parts-count]").textContent = `Phần ${index + 1}/${headings.length}`;
  bar.querySelector("[data-parts-title]").textContent = headings[index].textContent;
  bar.style.setProperty("--read", `${(100 * (index + 1)) / headings.length}%`);
  lead(bar.querySelector("[data-parts-back]"), headings[index - 1], "Phần trước");
  lead(bar.querySelector("[data-parts-next]"), headings[index + 1], "Phần sau");
}

function lead(link, heading, label) {
  link.hidden = !heading;
  if (!heading) return;
  link.href = `#${heading.id}`;
  link.setAttribute("aria-label", `${label}: ${heading.textContent}`);
}

/** Go to the part that a step leads to. A step is no page of its own: going back leaves the session. */
function stepTo(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { hash } = event.currentTarget;
  const heading = document.getElementById(hash.slice(1));
  history.replaceState(history.state, "", hash);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/**
 * Tell which part is read: the last one whose heading has come to the reading line. That line does not depend on the
 * size of the screen, so that a turned phone shows the same part; at the end of the page it goes down, for the last
 * headings cannot come up to it.
 */
function follow(headings, show) {
  let shown = -1;
  let laidOut = shape();
  const look = () => {
    // Laid out anew, the text has yet to come to its place (place.js): nobody has gone on to another part.
    if (shape() !== laidOut) {
      laidOut = shape();
      return;
    }
    const { scrollHeight, clientHeight } = document.documentElement;
    const lower = LOWEST * clientHeight - READING_LINE - (scrollHeight - clientHeight - scrollY);
    const line = READING_LINE + Math.max(0, lower);
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line).length;
    const index = Math.max(0, passed - 1);
    if (index !== shown) show((shown = index));
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("widgetsmounted", look);
  look();
}

/** Tell when the reader has come to the end of the text. */
function atEnd(cells, reached) {
  addEventListener("scroll", () => {
    if (cells.getBoundingClientRect().bottom <= document.documentElement.clientHeight) reached();
  }, { passive: true });
}
