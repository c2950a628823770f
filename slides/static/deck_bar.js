// The bar that shows while the mouse moves, the help panel, and what the buttons do.

const SHOWN_MS = 3000;

/** Show the bar on mouse moves and taps; returns nothing: it belongs to the page. */
export function showBarOnMove(bar) {
  let leaving = 0;
  const show = () => {
    bar.classList.add("shown");
    clearTimeout(leaving);
    leaving = setTimeout(() => bar.matches(":hover") || bar.classList.remove("shown"), SHOWN_MS);
  };
  addEventListener("pointermove", show);
  addEventListener("pointerdown", show);
  bar.addEventListener("pointerleave", show);
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
