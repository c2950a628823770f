// One unit's year: what comes next, the months, who does what; the unit chosen stays on this device.

import { button, createStore, el, onAddress, reveal, saveFile } from "../shared/common.js";
import { openOutside } from "../shared/browsers.js";
import { dayNumber, vietnamDay } from "./dates.js";
import { calendarText } from "./file.js";
import { buildNotices } from "./entries.js";
import { buildConflicts, buildNext, buildWho, buildYear } from "./panels.js";
import { createTabs } from "./tabs.js";

const MINUTE = 60_000;
const PANELS = [
  { name: "sap-toi", label: "Sắp tới", build: buildNext },
  { name: "ca-nam", label: "Cả năm", build: buildYear },
  { name: "ai-lam-gi", label: "Ai làm gì", build: buildWho },
  { name: "chua-thong-nhat", label: "Chỗ chưa thống nhất", build: buildConflicts },
];

function render({ model, el: host }) {
  const plans = model.get("plans");
  const store = createStore(model.get("session"), model.get("key"));
  const panels = PANELS.map(({ name, label }) => ({ name, label, panel: el("div", { class: "plan-panel" }) }));
  const view = {
    plans, store, panels, today: vietnamDay(Date.now()), kept: true, everyone: false, unit: undefined,
    ...restoreChoice(store.load(), plans),
    choose: (unit) => chooseUnit(view, unit),
    open: (name) => openEntry(view, name),
    tabs: createTabs(panels, "Các cách xem kế hoạch"),
    planChoice: el("select", { class: "kit-field kit-wide", onchange: () => choosePlan(view, view.planChoice.value) },
      plans.map(({ id, unit }) => el("option", { value: id }, unit))),
    unitChoice: el("select", { class: "kit-field kit-wide", onchange: () => chooseUnit(view, view.unitChoice.value) }),
    status: el("p", { class: "kit-hidden", role: "status" }),
    refused: el("p", { class: "kit-note", role: "status" }),
    undated: el("p", { class: "kit-source" }),
    said: el("p", { class: "kit-source", role: "status" }),
    address: el("p", { class: "kit-source" }),
    notices: el("div", { class: "plan-notices" }),
  };
  host.append(
    el("section", { class: "kit plan", "aria-label": model.get("title") },
      el("h2", { class: "kit-title" }, model.get("title")),
      buildControls(view), view.refused, view.notices, view.tabs.node, view.panels.map(({ panel }) => panel), view.status),
  );
  draw(view);
  return follow(view, host);
}

/** What still fits of what was saved; the first plan and no organisation else. */
function restoreChoice(saved, plans) {
  const plan = plans.find(({ id }) => id === saved.plan) ?? plans[0];
  const units = saved.units && typeof saved.units === "object" ? saved.units : {};
  return { plan, units: { ...units } };
}

function buildControls(view) {
  const outside = openOutside();
  return el("div", { class: "plan-controls" },
    el("label", {}, "Kế hoạch của", view.planChoice),
    el("label", {}, "Đơn vị tôi", view.unitChoice),
    el("div", { class: "plan-file" },
      button("Tải lịch (.ics)", () => download(view), { kind: "kit-primary" }),
      el("p", { class: "kit-source" },
        "Mở tệp bằng Google Lịch, Outlook hoặc lịch của điện thoại. Tệp có sẵn lời nhắc trước một tuần và trước một ngày; có ứng dụng không nhận lời nhắc từ tệp. Mốc chỉ có một lần mà đã qua thì không có trong tệp."),
      view.undated, view.said, view.address, outside && el("p", { class: "kit-note" }, outside),
    ),
  );
}

/** Follow the address and the day; give back what ends both. */
function follow(view, host) {
  const ending = new AbortController();
  onAddress(ending.signal, view.open);
  const timer = setInterval(() => renewDay(view), MINUTE);
  // A phone that slept shows the new day as soon as it is looked at.
  document.addEventListener("visibilitychange", () => renewDay(view), { signal: ending.signal });
  return () => {
    clearInterval(timer);
    ending.abort();
    host.replaceChildren();
  };
}

