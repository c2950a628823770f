// One event, one task, one report, one disagreement of a plan, as they are shown.

import { button, el } from "../shared/common.js";
import { leftWords, longDayWords, occurrence } from "./dates.js";

/** An event; `id` only where a link may lead to it, `mine` marks it as the reader's own. */
export function buildEvent(event, { today, id = null, mine = false }) {
  const at = occurrence(event.when, today);
  return el("li", { class: `plan-entry plan-is-${at.state}`, id },
    buildMeta(event, at, mine),
    el("h4", {}, event.title),
    buildDate(event.when, at),
    buildLine("Ai báo cáo", event.by),
    buildLine("Gửi đến", event.to),
    buildFoot(event, event.remarks),
  );
}

function buildMeta({ kind, kindName, when }, at, mine) {
  return el("p", { class: "plan-meta" },
    buildLeft(at),
    el("span", { class: `plan-kind plan-kind-${kind}` }, kindName),
    el("span", { class: "plan-when" }, when.text),
    mine && el("span", { class: "plan-mine" }, "Đơn vị tôi"),
  );
}

function buildLeft(at) {
  const words = leftWords(at);
  return words ? el("strong", { class: "plan-left" }, words) : null;
}

/** The day that is counted to, where the plan's own words do not name it, and the hour. */
function buildDate({ due, hour }, at) {
  if (!due || at.state === "always" || at.state === "past") return null;
  return buildLine(due, [longDayWords(at.last), hour].filter(Boolean).join(", "));
}

function buildLine(label, text) {
  return text ? el("p", { class: "plan-line" }, el("span", { class: "plan-label" }, `${label}: `), text) : null;
}

function buildFoot({ notes, cite }, remarks = []) {
  return [
    ...remarks.map((remark) => el("p", { class: "plan-line" }, remark)),
    ...notes.map((note) => el("p", { class: "kit-note" }, `Ghi chú: ${note}`)),
    el("p", { class: "kit-source" }, `Nguồn: ${cite}`),
  ];
}

/** What the organiser says has changed since. */
export function buildNotices(notices) {
  return notices.map(({ date, says, source }) =>
    el("p", { class: "kit-note" }, el("span", { class: "plan-label" }, `Từ ngày ${date}: `), `${says} (${source})`));
}

/** A task; `folded` puts what is to be done in detail behind a line. */
export function buildDuty(duty, { folded = false } = {}) {
  const tasks = el("ul", { class: "plan-tasks" }, duty.tasks.map((task) => el("li", {}, task)));
  return el("li", { class: "plan-entry", id: duty.anchor },
    el("h4", {}, duty.title),
    duty.roles.map(({ role, words }) => buildLine(role, words)),
    buildLine("Thời gian", duty.when),
    folded ? el("details", {}, el("summary", {}, `Việc cụ thể: ${duty.tasks.length} ý`), tasks) : tasks,
    buildFoot(duty),
  );
}

export function buildReport(report, today) {
  const at = occurrence(report.when, today);
  return el("li", { class: `plan-entry plan-is-${at.state}`, id: report.anchor },
    el("p", { class: "plan-meta" }, buildLeft(at), el("span", { class: "plan-when" }, report.when.text)),
    el("h4", {}, report.title),
    buildDate(report.when, at),
    buildLine("Ai báo cáo", report.by),
    buildLine("Gửi đến", report.to),
    buildFoot(report),
  );
}

/** Where the plan disagrees with itself; `open(anchor)` leads to what it concerns. */
export function buildConflict({ note, reads, cite, at }, open) {
  return el("li", { class: "plan-entry" },
    el("p", {}, note),
    el("p", { class: "plan-label" }, "Lời của kế hoạch:"),
    el("ul", { class: "plan-tasks" }, reads.map((words) => el("li", {}, `“${words}”`))),
    el("p", { class: "kit-source" }, `Nguồn: ${cite}`),
    at.length > 0 && el("div", { class: "kit-row" },
      at.map(({ anchor, title }) => button(`Xem: ${title}`, () => open(anchor), { kind: "plan-go" }))),
  );
}
