// Paper gets the widgets' reading form, and the answers of a quiz on a page of their own at the end.
// host.js keeps that form in a <template> behind each widget, where nothing else on the page sees it.
(() => {
  // Charts are shown as they are: their picture, table, notes and sources can be read on paper.
  const SHOWN = ["figure_explorer"];
  const ANSWERS = "Đáp án";
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

  /** Take what follows the heading "Đáp án" out of a quiz's reading form, to stand at the end. */
  function answersOf(form) {
    const heading = [...form.querySelectorAll("h4")].find((node) => node.textContent === ANSWERS);
    if (!heading) return null;
    const section = document.createElement("section");
    section.className = "printed kit-block answers";
    const title = document.createElement("h2");
    title.textContent = `${ANSWERS}: ${form.querySelector("h3").textContent}`;
    section.append(title);
    while (heading.nextSibling) section.append(heading.nextSibling);
    heading.remove();
    form.classList.add("asked");
    return section;
  }

  function prepare() {
    if (undo.length) return;
    const end = document.querySelector(".lesson");
    for (const template of document.querySelectorAll("template.reading-form")) {
      const widget = /** @type {HTMLElement} */ (template.previousElementSibling);
      if (SHOWN.includes(widget.dataset.widget)) continue;
      const form = readingForm(template);
      const answers = answersOf(form);
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
