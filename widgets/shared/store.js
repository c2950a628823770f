// What stays on this device. No page here.

/** Key under which a widget keeps its progress; the home page reads keys with the same prefix. */
export function storageKey(session, key) {
  return `hoc-tac-pham/${session}/${key}`;
}

/** A saved object per widget. Where storage is refused (private mode), nothing is kept and nothing breaks. */
export function createStore(session, key) {
  const name = storageKey(session, key);
  return {
    load() {
      try {
        const value = JSON.parse(localStorage.getItem(name));
        return value && typeof value === "object" ? value : {};
      } catch {
        return {};
      }
    },
    /** `done` and `total` at the top level feed the progress shown on the home page. */
    save(value) {
      try {
        localStorage.setItem(name, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        localStorage.removeItem(name);
      } catch {
        // Storage is refused: there is nothing to remove.
      }
    },
  };
}
