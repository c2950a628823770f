// The controls: a button in a corner below, shown while the mouse moves, that opens them on call.

const SHOWN_MS = 3000;

/** Make the controls; returns what opens or closes them, and whether they were open. */
export function createBar(bar) {
  const opener = bar.querySelector("[data-bar-open]");
  const panel = bar.querySelector("[data-bar-panel]");
  let leaving = 0;

  function show() {
    bar.classList.add("shown");
    clearTimeout(leaving);
    leaving = setTimeout(() => bar.matches(":hover") || bar.classList.remove("shown"), SHOWN_MS);
  }

  function open(wanted) {
    panel.hidden = !wanted;
    bar.classList.toggle("open", wanted);
    opener.setAttribute("aria-expanded", String(wanted));
  }

  /** @returns {boolean} whether there was something to close */
  function close() {
    const was = !panel.hidden;
    open(false);
    return was;
  }

  addEventListener("pointermove", show);
  addEventListener("pointerdown", ({ target }) => {
    show();
    if (target instanceof Node && !bar.contains(target)) open(false);
  });
  bar.addEventListener("pointerleave", show);
  opener.addEventListener("click", () => open(panel.hidden));
  return { toggle: () => open(panel.hidden), close };
}

export function toggleFullscreen(say) {
  if (document.fullscreenElement) return document.exitFullscreen();
  const asked = document.documentElement.requestFullscreen?.();
  return asked?.catch(() => say("Trình duyệt này không cho mở toàn màn hình. Hãy thử phím F11."));
}

/** Connect every [data-act] on the page with the action of that name. */
export function connectButtons(actions) {
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = document.querySelectorAll("[data-act]");
  for (const node of nodes) node.addEventListener("click", () => actions[node.dataset.act]());
}

/** Returns what says a sentence on the screen for a while. */
export function createMessage(place) {
  let leaving = 0;
  return (words) => {
    place.textContent = words;
    clearTimeout(leaving);
    leaving = setTimeout(() => (place.textContent = ""), 8000);
  };
}
