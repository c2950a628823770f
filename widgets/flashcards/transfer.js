// The reader's whole progress as a file: taken along, and put in again on another device.

import { button, el, saveFile } from "../shared/common.js";
import { dayOf, dayText } from "../shared/days.js";
import {
  exportProgress, importProgress, progressFileName, progressStorage, readFile,
} from "../progress/file.js";

const NOTHING = "Trình duyệt không cho lưu trên máy này, nên chưa có tiến độ nào để tải về.";

/** `view` gives `imported(said)`, which shows anew what is saved. */
export function createTransfer(view) {
  const said = el("p", { class: "flashcards-said", role: "status" });
  const fault = el("p", { class: "flashcards-fault", role: "alert" });
  // Browsers name this field in their own language; the button does it in ours.
  const input = el("input", {
    type: "file", accept: ".json,application/json", hidden: true,
    onchange: () => input.files.length && read(input.files[0]),
  });
  const choose = button("Chọn tệp để nhập", () => input.click());
  const question = el("div", { class: "flashcards-question", role: "group", tabindex: "-1", hidden: true });

  function tell(text, wrong = "") {
    said.textContent = text;
    fault.textContent = wrong;
  }

  function takeAlong() {
    const storage = progressStorage();
    if (!storage) return tell("", NOTHING);
    const now = Date.now();
    const text = JSON.stringify(exportProgress(storage, now));
    saveFile(new Blob([text], { type: "application/json" }), progressFileName(now));
    return tell(`Đã tải tệp ${progressFileName(now)}. Hãy chép tệp sang máy mới rồi nhập ở trang này.`);
  }

  async function read(file) {
    tell("");
    question.hidden = true;
    const { error, data } = await readFile(file);
    // So that the same file can be chosen once more after an error.
    input.value = "";
    if (error) tell("", error);
    else ask(data);
  }

  function ask(data) {
    const saved = dayText(dayOf(Date.parse(data.saved)));
    const text = `Tệp được lưu ngày ${saved}, có ${Object.keys(data.items).length} phần tiến độ. ` +
      "Đồng chí muốn gộp với tiến độ đang có trên máy này hay thay tất cả bằng tệp?";
    question.setAttribute("aria-label", "Cách nhập tệp tiến độ");
    question.replaceChildren(
      el("p", {}, text),
      el("ul", {},
        el("li", {}, "Gộp: giữ cả hai bên; thẻ nào có ở cả hai thì lấy lần ôn sau cùng."),
        el("li", {}, "Thay: chỉ còn tiến độ trong tệp; tiến độ đang có trên máy này bị xóa.")),
      el("div", { class: "kit-row" },
        button("Gộp", () => put(data, "merge"), { kind: "kit-primary" }),
        button("Thay", () => put(data, "replace")),
        button("Không nhập", () => close())),
    );
    question.hidden = false;
    question.focus();
  }

  function close() {
    question.hidden = true;
    choose.focus();
  }

  function put(data, mode) {
    const { ok, error, count } = importProgress(progressStorage(), data, mode);
    question.hidden = true;
    if (ok) view.imported(`Đã nhập ${count} phần tiến độ.`);
    else tell("", error);
  }

  return {
    node: el("div", {},
      el("p", {}, "Tệp chứa toàn bộ tiến độ trên máy này: thẻ, câu trả lời, mục đã đọc và ghi chú riêng."),
      el("p", {}, "Trên máy cũ, hãy tải tệp về. Trên máy mới, mở trang này và chọn tệp ấy để nhập."),
      el("div", { class: "kit-row" }, button("Tải tệp tiến độ", takeAlong), choose, input),
      question, said, fault),
    tell,
  };
}
