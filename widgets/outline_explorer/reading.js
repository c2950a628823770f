// What a reader has done with a list: points read, private notes, the card left open. No page here.

import { dayOf } from "../shared/days.js";
import { has } from "../shared/maps.js";

/** The entries of a saved map whose values are of the right kind. */
function entriesOf(map, isRight) {
  return Object.fromEntries(Object.entries(map && typeof map === "object" ? map : {}).filter(([, value]) => isRight(value)));
}

/**
 * Take from `saved` what still has the right form; `current` is undefined when nothing usable is saved. `days` are those
 * on which notes were last changed, where that is known.
 */
export function restoreReading(saved, ids) {
  const read = Array.isArray(saved.read) ? saved.read : [];
  return {
    read: ids.filter((id) => read.includes(id)),
    notes: entriesOf(saved.notes, (text) => typeof text === "string" && text),
    days: entriesOf(saved.days, Number.isInteger),
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
    /** Ids of all notes, of points that are no more too. */
    get noted() {
      return Object.keys(state.notes);
    },
    isRead: (id) => state.read.includes(id),
    note: (id) => (has(state.notes, id) ? state.notes[id] : ""),
    open: (current) => change(() => ({ current })),
    mark: (id, done) =>
      change(({ read }) => ({ read: ids.filter((each) => (each === id ? done : read.includes(each))) })),
    write: (id, text) =>
      change(({ notes: { [id]: _, ...others }, days: { [id]: __, ...days } }) =>
        text ? { notes: { ...others, [id]: text }, days: { ...days, [id]: dayOf(Date.now()) } } : { notes: others, days }),
    /** Take over what another tab has saved; where nothing is kept, what this page knows is all there is. */
    reload() {
      if (kept) state = restoreReading(store.load(), ids);
    },
    clear() {
      store.clear();
      state = restoreReading({}, ids);
    },
  };
}
