// The result at the end of a run: the score, what to do next, and every question with its state.

import { button, el } from "../shared/common.js";
import { createTag } from "./kinds.js";
import { judge, verdict } from "./logic.js";
import { score } from "./progress.js";

export function createResult(progress, questions, { title, advice, actions, onjump }) {
  const { right, total } = score(progress, questions);
  const wrong = total - right;
  const onward = document.querySelector(".around a.primary");
  return el(
    "section",
    { class: "quiz-result", "aria-label": `Kết quả: ${title}` },
    el("h3", { tabindex: "-1" }, "Kết quả"),
    el("p", { class: "quiz-score" }, `Đúng ${right}/${total}`),
    el("p", { class: "quiz-word" }, wordFor(right / total)),
    el("p", {}, advice),
    el(
      "div",
      { class: "kit-row" },
      actions,
      // A session's page knows which one comes next.
      onward && el("a", { class: `kit-button ${wrong ? "" : "kit-primary"}`, href: onward.getAttribute("href") }, onward.textContent),
    ),
    el("p", { class: "quiz-key" }, "Xem lại từng câu"),
    el("ol", { class: "quiz-jumps" }, questions.map((question, index) => el("li", {}, jump(question, index)))),
  );

  function jump(question, index) {
    const result = judge(question, progress.answers[question.id].value);
    const label = button("", () => onjump(question.id), { kind: "quiz-jump" });
    label.append(
      el("span", { class: "quiz-text" }, `Câu ${index + 1}. ${question.prompt}`),
      " ",
      createTag(result.right, verdict(question, result)),
    );
    return label;
  }
}

/** A word on the whole, for the share of right answers. */
function wordFor(share) {
  if (share === 1) return "Rất tốt: đồng chí nắm chắc nội dung.";
  if (share >= 0.8) return "Tốt: đồng chí nắm được phần lớn nội dung.";
  if (share >= 0.5) return "Khá: đồng chí nên đọc lại phần chưa chắc.";
  return "Đồng chí nên đọc lại bài rồi trả lời lại; trả lời sai cũng là một cách học.";
}
