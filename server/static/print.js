// Paper gets the widgets' reading form, and the answers of a quiz on a page of their own at the end.
// host.js keeps that form in a <template> behind each widget, where nothing else on the page sees it.
(() => {
  // These are shown as they are: a chart's picture, table, notes and sources, and what the reader has written.
  const SHOWN = ["figure_explorer", "notes", "own_notes"];
  let undo = [];

  function readingForm(template) {
    const form = template.content.firstElementChild.cloneNode(true);
    form.className = "printed kit-block";
    form.querySelector(".plain-wait")?.remove();
    const fold = form.querySelector("details");
    fold.querySelector("summary").remove();
    fold.replaceWith(...fold.childNodes);
    return form;
  }

  /** Take the answers out of a quiz's reading form, to stand at the end. */
  function answersOf(form) {
    const section = form.querySelector(".answers");
    if (!section) return null;
    const title = document.createElement("h2");
    const heading = section.querySelector("h4");
    title.textContent = `${heading.textContent}: ${form.querySelector("h3").textContent}`;
    heading.replaceWith(title);
    section.className = "printed kit-block answers";
    section.remove();
    form.classList.add("asked");
    return section;
  }

  /** What the reader wrote in a widget's fields, by what it was written to; null where there is nothing. */
  function ownNotes(widget) {
    /** @type {NodeListOf<HTMLTextAreaElement>} */
    const fields = widget.querySelectorAll("textarea[data-own-note]");
    const written = [...fields].filter(({ value }) => value);
    if (!written.length) return null;
    const make = (tag, ...content) => {
      const node = document.createElement(tag);
      node.append(...content);
      return node;
    };
    const notes = written.map(({ dataset, value }) => make("p", make("strong", `${dataset.ownNote}: `), value));
    return make("section", make("h4", "Ghi chú của tôi"), ...notes);
  }

  function prepare() {
    if (undo.length) return;
    const end = document.querySelector(".lesson");
    for (const template of document.querySelectorAll("template.reading-form")) {
      const widget = /** @type {HTMLElement} */ (template.previousElementSibling);
      if (SHOWN.includes(widget.dataset.widget)) continue;
      const form = readingForm(template);
      const answers = answersOf(form);
      const notes = ownNotes(widget);
      if (notes) form.append(notes);
      template.after(form);
      if (answers) end.append(answers);
      widget.classList.add("has-printed");
      undo.push(() => (form.remove(), answers?.remove(), widget.classList.remove("has-printed")));
    }
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folds = document.querySelectorAll("main details:not([open])");
    for (const fold of folds) {
      fold.open = true;
      undo.push(() => (fold.open = false));
    }
    document.documentElement.classList.add("printing");
    undo.push(() => document.documentElement.classList.remove("printing"));
  }

  function restore() {
    for (const step of undo) step();
    undo = [];
  }

  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", restore);
})();
