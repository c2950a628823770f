// The pause before cards that wait some minutes, when nothing else is left of the day.

import { button, el } from "../shared/common.js";

/** The time of day in Việt Nam, as "10:42". */
function timeText(time) {
  return new Date(time).toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit" });
}

/** `due`: when the next card comes; `ongo` is called where the reader does not wait. */
export function createPause(due, ongo) {
  return el("div", { class: "flashcards-end" },
    el("h3", { tabindex: "-1" }, `Thẻ tiếp theo gặp lại lúc ${timeText(due)}`),
    el("p", {}, "Nghỉ vài phút rồi ôn lại thì nhớ lâu hơn. Đồng chí có thể học việc khác; trang này nhớ các thẻ còn lại."),
    el("div", { class: "kit-row" }, button("Ôn luôn", ongo, { kind: "kit-primary" })));
}
