// Who gets a key: the deck, the widget that is focused on purpose, or the button that is pressed.

/** What each key does in a deck; clickers send those of the first lines. Letters are taken in both cases. */
export const KEYS = {
  PageDown: "next", PageUp: "prev", F5: "present", b: "black", ".": "black",
  ArrowRight: "next", ArrowDown: "next", " ": "next", Enter: "next", ArrowLeft: "prev", ArrowUp: "prev", Backspace: "prev",
  Home: "first", End: "last", n: "section", w: "white", ",": "white", f: "fullscreen",
  o: "list", s: "speaker", t: "think", h: "hands", r: "room", q: "step", u: "again", p: "pen", l: "pointer", e: "erase", m: "panel", "?": "help", F1: "help",
  Escape: "leave",
};
// A clicker's keys, which no widget needs, and the one that gives all keys back to the deck.
const BESIDE_WIDGETS = ["PageDown", "PageUp", "F5", "Escape"];
const FIELDS = "input:not([type=radio], [type=checkbox]), select, textarea";
const NUMBER_MS = 8000;

/** Call `actions` by the keys that are the deck's, and `goTo(number)` when one types a number and Enter. */
export function listenToKeys(actions, { goTo, say }) {
  const number = createNumber(goTo, say);
  addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.ctrlKey || !isForDeck(event)) return;
    const act = number(event) ?? actionOf(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);
}

/** The name of what a key does. */
function nameOf({ key, shiftKey }) {
  if (key === " " && shiftKey) return "prev";
  return KEYS[key] ?? KEYS[key.toLowerCase()];
}

function actionOf(event, actions) {
  const name = nameOf(event);
  return actions[name] && (() => {
    if (event.target instanceof HTMLElement && event.target.closest(".kit")) event.target.blur();
    actions[name]();
  });
}

function isForDeck({ target, key }) {
  if (document.querySelector("dialog[open]")) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest(`.kit, ${FIELDS}`)) return BESIDE_WIDGETS.includes(key);
  return !(["Enter", " "].includes(key) && target.closest("button, a, summary"));
}

/** Digits make a number; Enter goes there, another key or eight seconds take it back. */
function createNumber(goTo, say) {
  let typed = "", last = 0;
  return ({ key, timeStamp }) => {
    const before = timeStamp - last < NUMBER_MS ? typed : "";
    last = timeStamp;
    typed = /^\d$/.test(key) ? (before + key).slice(-3) : "";
    const current = typed;
    if (current) return () => say(`Đến trang ${current}: bấm Enter.`);
    if (!before) return null;
    say("");
    if (key === "Enter") return () => goTo(Number(before));
    return key === "Escape" ? () => {} : null;
  };
}

/**
 * What is pressed by mouse or finger gives the keys back at once: else the next press would be its own again. A field in
 * which one types keeps them, and whatever one goes to by the Tab key.
 */
export function giveKeysBack() {
  let pressing = false;
  addEventListener("pointerdown", ({ target }) => {
    pressing = true;
    const { activeElement: held } = document;
    if (held instanceof HTMLElement && held.closest(".kit") && target instanceof Element && !target.closest(".kit")) held.blur();
  }, true);
  addEventListener("keydown", () => (pressing = false), true);
  addEventListener("focusin", ({ target }) => {
    if (!pressing || !(target instanceof HTMLElement) || target.closest("dialog") || target.matches(FIELDS)) return;
    target.blur();
  });
}
