// The four views of a plan: what comes next, the year, who does what, where the plan disagrees with itself.
// Each gets {plan, today, unit, choose, open}; `unit` is the reader's organisation, if one is chosen.

import { button, el } from "../shared/common.js";
import { dayNumber, endNumber, inOrder, longDayWords, monthOf, ofMonth } from "./dates.js";
import { buildConflict, buildDuty, buildEvent, buildNotices, buildReport } from "./entries.js";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What comes next, what goes on all the time, and what is over. */
export function buildNext(view) {
  const { ahead, always, past } = inOrder(view.plan.events, view.today);
  const list = (events) => el("ul", { class: "plan-list" }, events.map((event) => eventOf(view, event)));
  return [
    el("p", { class: "plan-today" }, `Hôm nay: ${longDayWords(dayNumber(view.today))} (giờ Việt Nam)`),
    buildTiming(view),
    el("h3", {}, "Mốc sắp tới"),
    ahead.length ? list(ahead) : el("p", {}, "Kế hoạch không còn mốc nào ở phía trước."),
    always.length > 0 && [el("h3", {}, "Làm thường xuyên"), list(always)],
    past.length > 0 &&
      el("details", { class: "plan-past-ones" },
        el("summary", {}, `Đã qua: ${past.length} mốc`), list(past)),
  ];
}

/** When the plan was made and its last date; where that is over, what is still counted. */
function buildTiming({ plan, today }) {
  const over = dayNumber(today) > endNumber(plan.end)
    ? " Mốc ấy đã qua; ở dưới chỉ còn những mốc mà kế hoạch ghi “hằng năm” hoặc đơn vị vẫn giữ."
    : "";
  return plan.timing ? el("p", { class: "plan-timing" }, plan.timing + over) : null;
}

function eventOf({ today, unit }, event, more = {}) {
  return buildEvent(event, { today, mine: Boolean(unit) && event.owners.includes(unit.id), ...more });
}

/** The year by month. Here stand the ids that links lead to, because every event of the plan is here. */
export function buildYear(view) {
  const { plan, today } = view;
  const list = (events) =>
    el("ul", { class: "plan-list" },
      events.map((event) => eventOf(view, event, { id: event.anchor })));
  const months = MONTHS.map((month) => {
    const events = ofMonth(plan.events, month);
    const now = month === today.month;
    return el("li", { class: "plan-month", "aria-current": now ? "date" : null },
      el("h3", {}, `Tháng ${month}`, now && el("span", { class: "plan-now" }, " · tháng này")),
      events.length ? list(events) : el("p", { class: "plan-none" }, "Không có mốc"),
    );
  });
  const loose = plan.events.filter(({ when }) => monthOf(when) === 0);
  return [
    el("ol", { class: "plan-year" }, months),
    loose.length > 0 && [el("h3", {}, "Kế hoạch không ghi tháng"), list(loose)],
  ];
}

/** Everybody's tasks and reports, or those of the reader's organisation. */
export function buildWho(view) {
  return view.unit ? buildUnit(view) : buildAllUnits(view);
}

function buildAllUnits({ plan, today, choose }) {
  return [
    el("h3", {}, "Chọn đơn vị để xem riêng việc của đơn vị ấy"),
    el("ul", { class: "plan-units" }, plan.organisations.map((unit) => el("li", {}, buildUnitButton(plan, unit, choose)))),
    part("Các việc", plan.duties.map((duty) => buildDuty(duty, { folded: true }))),
    part("Các báo cáo", plan.reports.map((report) => buildReport(report, today))),
  ];
}

function buildUnitButton(plan, unit, choose) {
  const counts = [
    ...dutiesOf(plan, unit).map(([role, duties]) => [duties.length, `việc ${role.toLowerCase()}`]),
    [unit.reports.length, "báo cáo phải gửi"], [unit.receives.length, "báo cáo nhận về"],
  ];
  const words = counts.filter(([count]) => count).map(([count, name]) => `${count} ${name}`);
  return el("button", { type: "button", class: "plan-unit kit-tile", onclick: () => choose(unit.id) },
    el("span", { class: "plan-unit-name" }, unit.name),
    el("span", { class: "plan-counts" }, words.join(" · ")));
}

function buildUnit(view) {
  const { plan, unit, today, choose } = view;
  const duties = dutiesOf(plan, unit);
  const reports = (ids) => plan.reports.filter(({ id }) => ids.includes(id)).map((report) => buildReport(report, today));
  const events = plan.events.filter(({ id }) => unit.events.includes(id)).map((event) => eventOf({ today, unit: null }, event));
  return [
    el("h3", {}, unit.name),
    unit.forms.length > 0 &&
      el("p", { class: "plan-line" }, `Kế hoạch còn ghi là: ${unit.forms.map((form) => `“${form}”`).join("; ")}.`),
    el("p", { class: "kit-source" }, `Nguồn: ${unit.cite}`),
    buildNotices(unit.notices),
    duties.length === 0 && el("p", {}, "Kế hoạch không nêu việc nào của đơn vị này."),
    ...duties.map(([role, those]) => part(role, those.map((duty) => buildDuty(duty)))),
    part("Báo cáo phải gửi và thời hạn", reports(unit.reports)),
    part("Mốc kế hoạch giao riêng", events),
    part("Báo cáo nhận về", reports(unit.receives)),
    el("p", { class: "kit-row" }, button("Xem mọi đơn vị", () => choose(""))),
  ];
}

/** What a unit does in which duties, as [role as it sees it, duties]; first those in which it is named first. */
function dutiesOf({ duties }, { id }) {
  const roles = new Map();
  const put = (role, duty) => roles.set(role, [...(roles.get(role) ?? []), duty]);
  const places = duties.map((duty) => duty.roles.findIndex(({ who }) => who.includes(id)));
  const first = (duty, index) => places[index] === 0 && put(duty.roles[0].role, duty);
  const further = (duty, index) => places[index] > 0 && put(duty.roles[places[index]].seen, duty);
  duties.forEach(first);
  duties.forEach(further);
  return [...roles];
}

function part(title, nodes) {
  return nodes.length ? [el("h3", {}, title), el("ul", { class: "plan-list" }, nodes)] : [];
}

/** Where the plan disagrees with itself, with links to what it concerns. */
export function buildConflicts({ plan, open }) {
  if (!plan.conflicts.length) return [el("p", {}, "Bộ tài liệu chưa thấy chỗ nào kế hoạch ghi khác nhau.")];
  return [
    el("p", {}, "Mỗi chỗ kế hoạch ghi khác nhau đều có ghi chú nêu cả hai cách ghi. Đồng chí hãy hỏi nơi ban hành trước khi dùng."),
    el("ul", { class: "plan-list" }, plan.conflicts.map((conflict) => buildConflict(conflict, open))),
  ];
}
