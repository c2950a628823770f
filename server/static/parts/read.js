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

/** `headings` are those of the parts; `at(index)` tells which is read now, `end()` that the last one is. */
export function createPartsRead(headings) {
  const session = sessionOf(location.pathname);
  const store = createStore(session, PARTS_KEY);
  const titles = headings.map((heading) => heading.textContent);
  let before = 0;

  /** Add parts on top of what is kept now, for another tab may have read on. */
  function keep(read, index) {
    if (!session) return;
    const saved = store.load();
    const had = Array.isArray(saved.read) ? saved.read : [];
    const all = titles.filter((title) => had.includes(title) || read.includes(title));
    const current = { id: headings[index].id, title: titles[index] };
    store.save({ version: VERSION, done: all.length, total: titles.length, read: all, current });
  }

  return {
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
