// Who gets a key: the deck, the widget that has the focus, or the button that is pressed.

const FORWARD = ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp"];

/** Tells reveal.js whether a key is its own. */
export function isForDeck({ target, key }) {
  if (document.querySelector("dialog[open]") || target.closest?.(".kit")) return false;
  return !(["Enter", " "].includes(key) && target.closest?.("button, a, summary"));
}

/** Listen ahead of reveal.js; `actions` holds help, speaker and think. */
export function listenToKeys(deck, actions) {
  const letters = { "?": actions.help, F1: actions.help, s: actions.speaker, S: actions.speaker, t: actions.think, T: actions.think };
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
      const act = deck.isPaused() ? whilePaused(deck, event) : inWidget(deck, event) ?? ownLetter(event, letters);
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    },
    true,
  );
}

// As in other programs, the first key of a clicker brings the picture back.
function whilePaused(deck, { key }) {
  return [...FORWARD, ...BACK].includes(key) ? () => deck.togglePause(false) : null;
}

// Page Up and Page Down are a clicker's keys, and no widget needs them; Escape gives all keys back to the deck.
function inWidget(deck, { target, key }) {
  if (!target.closest?.(".kit")) return null;
  if (key === "Escape") return () => target.blur();
  if (!["PageDown", "PageUp"].includes(key)) return null;
  return () => {
    target.blur();
    if (key === "PageDown") deck.next();
    else deck.prev();
  };
}

function ownLetter({ target, key }, letters) {
  return target.closest?.(".kit") ? null : letters[key];
}

/** A button pressed by mouse or finger gives the keys back at once: else the next press would be its own again. */
export function giveKeysBack() {
  addEventListener("click", ({ detail, target }) => {
    if (detail === 0 || !(target instanceof Element)) return;
    /** @type {HTMLElement | null} */
    const pressed = target.closest(".deck-bar :is(button, a), .tools button");
    pressed?.blur();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && target.closest(".kit")) return;
    const { activeElement: held } = document;
    if (held instanceof HTMLElement && held.closest(".kit")) held.blur();
  });
}
