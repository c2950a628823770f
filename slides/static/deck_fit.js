// Whether what stands on a slide has room, and what is done where it has none.

const SHRINK = 0.985;
const MOST = 6;

/**
 * Tells whether a slide's body has room. What a last line has below its foot may reach further: nothing is there.
 * A widget that is scrolled reaches no further itself; what it holds does.
 */
export function hasRoom(slide) {
  const body = slide.querySelector(".body");
  const bottoms = [...body.children].map((block) => block.getBoundingClientRect().bottom);
  const whole = [...body.querySelectorAll(".widget-live")].every((place) => place.scrollHeight <= place.clientHeight + 1);
  return whole && Math.max(...bottoms) <= body.getBoundingClientRect().bottom + 0.5;
}

/** Show a slide in letters as large as fit; never below the smallest scale. */
export function showAtScale(slide, scales) {
  // Counts of hands take a part of the lines.
  const most = slide.matches(".with-hands") ? 2 * MOST : MOST;
  for (const scale of slide.querySelector(".widget-live") ? scales : closeTo(Number(slide.dataset.scale), scales, most)) {
    slide.style.setProperty("--scale", String(scale));
    if (hasRoom(slide)) return;
  }
}

// A slide was measured for its own scale; only a browser may break a line earlier than print does.
function closeTo(own, scales, most) {
  const least = Math.min(...scales);
  return Array.from({ length: most + 1 }, (_, step) => Math.max(least, own * SHRINK ** step));
}
