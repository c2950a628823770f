// Taking one's progress to another device, as a file or as copied text, and deleting it; nothing happens without a
// confirmation, and nothing is sent anywhere.

import { button, el, saveFile } from "../shared/common.js";
import { openOutside } from "../shared/browsers.js";
import { copyText } from "../shared/clipboard.js";
import { dayOf, dayText } from "../shared/days.js";
import { checkProgress, exportProgress, importProgress, progressFileName, progressStorage, readFile } from "./file.js";
import { clearSaved } from "./reading.js";

/**
 * Make the part of the page; `onchange` is called when storage holds something else. `erase`: whether everything can
 * be deleted here.
 */
export function createTransfer(onchange, { erase: erasable = true } = {}) {
  const view = { onchange, file: null };
  view.said = el("p", { class: "kit-said", role: "status" });
  view.save = button("Tải tiến độ về máy", () => save(view));
  view.copy = button("Sao chép nội dung", () => copy(view));
  view.input = el("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => read(view) });
  view.choose = button("Nhập tiến độ từ tệp", () => view.input.click());
  view.paste = button("Dán nội dung đã sao chép", () => openPasting(view), { "aria-expanded": "false" });
  view.pasting = createPasting(view);
  view.erase = erasable ? button("Xóa toàn bộ tiến độ", () => askErase(view), { kind: "kit-quiet" }) : null;
  view.question = el("p", {});
  view.answers = el("div", { class: "kit-row" });
  view.confirm = el("div", { class: "kit-confirm", role: "group", tabindex: "-1", hidden: true },
    view.question, view.answers);
  view.confirm.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(view, "");
  });
  const outside = openOutside();
  view.node = el("div", { class: "kit-transfer" },
    outside && el("p", { class: "kit-note" }, outside),
    el("div", { class: "kit-row" }, view.save, view.copy, view.choose, view.input, view.paste, view.erase),
    view.pasting, view.confirm, view.said);
  return {
    node: view.node,
    /** Offer the file, from another place on the page too. */
    save: () => save(view),
    /** Only what is there can be taken along or deleted. */
    sync: (some) => {
      for (const node of [view.save, view.copy, view.erase]) if (node) node.hidden = !some;
    },
  };
}

function contents() {
  return JSON.stringify(exportProgress(progressStorage(), Date.now()));
}

/** Whether a file has arrived only the reader can see: no browser tells the page. */
function save(view) {
  const name = progressFileName(Date.now());
  saveFile(new Blob([contents()], { type: "application/json" }), name);
  view.said.textContent = `Trang đã đưa tệp ${name} cho trình duyệt lưu; hãy chép tệp sang máy khác rồi nhập ở trang này. ` +
    "Nếu không thấy tệp trong phần tải về, đồng chí dùng nút “Sao chép nội dung”.";
}

async function copy(view) {
  const text = contents();
  if (await copyText(text)) {
    view.said.textContent = "Đã sao chép. Hãy dán vào một tin nhắn gửi cho chính mình, rồi dán lại ở trang này trên máy khác.";
    return;
  }
  openPasting(view, text);
  view.said.textContent = "Trình duyệt không cho trang tự sao chép. Hãy chọn hết nội dung trong ô trên rồi sao chép.";
}

/** The field that copied text is put into; where copying is refused, it holds the text to be copied by hand. */
function createPasting(view) {
  view.field = el("textarea", { class: "kit-field kit-wide", rows: "4", spellcheck: "false" });
  return el("div", { class: "kit-pasting", hidden: true },
    el("label", {}, "Nội dung tiến độ", view.field),
    el("div", { class: "kit-row" }, button("Nhập nội dung này", () => receive(view, checkProgress(view.field.value), view.paste))));
}

function openPasting(view, text = "") {
  view.pasting.hidden = false;
  view.paste.setAttribute("aria-expanded", "true");
  view.field.value = text;
  view.field.focus();
  if (text) view.field.select();
}

async function read(view) {
  const [file] = view.input.files;
  // The same file may be chosen again, after it was refused.
  view.input.value = "";
  if (file) receive(view, await readFile(file), view.choose);
}

/** Ask what is to be done with progress that was read; `from` gets the focus back. */
function receive(view, { ok, error, data }, from) {
  if (!ok) return close(view, error);
  view.from = from;
  const day = dayText(dayOf(Date.parse(data.saved)));
  ask(view, `Tệp ghi tiến độ ngày ${day}. Gộp thì giữ cả hai bên; thay thì bỏ tiến độ đang có trên máy này.`, [
    button("Gộp vào máy này", () => take(view, data, "merge"), { kind: "kit-primary" }),
    button("Thay tiến độ trên máy này", () => take(view, data, "replace")),
    button("Không nhập", () => close(view, "")),
  ]);
  return undefined;
}

function take(view, data, mode) {
  const { ok, error } = importProgress(progressStorage(), data, mode);
  if (ok) {
    view.pasting.hidden = true;
    view.paste.setAttribute("aria-expanded", "false");
    view.onchange();
  }
  close(view, ok ? "Đã nhập tiến độ." : error);
}

function askErase(view) {
  view.from = view.erase;
  ask(view, "Xóa mọi câu trả lời, thẻ đã đọc, thẻ ghi nhớ và ghi chú trên máy này? Đã xóa thì không lấy lại được.", [
    button("Xóa hết", () => erase(view), { kind: "kit-primary" }),
    button("Giữ lại", () => close(view, "")),
  ]);
}

function erase(view) {
  clearSaved();
  view.onchange();
  close(view, "Đã xóa toàn bộ tiến độ trên máy này.");
}

function ask(view, question, answers) {
  view.said.textContent = "";
  view.question.textContent = question;
  view.confirm.setAttribute("aria-label", question);
  view.answers.replaceChildren(...answers);
  view.confirm.hidden = false;
  view.confirm.focus();
}

/** Put the question away, say what came of it, and give the focus back. */
function close(view, said) {
  const asked = !view.confirm.hidden;
  view.confirm.hidden = true;
  view.said.textContent = said;
  if (asked) (view.from.hidden ? view.choose : view.from).focus();
}
