// A figure in the speaker's window, drawn in the way that the room sees.

import { themed } from "../../widgets/figure_explorer/themed.js";

/** Read the drawings of a page's widgets; returns what draws the figure of a slide in a way of showing. */
export function drawingsOf(data) {
  const { models } = JSON.parse(data.textContent);
  return (slide, way) => {
    const place = slide.querySelector(".widget-figure[data-pictured]");
    const state = place && models[place.dataset.pictured].state;
    const shown = state?.states?.find(({ name }) => name === way);
    if (!shown) return;
    const text = themed(shown.wide, state.palette);
    const svg = document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
    const drawing = place.querySelector(".drawing");
    drawing.replaceChildren(svg);
    drawing.setAttribute("aria-label", `${state.title}. ${shown.alt}`);
  };
}
