// Time to think on a question's slide: a ring with the seconds left; its end is seen, not heard.

const SHAPE_MS = 200;

/** Make the timer of a question's slide; returns what starts or stops it, and the seconds left. `told()` is called at each. */
export function createTimer(slide, told) {
  const tools = slide.querySelector("[data-timer]");
  const ring = slide.querySelector("[data-ring]");
  const shown = ring.querySelector("[role=timer]");
  const start = tools.querySelector("[data-think]");
  const choices = [...tools.querySelectorAll("[data-seconds]")];
  let ticking = 0;
  /** @type {number | null} seconds, 0 when they are over, null where nothing runs */
  let left = null;

  const seconds = () => Number(choices.find((choice) => choice.getAttribute("aria-pressed") === "true").dataset.seconds);

  function choose(chosen) {
    for (const choice of choices) choice.setAttribute("aria-pressed", String(choice === chosen));
    stop();
  }

  function stop() {
    clearInterval(ticking);
    ticking = 0;
    count(null);
    ring.hidden = true;
    start.textContent = `Suy nghĩ ${seconds()} giây`;
  }

  function begin() {
    const total = seconds() * 1000;
    const end = performance.now() + total;
    const show = () => {
      const rest = end - performance.now();
      if (rest <= 0) return finish();
      count(Math.ceil(rest / 1000));
      shown.textContent = String(left);
      ring.style.setProperty("--left", String((100 * rest) / total));
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
    say("Hết giờ suy nghĩ.");
    start.textContent = `Suy nghĩ ${seconds()} giây`;
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
