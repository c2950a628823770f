// The answer to a core question, with all that it leads to: source, session, quiz, a link to copy, a mark.

import { button, commentary, el, kitLink, pageLink } from "../shared/common.js";
import { explainer } from "../glossary/glossary.js";

/** Make the answer of an entry; `view` is what the parts of the widget share. Who shows it calls `sync`. */
export function createAnswer(entry, view) {
  const explain = explainer(view.terms);
  const read = el("input", { type: "checkbox", onchange: () => view.mark(entry.id, read.checked) });
  const node = el("div", { class: "qa-answer" },
    el("p", {}, explain(entry.answer)),
    entry.notes.map((note) => el("p", { class: "kit-note" }, explain(`Ghi chú: ${note}`))),
    el("p", { class: "kit-source" }, explain(`Nguồn: ${entry.cite}`)),
    entry.commentary && commentary(explain(entry.commentary)),
    createPlaces(entry, view),
    el("div", { class: "kit-row" },
      el("label", { class: "qa-check" }, read, "Tôi đã đọc câu này"),
      createCopying(entry, view)),
  );
  return {
    node,
    sync() {
      read.checked = view.reading.isRead(entry.id);
    },
  };
}

/** Where to go on: the session's page and the quiz questions; words alone where there are no such pages. */
function createPlaces({ topic, quiz }, { sessions }) {
  const { title } = sessions.find(({ slug }) => slug === topic);
  return el("dl", { class: "qa-places" },
    el("dt", {}, "Buổi học"), el("dd", {}, kitLink(title, topic)),
    quiz.length > 0 && [
      el("dt", {}, "Tự kiểm tra"),
      el("dd", {}, quiz.map(({ id, session, label }) => kitLink(label, session, id))),
    ]);
}

/** A button that copies the link to this very question; where copying is refused, the link stands in a field. */
function createCopying({ id, question }, { page }) {
  const href = pageLink(page, id);
  if (href === null) return null;
  const address = new URL(href, location.href).href;
  const said = el("span", { class: "qa-said", role: "status" });
  const field = el("input", {
    class: "kit-field kit-wide", readOnly: true, value: address, "aria-label": "Đường dẫn đến câu này",
  });
  field.hidden = true;
  const copy = button("Chép đường dẫn", async () => {
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = "Đã chép.";
    } catch {
      // Without https, and in some browsers, a page may not write to the clipboard.
      said.textContent = "Trình duyệt không cho chép. Đồng chí hãy chép đường dẫn trong ô này.";
      field.hidden = false;
      field.focus();
      field.select();
    }
  }, { "aria-label": `Chép đường dẫn đến câu: ${question}` });
  return [copy, said, field];
}
