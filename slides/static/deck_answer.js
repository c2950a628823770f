// Question and answer on one slide: as much of the question as there is room for, in letters as large as fit.

import { hasRoom, showAtScale } from "./deck_fit.js";

/**
 * Show a slide as answered or as asked.
 *
 * First the whole question stays beside its answer, in smaller letters that a room still reads; then only its right options;
 * at last the answer alone, for which the slide was measured (slides/fitting.py).
 */
export function showAnswered(slide, answered, scales) {
  slide.classList.toggle("answered", answered);
  delete slide.dataset.fit;
  showAtScale(slide, scales);
  if (!answered) return;
  const own = Number(slide.dataset.answerScale);
  const readable = scales.filter((scale) => scale <= own && scale >= 1);
  const tried = ["all", "right"].flatMap((fit) => readable.map((scale) => [fit, scale]));
  for (const [fit, scale] of [...tried, ["answer", own]]) {
    slide.dataset.fit = fit;
    slide.style.setProperty("--scale", scale);
    if (hasRoom(slide)) return;
  }
}
