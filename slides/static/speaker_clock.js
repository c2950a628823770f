// The speaker's clock: how long one has spoken, in which parts, and whether that is as planned.

const WARNED_MINUTES = 5;

/** A stopwatch; `now()` gives milliseconds. Time is counted for the part that `part()` names. */
export function createClock(count, part, now = () => Date.now()) {
  const used = Array(count).fill(0);
  let last = null;

  function tick() {
    if (last === null) return;
    const present = now();
    used[part()] += present - last;
    last = present;
  }

  return {
    used,
    tick,
    /** What another window needs to go on. */
    state: () => ({ used: [...used], last }),
    goOn(state) {
      used.splice(0, count, ...state.used);
      last = state.last;
    },
    running: () => last !== null,
    elapsed: () => used.reduce((sum, time) => sum + time, 0),
    start: () => (last ??= now()),
    pause() {
      tick();
      last = null;
    },
    reset() {
      last = null;
      used.fill(0);
    },
  };
}

/** "12:05", or "-0:30" beyond the end. */
export function clockWords(milliseconds) {
  const seconds = Math.abs(Math.trunc(milliseconds / 1000));
  const sign = milliseconds <= -1000 ? "−" : "";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What is said of a part that has so much time left; nothing while there is enough. `minutes` is its length. */
export function partWords(left, minutes) {
  if (left <= 0) return "Hết giờ của phần này.";
  return minutes > WARNED_MINUTES && left <= WARNED_MINUTES * 60_000 ? `Còn ${WARNED_MINUTES} phút cho phần này.` : "";
}

/** How one stands beside the plan, in calm words; `planned` is the time of the slide that is shown. */
export function paceWords(milliseconds, planned) {
  const minutes = milliseconds / 60_000;
  const late = Math.round(minutes - planned.end);
  const early = Math.round(planned.begin - minutes);
  if (late >= 1) return `Chậm hơn dự kiến ${late} phút`;
  if (early >= 1) return `Nhanh hơn dự kiến ${early} phút`;
  return "Đúng nhịp dự kiến";
}
