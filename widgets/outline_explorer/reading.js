// What a reader has done with a list: points read, private notes, the card left open. No page here.

import { has } from "../shared/maps.js";

/** Take from `saved` what still has the right form; `current` is undefined when nothing usable is saved. */
export function restoreReading(saved, ids) {
  const read = Array.isArray(saved.read) ? saved.read : [];
  const notes = saved.notes && typeof saved.notes === "object" ? saved.notes : {};
  return {
    read: ids.filter((id) => read.includes(id)),
    notes: Object.fromEntries(Object.entries(notes).filter(([, text]) => typeof text === "string" && text)),
    current: saved.current === -1 || ids[saved.current] ? saved.current : undefined,
  };
}

/** The reader's state of one list. A change is saved at once, so that leaving the page loses nothing. */
export function createReading(store, ids) {
  let state = restoreReading(store.load(), ids);
  let kept = true;

  function change(edit) {
    // Another tab may have saved since: what it wrote is kept, unless this device keeps nothing.
    const latest = kept ? restoreReading(store.load(), ids) : state;
    state = { ...latest, ...edit(latest) };
    kept = store.save({ done: state.read.length, total: ids.length, ...state });
  }

  return {
    get kept() {
      return kept;
    },
    get current() {
      return state.current;
    },
    get readCount() {
      return state.read.length;
    },
    get noteCount() {
      return Object.keys(state.notes).length;
    },
    isRead: (id) => state.read.includes(id),
    note: (id) => (has(state.notes, id) ? state.notes[id] : ""),
    open: (current) => change(() => ({ current })),
    mark: (id, done) =>
      change(({ read }) => ({ read: ids.filter((each) => (each === id ? done : read.includes(each))) })),
    write: (id, text) =>
      change(({ notes: { [id]: _, ...others } }) => ({ notes: text ? { ...others, [id]: text } : others })),
    clear() {
      store.clear();
      state = restoreReading({}, ids);
    },
  };
}
