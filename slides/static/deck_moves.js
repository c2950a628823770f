// The ways through a deck: step by step, part by part, and straight to a slide.

import { beginsPart } from "./deck_slides.js";

/**
 * Make the steps of a deck of reveal.js over its slides in their order.
 *
 * As in other programs, the first step after `screen` was turned off brings the picture back.
 */
export function createMoves(deck, slides, screen) {
  const heads = slides.filter(beginsPart);
  const partOf = (slide) => heads.findIndex((head) => head.parentElement === slide.parentElement);

  function to(slide) {
    const { h, v } = deck.getIndices(slide);
    deck.slide(h, v);
  }

  // One step passes a part that is done at home: its first slide says so, the others are reached by number or list.
  function next() {
    const current = deck.getCurrentSlide();
    if (current.matches("[data-at-home]") && heads.includes(current)) section();
    else deck.next();
  }

  function prev() {
    const current = deck.getCurrentSlide();
    const before = heads.includes(current) && heads[partOf(current) - 1];
    if (before && before.matches("[data-at-home]")) to(before);
    else deck.prev();
  }

  function section() {
    to(heads[partOf(deck.getCurrentSlide()) + 1] ?? slides[slides.length - 1]);
  }

  const steps = { next, prev, section, first: () => to(slides[0]), last: () => to(slides[slides.length - 1]) };
  const named = Object.entries(steps).map(([name, step]) => [name, () => (screen.colour() ? screen.resume() : step())]);
  return { to, steps: Object.fromEntries(named) };
}
