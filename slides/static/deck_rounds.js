// The counts of all questions of a deck, and the form on the slide that takes them.

import { cleaned, drawHands, handsForm, lettersOf, optionsOf } from "./deck_hands.js";

/** Make the counts of a deck; `changed(slide)` is called whenever a slide shows others. */
export function createRounds(changed) {
  const kept = new Map();
  let open = null;

  const of = (slide) => cleaned(kept.get(slide), optionsOf(slide).length);

  function keep(slide, counts) {
    kept.set(slide, cleaned(counts, optionsOf(slide).length));
    drawHands(slide, of(slide));
    changed(slide);
  }

  function close() {
    if (!open) return false;
    open.remove();
    open = null;
    return true;
  }

  function ask(slide) {
    const letters = lettersOf(slide);
    if (close() || !letters.length) return;
    const { form, focus } = handsForm(letters, of(slide), (counts) => keep(slide, counts), close);
    open = form;
    slide.append(form);
    focus();
  }

  return { of, keep, ask, close };
}
