// Mounts anywidget widgets from the state saved in a page, without a kernel.
// The page holds <script type="application/json" id="kit-widgets"> with
// {models: {id: {module, state}}} and, where a widget is shown, <div data-model="id">.
// The modules ({name: {esm, css}}) stand in window.kitWidgets, or in the same JSON under
// "modules". The interface given to a widget is the one that anywidget documents.
import { NOT_LOADED, NOT_RUN, showReadingForm } from "./early/reading_form.js";

(() => {
  /** State of one widget, shared by its views; every listener belongs to an owner. */
  class Model {
    #state;
    #listeners = []; // {name, callback, owner}, in the order in which they came

    constructor(state) {
      this.#state = { ...state };
    }

    /** What a widget's code gets: the documented methods, bound to the owner of its listeners. */
    facade(owner) {
      return {
        get: (name) => this.#state[name],
        set: (name, value) => this.#set(name, value),
        // There is no kernel to tell; what was set already is the truth of this page.
        save_changes: () => {},
        send: () => console.warn("This page has no kernel: the widget's message was not sent."),
        on: (names, callback) => {
          for (const name of names.split(/\s+/)) this.#listeners.push({ name, callback, owner });
        },
        off: (names, callback) => this.off(owner, names, callback),
        widget_manager: undefined,
      };
    }

    /** Take away an owner's listeners: all, those for some events, or one callback's. */
    off(owner, names, callback) {
      const chosen = names?.split(/\s+/);
      this.#listeners = this.#listeners.filter(
        (entry) =>
          entry.owner !== owner ||
          (chosen && !chosen.includes(entry.name)) ||
          (callback && entry.callback !== callback),
      );
    }

    #set(name, value) {
      if (Object.is(this.#state[name], value)) return;
      this.#state[name] = value;
      this.#emit(`change:${name}`, value);
      this.#emit("change");
    }

    #emit(name, ...payload) {
      for (const entry of [...this.#listeners]) if (entry.name === name) entry.callback(this, ...payload);
    }
  }

  const page = JSON.parse(document.getElementById("kit-widgets").textContent);
  const modules = { ...window.kitWidgets, ...page.modules };
  const definitions = new Map(); // module name → promise of the widget's definition
  const models = new Map(); // model id → promise of {model, widget}

  function define(name) {
    if (!definitions.has(name)) definitions.set(name, load(modules[name]));
    return definitions.get(name);
  }

  async function load({ esm }) {
    const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
    try {
      return (await import(url)).default;
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  /** A model is made and initialized once, however many places show it. */
  function prepare(id) {
    if (!models.has(id)) models.set(id, create(page.models[id]));
    return models.get(id);
  }

  async function create({ module, state }) {
    const definition = await define(module);
    const widget = typeof definition === "function" ? await definition() : definition;
    const model = new Model(state);
    await widget.initialize?.({ model: model.facade(model) });
    return { model, widget };
  }

  async function mount(place) {
    const { model, widget } = await prepare(place.dataset.model);
    const view = {};
    keepReadingForm(place);
    place.replaceChildren();
    const cleanup = await widget.render?.({ model: model.facade(view), el: place });
    place.dataset.mounted = "true";
    leaving.set(place, () => {
      model.off(view);
      cleanup?.();
    });
  }

  /** What the page showed before the widget stays behind it, unseen, for paper (print.js). */
  function keepReadingForm(place) {
    place.dataset.widget = page.models[place.dataset.model].module;
    const form = place.querySelector(":scope > .plain");
    if (!form) return;
    const template = Object.assign(document.createElement("template"), { className: "reading-form" });
    template.content.append(form);
    place.after(template);
  }

  const leaving = new Map(); // place → what to do when it has left the page
  new MutationObserver(() => {
    for (const [place, leave] of leaving) {
      if (place.isConnected) continue;
      leaving.delete(place);
      leave();
    }
  }).observe(document.body, { childList: true, subtree: true });

  // All at once: each style that comes alone has the whole page styled anew, each module is waited for by itself.
  for (const name of new Set(Object.values(page.models).map(({ module }) => module))) {
    const css = modules[name]?.css;
    if (css) document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
    define(name).catch(() => {}); // Whoever mounts it says so.
  }

  // One widget after another, with a pause in which the page answers taps; none waits for another's end.
  let turn = Promise.resolve();
  const mounting = [...document.querySelectorAll("[data-model]")].map((place) => {
    const mounted = turn.then(() => mount(place)).catch((error) => fail(place, error));
    turn = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
    return mounted;
  });

  function fail(place, error) {
    console.error(error);
    showReadingForm(place, page.models[place.dataset.model].module in modules ? NOT_RUN : NOT_LOADED);
  }

  // Rows and paragraphs that the address names; cards and charts follow it by themselves (common.js, onAddress).
  function follow() {
    const place = document.getElementById("cells");
    /** @type {NodeListOf<HTMLElement> | undefined} */
    const named = place?.querySelectorAll("[id]");
    const node = [...(named ?? [])].find(({ id }) => `#${id}` === location.hash);
    if (!node) return;
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (node.tabIndex < 0) node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  }
  addEventListener("hashchange", follow);
  Promise.all(mounting).then(() => {
    // place.js waits for this to bring the reader back to where one stood.
    dispatchEvent(new Event("widgetsmounted"));
    // Widgets have moved what stands below them: whoever follows the address looks once more.
    if (location.hash) dispatchEvent(new Event("hashchange"));
  });
})();
