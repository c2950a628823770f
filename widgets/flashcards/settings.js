// What the reader chooses: decks, new cards a day, the day to be ready for; and the file for another device.

import { button, el } from "../shared/common.js";
import { dayOf, isoDay } from "../shared/days.js";
import { targetPhase } from "./schedule.js";
import { targetFault, withDecks, withLimit, withTarget } from "./study.js";
import { progressStorage } from "../progress/file.js";
import { createTransfer } from "../progress/transfer.js";

const LIMITS = [5, 10, 15, 20, 30];

/** `view` gives `uid`, `model`, `cards`, `state`, `change(edit)` and `imported()`. */
export function createSettings(view) {
  const [decks, pace] = [createDecks(view), createPace(view)];
  const transfer = createTransfer(() => view.imported(), { erase: false });
  return {
    node: el("div", { class: "flashcards-settings" },
      fold("Chọn bộ thẻ", decks), fold("Nhịp học và ngày cần thuộc", pace),
      fold("Mang tiến độ sang máy khác", transfer)),
    sync() {
      decks.sync();
      pace.sync();
      transfer.sync(progressStorage() !== null);
    },
  };
}

function fold(title, { node }) {
  return el("details", { class: "flashcards-fold" }, el("summary", {}, title), node);
}

function createDecks(view) {
  const decks = view.model.get("decks");
  const boxes = new Map(decks.map((deck) => [deck.id, checkbox(() => choose([deck.id], boxes.get(deck.id).checked))]));
  const groups = [...new Set(decks.map(({ group }) => group))].map((group) => createGroup(group));

  function createGroup(group) {
    const own = decks.filter((deck) => deck.group === group);
    const ids = own.map(({ id }) => id);
    const all = checkbox(() => choose(ids, all.checked));
    const node = el("fieldset", { class: "flashcards-group" }, el("legend", {}, group),
      own.length > 1 && choice(all, "Cả buổi", ids),
      own.map((deck) => choice(boxes.get(deck.id), deck.title, [deck.id])));
    return { node, all, ids };
  }

  function choice(box, title, ids) {
    const count = view.cards.filter(({ deck }) => ids.includes(deck)).length;
    return el("label", { class: "flashcards-choice" }, box, el("span", {}, `${title} (${count}\u00a0thẻ)`));
  }

  function choose(ids, wanted) {
    view.change((state) => {
      const others = state.off.filter((id) => !ids.includes(id));
      return withDecks(state, view.cards, wanted ? others : [...others, ...ids], Date.now());
    });
  }

  return {
    node: el("div", {}, groups.map(({ node }) => node)),
    sync() {
      const { off } = view.state;
      for (const [id, box] of boxes) box.checked = !off.includes(id);
      for (const { all, ids } of groups) {
        const chosen = ids.filter((id) => !off.includes(id)).length;
        all.checked = chosen === ids.length;
        all.indeterminate = chosen > 0 && chosen < ids.length;
      }
    },
  };
}

function checkbox(onchange) {
  return el("input", { type: "checkbox", onchange });
}

function createPace(view) {
  const limit = el("select", {
    class: "kit-field", id: `${view.uid}-limit`,
    onchange: () => view.change((state) => withLimit(state, Number(limit.value))),
  });
  const day = el("input", {
    type: "date", class: "kit-field", id: `${view.uid}-day`, "aria-describedby": `${view.uid}-fault`,
  });
  const fault = el("p", { class: "flashcards-fault", id: `${view.uid}-fault`, role: "alert" });
  const drop = button("Bỏ ngày", () => setDay(""));

  function setDay(wanted) {
    say("");
    view.change((state) => withTarget(state, view.cards, wanted, Date.now()));
  }

  function ask() {
    const wrong = targetFault(day.value, Date.now());
    if (!wrong) return setDay(day.value);
    say(wrong);
    return day.focus();
  }

  function say(wrong) {
    fault.textContent = wrong;
    day.setAttribute("aria-invalid", String(Boolean(wrong)));
  }

  return {
    node: el("div", {},
      el("label", { class: "flashcards-label", for: limit.id }, "Số thẻ mới mỗi ngày"), limit,
      el("label", { class: "flashcards-label", for: day.id }, "Ôn cho ngày (buổi họp hoặc hội thi)"),
      el("div", { class: "kit-row" }, day, button("Đặt ngày", ask), drop),
      fault,
      el("p", { class: "kit-note" },
        "Trước ngày ấy, thẻ mới được chia đều cho các ngày còn lại, và thẻ nào cũng được ôn lại trong chặng cuối."),
    ),
    sync() {
      const { limit: chosen, target } = view.state;
      const choices = [...new Set([...LIMITS, chosen])].sort((one, other) => one - other);
      limit.replaceChildren(...choices.map((count) => el("option", { value: String(count) }, `${count} thẻ`)));
      limit.value = String(chosen);
      limit.disabled = targetPhase(target, Date.now()) === "before";
      day.min = isoDay(dayOf(Date.now()) + 1);
      // What the reader is typing stays.
      if (day.dataset.saved !== (target?.day ?? "")) day.value = day.dataset.saved = target?.day ?? "";
      drop.hidden = !target;
    },
  };
}
