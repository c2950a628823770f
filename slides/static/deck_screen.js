// Black or white instead of the slide, until the next step.

/** Make what turns the picture off and on. */
export function createScreen(deck) {
  const root = deck.getRevealElement();
  const colour = () => (deck.isPaused() ? (root.matches(".white") ? "white" : "black") : "");

  function turn(wanted) {
    const off = colour() !== wanted;
    root.classList.toggle("white", off && wanted === "white");
    deck.togglePause(off);
  }

  return { colour, resume: () => deck.togglePause(false), black: () => turn("black"), white: () => turn("white") };
}