function renewDay(view) {
  const today = vietnamDay(Date.now());
  if (dayNumber(today) === dayNumber(view.today)) return;
  view.today = today;
  draw(view);
}

function draw(view) {
  const { plan, units, planChoice, unitChoice } = view;
  view.unit = view.everyone ? undefined : plan.organisations.find(({ id }) => id === units[plan.id]);
  planChoice.value = plan.id;
  unitChoice.replaceChildren(
    el("option", { value: "" }, "Mọi đơn vị"),
    ...plan.organisations.map(({ id, name }) => el("option", { value: id }, name)),
  );
  unitChoice.value = view.unit?.id ?? "";
  showAddress(view);
  const undated = plan.events.filter(({ when }) => !when.due).length;
  view.undated.textContent = undated
    ? `Không có trong tệp: ${undated} việc mà kế hoạch không ghi ngày, tháng; xem cuối mục “Cả năm”.`
    : "";
  view.notices.replaceChildren(...buildNotices(plan.notices));
  for (const [index, { build }] of PANELS.entries()) {
    view.panels[index].panel.replaceChildren(...build(view).flat(3).filter(Boolean));
  }
  view.refused.textContent = view.kept
    ? ""
    : "Trình duyệt không cho lưu trên máy này: khi mở lại trang, đồng chí cần chọn lại kế hoạch và đơn vị.";
}

function choosePlan(view, id) {
  view.plan = view.plans.find((plan) => plan.id === id);
  view.everyone = false;
  keep(view);
  view.status.textContent = `Đang xem kế hoạch của ${view.plan.unit}.`;
}

function chooseUnit(view, id) {
  view.units[view.plan.id] = id;
  view.everyone = false;
  const inside = view.panels.some(({ panel }) => panel.contains(document.activeElement));
  keep(view);
  view.status.textContent = view.unit ? `Đang xem việc của: ${view.unit.name}.` : "Đang xem mọi đơn vị.";
  // The button that was pressed is gone with what stood around it.
  if (inside) reveal(view.panels.find(({ panel }) => !panel.hidden).panel.querySelector("h3"));
}

function keep(view) {
  view.kept = view.store.save({ plan: view.plan.id, units: view.units });
  draw(view);
}

/** Show what a link names, in the plan it belongs to; the reader's own choice stays saved as it was. */
function openEntry(view, name) {
  const named = ({ anchor }) => anchor === name;
  const plan = view.plans.find(({ events, duties, reports }) => [...events, ...duties, ...reports].some(named));
  if (!plan) return;
  view.plan = plan;
  view.everyone = !plan.events.some(named);
  draw(view);
  const found = view.panels.find(({ panel }) => panel.querySelector(`[id="${CSS.escape(name)}"]`));
  if (!found) return;
  view.tabs.choose(found.name);
  reveal(found.panel.querySelector(`[id="${CSS.escape(name)}"]`));
}

/** Where a browser does not save what a page makes, the page of the kit has the whole year's file at an address. */
function showAddress({ plan, address, said }) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const files = document.querySelectorAll("link[type='text/calendar']");
  const link = [...files].find(({ title }) => title === plan.id);
  said.textContent = "";
  address.replaceChildren(
    ...(link ? ["Nếu trình duyệt không lưu được tệp, hãy mở ", el("a", { href: link.href }, "tệp lịch cả năm"), "."] : []));
}

function download({ plan, today, said }) {
  const text = calendarText(plan.calendar, dayNumber(today));
  if (!text) {
    said.textContent = "Kế hoạch không còn mốc nào ở phía trước, nên không có tệp để tải.";
    return;
  }
  saveFile(new Blob([text], { type: "text/calendar;charset=utf-8" }), `lich-${plan.id}.ics`);
  said.textContent = `Trang đã đưa tệp lich-${plan.id}.ics cho trình duyệt lưu.`;
}

export default { render };
