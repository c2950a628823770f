// Keeps what the kernel hands over on this device, gives it back to a new kernel, and says when the kernel is gone.

import { button, el } from "../shared/common.js";
import { sendInParts } from "../file_field/parts.js";

const PREFIX = "hoc-tac-pham/";
// What could not be read again is not written over.
const ASIDE = "-cu";
const ANSWER_MS = 20_000;
const ASK_EVERY_MS = 10_000;
const FULL =
  "Trình duyệt không giữ được nội dung đang soạn trên máy này (hết chỗ hoặc không cho lưu). Hãy bấm “Lưu thành tệp” trước khi đóng trang.";
const GONE = "Phần tính toán của trang đã dừng. Những gì đã soạn vẫn giữ trên máy này; tải lại trang để làm tiếp.";

function render({ model, el: host }) {
  const life = new AbortController();
  const view = {
    model, key: PREFIX + model.get("name"), asked: 0, last: 0,
    said: el("p", { class: "kit-said keeper-said", role: "alert" }),
    reload: button("Tải lại trang", () => location.reload(), { kind: "kit-primary", hidden: true }),
  };
  const keep = () => save(view);
  const hear = (content, buffers) => told(view, content, buffers);
  model.on("change:kept", keep);
  model.on("msg:custom", hear);
  // The reader's own acts ask; a page that nobody uses may rest.
  for (const act of ["pointerdown", "keydown"]) addEventListener(act, () => ask(view), { signal: life.signal, capture: true });
  host.append(el("div", { class: "keeper", lang: "vi" }, view.said, view.reload));
  sendInParts(model, view.key, new TextEncoder().encode(load(view.key)).buffer);
  return () => {
    life.abort();
    clearTimeout(view.asked);
    model.off("change:kept", keep);
    model.off("msg:custom", hear);
    host.replaceChildren();
  };
}

function load(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function save({ model, key, said }) {
  try {
    localStorage.setItem(key, model.get("kept"));
    said.textContent = "";
  } catch {
    said.textContent = FULL;
  }
}

function told(view, content, buffers) {
  if (content.do === "hand-over") handOver(content, buffers);
  if (content.do === "begun" && !content.usable) putAside(view.key);
  clearTimeout(view.asked);
  view.asked = 0;
}

function putAside(key) {
  try {
    localStorage.setItem(key + ASIDE, load(key));
  } catch {
    // There is no room for both; what was kept stays until something new is.
  }
}

function ask(view) {
  if (view.asked || Date.now() - view.last < ASK_EVERY_MS || view.model.get("busy")) return;
  view.last = Date.now();
  view.model.send({ do: "ask" });
  view.asked = setTimeout(() => gone(view), ANSWER_MS);
}

function gone(view) {
  view.asked = 0;
  if (view.model.get("busy")) return;
  view.said.textContent = GONE;
  view.reload.hidden = false;
}

function handOver({ name, kind }, [body]) {
  const href = URL.createObjectURL(new Blob([body], { type: kind }));
  const link = el("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

export default { render };
