// Opens the search from anywhere: the button in the header, "/", or an address that says what is searched for. What it
// needs is loaded at the first opening, by script elements, because pages opened by double click may not fetch.
import { addressQuery, addressedQuery } from "../../widgets/search/address.js";

/** @type {HTMLElement} */
const opener = document.querySelector("[data-search-open]");
// `field` is the page that has the search in it, where a course has one.
const { index, module, root, file, field } = opener.dataset;
const FOLLOWED = "followed";
const LIMIT_MS = 10_000;
const make = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};
const place = make("div", {});
const close = make("button", { type: "button", className: "button search-close", textContent: "Đóng" });
const dialog = make("dialog", { className: "search-dialog" }, close, place);
dialog.setAttribute("aria-label", "Tìm kiếm");
// Browsers of before 2022 may not.
const knowsDialogs = Boolean(dialog.showModal);
let mounted = null;

function load(src) {
  return new Promise((resolve, reject) => {
    const script = make("script", { src, onload: resolve });
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} could not be loaded`));
    };
    document.head.append(script);
  });
}

/** Unpack what server/publish/search_index.py has packed. */
function entriesOf(columns) {
  return columns.id.map((id, row) => {
    const entry = Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name][row]]));
    return entry.anchor === "=" ? { ...entry, anchor: id } : entry;
  });
}

async function mount() {
  const wait = make("p", { className: "search-notice", textContent: "Đang tải phần tìm kiếm…" });
  wait.setAttribute("role", "status");
  place.replaceChildren(wait);
  await Promise.all([window.kitSearchIndex ?? load(index), window.kitWidgets?.search ?? load(module)]);
  const url = URL.createObjectURL(new Blob([window.kitWidgets.search.esm], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  URL.revokeObjectURL(url);
  // It came too late; the next try finds all that it needs.
  if (!wait.isConnected) return;
  // The home page of the static site lies at the root itself, whose address is empty there.
  const state = { entries: entriesOf(window.kitSearchIndex), root: root || "./", file };
  const nothing = () => {};
  place.replaceChildren();
  await widget.render({
    model: { get: (name) => state[name], set: nothing, save_changes: nothing, on: nothing, off: nothing },
    el: place,
  });
}

function tooLate() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The search has not come within ${LIMIT_MS} ms`)), LIMIT_MS);
  });
}

/** Say what helps: the network, or where pages are files the whole folder; and where one may search without the index. */
function fail(error) {
  console.error(error);
  mounted = null;
  const textContent = location.protocol === "file:"
    ? "Không mở được tệp của phần tìm kiếm. Đồng chí hãy chép lại cả thư mục tài liệu rồi mở lại trang này."
    : "Chưa tải được phần tìm kiếm. Đồng chí hãy kiểm tra mạng rồi bấm “Thử lại”.";
  const said = make("p", { textContent });
  said.setAttribute("role", "alert");
  const again = make("button", { type: "button", className: "button", textContent: "Thử lại", onclick: () => show("input") });
  const other = field ? [make("a", { className: "button", href: field, textContent: "Mở trang có ô tìm kiếm" })] : [];
  place.replaceChildren(make("div", { className: "search-notice" }, said, make("p", {}, again, ...other)));
}

/** Load what is not there yet, and let the reader go on at what `selector` names. */
async function show(selector) {
  mounted ??= Promise.race([mount(), tooLate()]).catch(fail);
  await mounted;
  /** @type {HTMLInputElement} */
  const next = place.querySelector(selector) ?? place.querySelector("button");
  next.focus();
  next.select?.();
}

function open(selector = "input") {
  if (dialog.open || opener.hidden) return;
  if (!knowsDialogs) return location.assign(field);
  dialog.returnValue = "";
  dialog.showModal();
  show(selector);
}

/** An address that says what is searched for, and no place, is where a result was followed from, or was given on. */
function followAddress() {
  const hasField = field && new URL(field, location.href).pathname === location.pathname;
  if (addressedQuery() && !location.hash && !hasField) open(".search-status");
}

function isTyping({ target }) {
  return target.isContentEditable || target.matches?.("input, textarea, select, [role=textbox]");
}

document.body.append(dialog);
opener.addEventListener("click", () => open());
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target.closest("a")) dialog.close(FOLLOWED);
  // A click beside the dialog counts as one on the dialog itself.
  else if (event.target === dialog) dialog.close();
});
// Whoever closes it has done with it; whoever has followed a result may come back to the others.
dialog.addEventListener("close", () => dialog.returnValue === FOLLOWED || addressQuery(""));
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  event.preventDefault();
  open();
});
addEventListener("popstate", followAddress);
addEventListener("pageshow", followAddress);
opener.hidden = !knowsDialogs && !field;
