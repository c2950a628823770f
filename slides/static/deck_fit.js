// Whether what stands on a slide has room, and what is done where a browser breaks a line earlier than print does.

const SHRINK = 0.985;
const MOST = 6;

/** Tells whether a slide's body has room. What a last line has below its foot may reach further: nothing is there. */
export function hasRoom(slide) {
  const body = slide.querySelector(".body");
  const bottoms = [...body.children].map((block) => block.getBoundingClientRect().bottom);
  return Math.max(...bottoms) <= body.getBoundingClientRect().bottom + 0.5;
}

/** Show a slide at its own scale, or a little smaller where that has no room; never below the smallest scale. */
export function showAtScale(slide, scales) {
  const own = Number(slide.dataset.scale);
  const least = Math.min(...scales);
  for (let step = 0; step <= MOST; step += 1) {
    slide.style.setProperty("--scale", String(Math.max(least, own * SHRINK ** step)));
    if (hasRoom(slide)) return;
  }
}
