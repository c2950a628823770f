// The result at the end of a run: the score, what to do next, and every question with its state.

import { button, el } from "../shared/common.js";
import { createTag } from "./kinds.js";
import { judge, verdict } from "./logic.js";
import { score } from "./progress.js";

export function createResult(progress, questions, { title, onretry, onrestart, onjump }) {
  const { right, total } = score(progress, questions);
  const wrong = total - right;
  const advice = wrong
    ? `Còn ${wrong} câu chưa đúng. Đồng chí có thể làm lại riêng những câu này.`
    : "Đồng chí đã trả lời đúng tất cả các câu.";
  return el(
    "section",
    { class: "quiz-result", "aria-label": `Kết quả: ${title}` },
    el("h3", { tabindex: "-1" }, "Kết quả"),
    el("p", { class: "quiz-score" }, `Đúng ${right}/${total}`),
    el("p", {}, advice),
    el(
      "div",
      { class: "kit-row" },
      wrong ? button("Làm lại các câu sai", onretry, { kind: "kit-primary" }) : null,
      button("Làm lại từ đầu", onrestart),
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
