// Which parts of a session have been read, and where the reader left off; kept on this device.
import { createStore } from "../../../widgets/shared/store.js";

// The form of what is kept; ARCHITECTURE.md describes it.
const VERSION = 1;
const PARTS_KEY = "phan-da-doc";

/** The session whose page this is; "" where there is none, as in a live app. */
function sessionOf(pathname) {
  const [, slug = ""] = /\/hoc\/([^/]+)\//.exec(pathname) || [];
  return slug;
}

/**
 * `headings` are those of the parts; `at(index)` tells which is read now, `end()` that the last one is. `onread(index)`
 * is told of every part that is read, now or before. `left` is the part with which to go on, as the page was opened;
 * undefined where there is none.
 */
export function createPartsRead(headings, onread) {
  const session = sessionOf(location.pathname);
  const store = createStore(session, PARTS_KEY);
  const titles = headings.map((heading) => heading.textContent);
  let before = 0;
  tell();
  const left = leftOff();

  function readBefore() {
    const { read } = session ? store.load() : { read: [] };
    return Array.isArray(read) ? read : [];
  }

  function tell() {
    const read = readBefore();
    titles.forEach((title, index) => read.includes(title) && onread(index));
  }

  /** Where one left off, unless that is the beginning, or all is read. */
  function leftOff() {
    const { current } = session ? store.load() : { current: null };
    const index = titles.indexOf(current?.title);
    return index > 0 && titles.some((title) => !readBefore().includes(title)) ? headings[index] : undefined;
  }

  /** Add parts on top of what is kept now, for another tab may have read on. */
  function keep(read, index) {
    if (!session) return;
    const had = readBefore();
    const all = titles.filter((title) => had.includes(title) || read.includes(title));
    const current = { id: headings[index].id, title: titles[index] };
    store.save({ version: VERSION, done: all.length, total: titles.length, read: all, current });
    read.forEach((title) => onread(titles.indexOf(title)));
  }

  return {
    left,
    /** A part is read when the reader goes on from it to the next one; who leaps over parts has not read them. */
    at(index) {
      const onward = index === before + 1;
      const moved = index !== before;
      const left = titles[before];
      before = index;
      if (moved) keep(onward ? [left] : [], index);
    },
    end() {
      const last = titles.length - 1;
      if (before !== last || store.load().done === titles.length) return;
      keep([titles[last]], last);
    },
  };
}
