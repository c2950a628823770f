// The place where one stood: after a reload, going back, when the phone had thrown the tab away or was turned, and when
// text becomes larger, stand in the same cell, as far into it. The browser keeps pixels, and they mean another place:
// widgets come later, and what is far above has no layout yet. A live page, whose widgets come from a kernel, is left to
// the browser.
import { addressWithoutQuery } from "../../widgets/search/address.js";
import { READING_LINE, shape } from "./parts/line.js";

(() => {
  // So many frames in which nothing has moved, and the page is taken to stand.
  const STILL_FRAMES = 5;
  const HOLD_MS = 30_000;
  const READER_ACTS = ["pointerdown", "touchstart", "wheel", "keydown"];

  function cameBack() {
    const visits = performance.getEntriesByType("navigation");
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (visits);
    return document.wasDiscarded || ["reload", "back_forward"].includes(visit?.type);
  }

  /** Which cell is being read, and which share of its height lies above the line; null at the top of the page. */
  function placeIn(all) {
    if (!scrollY) return null;
    const boxes = all.map((cell) => cell.getBoundingClientRect());
    const cell = boxes.reduce((last, { top }, index) => (top <= READING_LINE ? index : last), -1);
    return cell < 0 ? null : { cell, share: (READING_LINE - boxes[cell].top) / (boxes[cell].height || 1) };
  }

  function loadPlace(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function savePlace(key, place) {
    try {
      sessionStorage.setItem(key, JSON.stringify(place));
    } catch {
      // Storage is refused: the browser does what it can.
    }
  }

  /** Hold a cell at the line until the widgets stand and nothing moves any more, or the reader acts. */
  function stand(cell, share, done) {
    const life = new AbortController();
    const { signal } = life;
    let still = 0;
    const end = () => {
      // Browsers of before 2021 go on listening.
      if (signal.aborted) return;
      life.abort();
      done();
      afterLoad(() => (history.scrollRestoration = "auto"));
    };
    const step = () => {
      if (signal.aborted) return;
      const before = scrollY;
      const { top, height } = cell.getBoundingClientRect();
      scrollBy({ top: top + share * (height || 1) - READING_LINE, behavior: "instant" });
      still = Math.abs(scrollY - before) < 1 ? still + 1 : 0;
      if (mounted && still > STILL_FRAMES) end();
      else requestAnimationFrame(step);
    };
    // Only now: for steps within the page the browser's own way is right.
    history.scrollRestoration = "manual";
    for (const act of READER_ACTS) addEventListener(act, end, { passive: true, signal });
    // A screen reader scrolls without any such act; where a widget never comes, it is not held for ever.
    setTimeout(end, HOLD_MS);
    requestAnimationFrame(step);
  }

  function afterLoad(act) {
    if (document.readyState === "complete") act();
    else addEventListener("load", () => setTimeout(act), { once: true });
  }

  let mounted = false;
  addEventListener("widgetsmounted", () => (mounted = true));
  const all = [...document.querySelectorAll("#cells .cell")];
  const { pathname, search } = addressWithoutQuery();
  const key = `hoc-tac-pham/cho-dang-doc${pathname}${search}`;
  const place = cameBack() && !location.hash ? loadPlace(key) : null;
  let settled = !all[place?.cell];
  if (!settled) stand(all[place.cell], place.share, () => (settled = true));
  // Who leaves before the page stands has read nothing else: the place kept before holds.
  const keep = () => settled && savePlace(key, placeIn(all));
  let laidOut = shape();
  let here = null;
  const look = () => {
    // What has moved because it is laid out anew is not what the reader has gone to.
    if (settled && shape() === laidOut) here = placeIn(all);
  };
  const hold = () => {
    if (shape() === laidOut) return;
    laidOut = shape();
    if (!here || !settled) return;
    settled = false;
    stand(all[here.cell], here.share, () => (settled = true));
  };
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", hold);
  new MutationObserver(hold).observe(document.documentElement, { attributeFilter: ["data-text"] });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
})();
