// How high the slides are: as the screen is, between 16:9 and 4:3, so that an old projector's picture is filled too.

const WIDTH = 960;
const LEAST = 540;
const MOST = 720;

/** Return the height of the canvas for the window as it is, and hand it to the style sheet. */
export function canvasHeight() {
  const height = Math.max(LEAST, Math.min(MOST, Math.round((WIDTH * innerHeight) / innerWidth)));
  document.body.style.setProperty("--deck-height", `${height}px`);
  return height;
}
