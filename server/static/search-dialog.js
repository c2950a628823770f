// Opens the search from anywhere: the button in the header, or "/". What it needs is loaded at the first opening,
// by script elements, because pages opened by double click may not fetch.
(() => {
  /** @type {HTMLElement} */
  const opener = document.querySelector("[data-search-open]");
  const { index, module, root, file } = opener.dataset;
  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const place = make("div", {});
  const close = make("button", { type: "button", className: "button search-close", textContent: "Đóng" });
  const dialog = make("dialog", { className: "search-dialog" }, close, place);
  dialog.setAttribute("aria-label", "Tìm kiếm");
  let mounted = null;

  function load(src) {
    return new Promise((resolve, reject) => {
      const script = make("script", { src, onload: resolve });
      script.onerror = () => {
        script.remove();
        reject(new Error(`${src} could not be loaded`));
      };
      document.head.append(script);
    });
  }

  /** Unpack what server/search.py has packed. */
  function entriesOf(columns) {
    return columns.id.map((id, row) => {
      const entry = Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name][row]]));
      return entry.anchor === "=" ? { ...entry, anchor: id } : entry;
    });
  }

  async function mount() {
    await Promise.all([window.kitSearchIndex ?? load(index), window.kitWidgets?.search ?? load(module)]);
    const url = URL.createObjectURL(new Blob([window.kitWidgets.search.esm], { type: "text/javascript" }));
    const { default: widget } = await import(url);
    URL.revokeObjectURL(url);
    // The home page of the static site lies at the root itself, whose address is empty there.
    const state = { entries: entriesOf(window.kitSearchIndex), root: root || "./", file };
    const nothing = () => {};
    place.replaceChildren();
    await widget.render({
      model: { get: (name) => state[name], set: nothing, save_changes: nothing, on: nothing, off: nothing },
      el: place,
    });
  }

  function fail(error) {
    console.error(error);
    mounted = null; // The next opening tries once more.
    const text = "Chưa tải được phần tìm kiếm. Đồng chí kiểm tra mạng, đóng lại rồi bấm “Tìm” lần nữa.";
    place.replaceChildren(make("p", { className: "search-failed", role: "alert", textContent: text }));
  }

  async function open() {
    if (dialog.open) return;
    dialog.showModal();
    mounted ??= mount().catch(fail);
    await mounted;
    const field = place.querySelector("input");
    field?.focus();
    field?.select();
  }

  function isTyping({ target }) {
    return target.isContentEditable || target.matches?.("input, textarea, select, [role=textbox]");
  }

  document.body.append(dialog);
  opener.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // A click beside the dialog counts as one on the dialog itself.
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    open();
  });
  opener.hidden = false;
})();
