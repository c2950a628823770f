// A session that tells the plans of several units asks first which one is the reader's, and opens that one alone.
import { createStore } from "../../../widgets/shared/store.js";

/** Ask above the first plan. The choice is the one of the calendar page, kept where that page keeps it. */
export function setUpPlans(cells) {
  /** @type {HTMLDetailsElement[]} */
  const plans = [...cells.querySelectorAll("details.plan-part")];
  if (!plans.length) return;
  const { kept } = plans[0].dataset;
  const store = kept ? createStore(kept, "lich") : null;
  const open = (wanted) => plans.forEach((plan) => (plan.open = wanted === "" || plan.dataset.plan === wanted));
  const choose = (wanted) => {
    open(wanted);
    if (wanted) store?.save({ ...store.load(), plan: wanted });
  };
  const entries = [...plans.map(({ dataset }) => [dataset.plan, dataset.name]), ["", "Xem mọi kế hoạch"]];
  const choices = entries.map(([value, words]) => choice(value, words, choose));
  const saved = store?.load().plan;
  const own = choices.find(({ input }) => input.value === saved);
  if (own) {
    own.input.checked = true;
    open(own.input.value);
  }
  const legend = document.createElement("legend");
  legend.textContent = "Đơn vị đồng chí theo kế hoạch nào?";
  const field = document.createElement("fieldset");
  field.className = "plan-choice";
  field.append(legend, ...choices.map(({ label }) => label));
  plans[0].previousElementSibling.before(field);
}

function choice(value, words, choose) {
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "ke-hoach-cua-toi", value });
  input.addEventListener("change", () => choose(value));
  const label = document.createElement("label");
  label.append(input, words);
  return { input, label };
}
