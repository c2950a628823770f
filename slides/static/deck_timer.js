// Time to think on a question's slide, and time to work on an activity's: what is left, and its end, are seen, not heard.

import { clockWords } from "./speaker_clock.js";

const SHAPE_MS = 200;

/** Tell whether a slide has a timer. */
export const isTimed = (slide) => Boolean(slide.querySelector("[data-timer]"));

/**
 * Make the timer of a slide; returns what starts or stops it, and the seconds left. `told()` is called at each.
 * An activity has its planned time, a question the seconds that were chosen; its ring is there only while it runs.
 */
export function createTimer(slide, told) {
  const tools = slide.querySelector("[data-timer]");
  const ring = slide.querySelector("[data-ring]");
  const shown = ring.querySelector("[role=timer]");
  const start = tools.querySelector("[data-think]");
  const choices = [...tools.querySelectorAll("[data-seconds]")];
  const planned = Number(ring.dataset.ring) * 60;
  const idle = shown.textContent;
  let ticking = 0;
  /** @type {number | null} seconds, 0 when they are over, null where nothing runs */
  let left = null;

  const seconds = () => planned || Number(choices.find((choice) => choice.getAttribute("aria-pressed") === "true").dataset.seconds);

  function choose(chosen) {
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice === chosen));
    stop();
  }

  function rest() {
    start.textContent = planned ? `Bấm giờ ${idle}` : `Suy nghĩ ${seconds()} giây`;
  }

  function stop() {
    clearInterval(ticking);
    ticking = 0;
    count(null);
    ring.hidden = !planned;
    ring.classList.remove("over");
    ring.style.removeProperty("--left");
    shown.textContent = idle;
    rest();
  }

  function begin() {
    const total = seconds() * 1000;
    const end = performance.now() + total;
    const show = () => {
      const more = end - performance.now();
      if (more <= 0) return finish();
      count(Math.ceil(more / 1000));
      shown.textContent = planned ? clockWords(left * 1000) : String(left);
      ring.style.setProperty("--left", String((100 * more) / total));
    };
    ring.classList.remove("over");
    say("");
    ring.hidden = false;
    start.textContent = "Dừng bấm giờ";
    ticking = setInterval(show, SHAPE_MS);
    show();
  }

  function finish() {
    clearInterval(ticking);
    ticking = 0;
    count(0);
    ring.classList.add("over");
    shown.textContent = "Hết giờ";
    say(planned ? "Hết giờ hoạt động." : "Hết giờ suy nghĩ.");
    rest();
  }

  function count(seconds) {
    if (seconds === left) return;
    left = seconds;
    told();
  }

  function say(words) {
    ring.querySelector("[role=status]").textContent = words;
  }

  const toggle = () => (ticking ? stop() : begin());
  start.addEventListener("click", toggle);
  for (const choice of choices) choice.addEventListener("click", () => choose(choice));
  return { toggle, stop, left: () => left };
}
