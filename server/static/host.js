// Mounts anywidget widgets from the state saved in a page, without a kernel.
// The page holds <script type="application/json" id="kit-widgets"> with
// {models: {id: {module, state}}} and, where a widget is shown, <div data-model="id">.
// The modules ({name: {esm, css}}) stand in window.kitWidgets, or in the same JSON under
// "modules". The model interface is the one anywidget documents.
(() => {
  class Model {
    #state;
    #listeners = new Map();
    #changed = new Set();

    constructor(state) {
      this.#state = { ...state };
    }

    get(name) {
      return this.#state[name];
    }

    set(name, value) {
      if (this.#state[name] === value) return;
      this.#state[name] = value;
      this.#changed.add(name);
      this.#emit(`change:${name}`, value);
      this.#emit("change", undefined);
    }

    save_changes() {
      // There is no kernel to tell; what was set is already the truth of this page.
      this.#changed.clear();
    }

    on(names, callback) {
      for (const name of names.split(/\s+/)) {
        if (!this.#listeners.has(name)) this.#listeners.set(name, new Set());
        this.#listeners.get(name).add(callback);
      }
    }

    off(names, callback) {
      const targets = names ? names.split(/\s+/) : [...this.#listeners.keys()];
      for (const name of targets) {
        if (callback) this.#listeners.get(name)?.delete(callback);
        else this.#listeners.delete(name);
      }
    }

    send() {
      console.warn("This page has no kernel: a custom message was not sent.");
    }

    #emit(name, value) {
      for (const callback of [...(this.#listeners.get(name) ?? [])]) callback(value, this);
    }
  }

  /** Listeners that one widget life adds are released with it; `off` keeps its documented meaning. */
  function scoped(model, signal) {
    return new Proxy(model, {
      get(target, name) {
        if (name === "on") {
          return (names, callback) => {
            target.on(names, callback);
            signal.addEventListener("abort", () => target.off(names, callback), { once: true });
          };
        }
        const value = target[name];
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }

  const definitions = new Map();

  function load(hash, { esm, css }) {
    if (!definitions.has(hash)) {
      if (css) {
        const style = document.createElement("style");
        style.textContent = css;
        document.head.append(style);
      }
      const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
      definitions.set(
        hash,
        import(url)
          .then(async ({ default: widget }) => (typeof widget === "function" ? widget() : widget))
          .finally(() => URL.revokeObjectURL(url)),
      );
    }
    return definitions.get(hash);
  }

  async function mount(place, page, models) {
    const { module, state } = page.models[place.dataset.model];
    const widget = await load(module, modules[module]);
    const life = new AbortController();
    let entry = models.get(place.dataset.model);
    if (!entry) {
      const model = new Model(state);
      entry = { model, ready: Promise.resolve(widget.initialize?.({ model: scoped(model, life.signal) })) };
      models.set(place.dataset.model, entry);
    }
    await entry.ready;
    place.replaceChildren();
    const cleanup = await widget.render?.({ model: scoped(entry.model, life.signal), el: place });
    const watcher = new MutationObserver(() => {
      if (place.isConnected) return;
      watcher.disconnect();
      life.abort();
      if (typeof cleanup === "function") cleanup();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    place.dataset.mounted = "true";
  }

  const page = JSON.parse(document.getElementById("kit-widgets").textContent);
  const modules = { ...window.kitWidgets, ...page.modules };
  const models = new Map();
  for (const place of document.querySelectorAll("[data-model]")) {
    mount(place, page, models).catch((error) => {
      console.error(error);
      place.dataset.mounted = "failed";
    });
  }
})();
