// Taking one's progress to another device as a file, and deleting it; nothing happens without a confirmation.

import { button, el, saveFile } from "../shared/common.js";
import { dayOf, dayText } from "../shared/days.js";
import { exportProgress, importProgress, progressFileName, progressStorage, readFile } from "./file.js";
import { clearSaved } from "./reading.js";

/** Make the part of the page; `onchange` is called when storage holds something else. */
export function createTransfer(onchange) {
  const view = { onchange, file: null };
  view.said = el("p", { class: "progress-said", role: "status" });
  view.save = button("Tải tiến độ về máy", () => save(view));
  view.input = el("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => read(view) });
  view.choose = button("Nhập tiến độ từ tệp", () => view.input.click());
  view.erase = button("Xóa toàn bộ tiến độ", () => askErase(view), { kind: "kit-quiet" });
  view.question = el("p", {});
  view.answers = el("div", { class: "kit-row" });
  view.confirm = el("div", { class: "progress-confirm", role: "group", tabindex: "-1", hidden: true },
    view.question, view.answers);
  view.confirm.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close(view, "");
  });
  view.node = el("div", { class: "progress-transfer" },
    el("div", { class: "kit-row" }, view.save, view.choose, view.input, view.erase), view.confirm, view.said);
  return {
    node: view.node,
    /** Only what is there can be taken along or deleted. */
    sync: (some) => {
      view.save.hidden = !some;
      view.erase.hidden = !some;
    },
  };
}

function save(view) {
  const now = Date.now();
  const text = JSON.stringify(exportProgress(progressStorage(), now));
  saveFile(new Blob([text], { type: "application/json" }), progressFileName(now));
  view.said.textContent = `Đã tạo tệp ${progressFileName(now)}. Hãy chép tệp sang máy khác rồi nhập ở trang này.`;
}

async function read(view) {
  const [file] = view.input.files;
  // The same file may be chosen again, after it was refused.
  view.input.value = "";
  if (!file) return;
  const { ok, error, data } = await readFile(file);
  if (!ok) return close(view, error);
  view.from = view.choose;
  const day = dayText(dayOf(Date.parse(data.saved)));
  ask(view, `Tệp ghi tiến độ ngày ${day}. Gộp thì giữ cả hai bên; thay thì bỏ tiến độ đang có trên máy này.`, [
    button("Gộp vào máy này", () => take(view, data, "merge"), { kind: "kit-primary" }),
    button("Thay tiến độ trên máy này", () => take(view, data, "replace")),
    button("Không nhập", () => close(view, "")),
  ]);
}

function take(view, data, mode) {
  const { ok, error } = importProgress(progressStorage(), data, mode);
  if (ok) view.onchange();
  close(view, ok ? "Đã nhập tiến độ từ tệp." : error);
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
