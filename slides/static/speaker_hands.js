// Counting hands from the speaker's window; the deck keeps and shows the counts.

import { cleaned, handsForm, lettersOf } from "./deck_hands.js";

/** Make the place of the form; `send(counts)` gets what is typed. */
export function createHands(place, send) {
  let slide = null;
  let counts = null;

  function open() {
    const letters = slide ? lettersOf(slide) : [];
    if (!letters.length) return;
    const { form, focus } = handsForm(letters, cleaned(counts, letters.length), send, () => place.replaceChildren());
    place.replaceChildren(form);
    focus();
  }

  /** Take the slide that is shown, or null, and its counts. */
  function show(current, latest) {
    if (current !== slide) place.replaceChildren();
    slide = current;
    counts = latest;
  }

  return { open, show };
}
