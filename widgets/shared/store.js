// What stays on this device. No page here.

/** Key under which a widget keeps its progress; the home page reads keys with the same prefix. */
export function storageKey(session, key) {
  return `hoc-tac-pham/${session}/${key}`;
}

// Of what is shown to a room nothing is kept: nobody's study, and the next room begins anew.
const NOTHING = { load: () => ({}), save: () => true, clear() {} };

/**
 * A saved object per widget. Where storage is refused (private mode), nothing is kept and nothing breaks. A widget that
 * belongs to no session, as those of decks, neither reads nor keeps anything.
 */
export function createStore(session, key) {
  if (!session) return NOTHING;
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
