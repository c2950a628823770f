// Time in the speaker's window: the clock, the part that is spoken with its warnings, and the pace.

import { el } from "../../widgets/shared/common.js";
import { clockWords, createClock, paceWords, partWords } from "./speaker_clock.js";

const SHOWN_MS = 500;

/**
 * Show the times of a talk.
 *
 * @param {HTMLElement} root
 * @param {{ minutes: number, parts: { title: string, minutes: number }[] }} deck
 * @param {() => number} part which part is spoken
 * @param {() => { begin: number, end: number }} planned when the slide that is shown is planned
 * @param {() => void} turned called when the clock was started, stopped or set back
 */
export function createTimes(root, deck, part, planned, turned) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const places = Object.fromEntries(["now", "elapsed", "left", "pace", "parts", "part-left", "part-said"].map((name) => [name, find(name)]));
  const clock = createClock(deck.parts.length, part);
  const start = root.querySelector("[data-clock=start]");
  const rows = deck.parts.map(({ title, minutes }) =>
    el("tr", {}, el("th", { scope: "row" }, title), el("td", {}, `${minutes} phút`), el("td", {})));
  places.parts.append(...rows);

  function show() {
    clock.tick();
    const elapsed = clock.elapsed();
    // The seconds that are left and those that are gone make the whole, as shown.
    const left = deck.minutes * 60_000 - Math.floor(elapsed / 1000) * 1000;
    const started = clock.running() || elapsed > 0;
    places.now.textContent = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    places.elapsed.textContent = clockWords(elapsed);
    places.left.textContent = clockWords(left);
    places.left.classList.toggle("over", left < 0);
    places.pace.textContent = started ? paceWords(elapsed, planned()) : "Chưa bấm giờ";
    start.textContent = clock.running() ? "Tạm dừng" : started ? "Chạy tiếp" : "Bấm giờ";
    showPart();
    rows.forEach((row, index) => {
      row.lastChild.textContent = clockWords(clock.used[index]);
      if (index === part()) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
  }

  function showPart() {
    const { minutes } = deck.parts[part()];
    const left = minutes * 60_000 - Math.floor(clock.used[part()] / 1000) * 1000;
    const said = partWords(left, minutes);
    places["part-left"].textContent = clockWords(left);
    places["part-left"].className = left <= 0 ? "over" : said ? "soon" : "";
    if (places["part-said"].textContent !== said) places["part-said"].textContent = said;
  }

  function turn(change) {
    change();
    turned();
    show();
  }

  start.addEventListener("click", () => turn(() => (clock.running() ? clock.pause() : clock.start())));
  root.querySelector("[data-clock=reset]").addEventListener("click", () => turn(clock.reset));
  setInterval(show, SHOWN_MS);
  return { clock, show };
}
