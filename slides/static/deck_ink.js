// Pen and pointer on the slides. What is drawn stays on its slide until it is erased or the deck is closed.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make pen and pointer.
 *
 * @param {HTMLElement} layer what lies over the deck while one of them is in hand
 * @param {() => HTMLElement} current gives the slide that is shown
 */
export function createInk(layer, current) {
  /** @type {HTMLElement} */
  const dot = layer.querySelector("[data-dot]");
  let held = "";
  let line = null;

  function take(tool) {
    held = held === tool ? "" : tool;
    layer.hidden = !held;
    layer.dataset.tool = held;
    line = null;
    return held;
  }

  function draw(event) {
    const slide = current();
    const box = slide.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((way) => (way * slide.offsetWidth) / box.width);
    line.setAttribute("points", `${line.getAttribute("points")} ${x.toFixed(1)},${y.toFixed(1)}`);
  }

  layer.addEventListener("pointerdown", (event) => {
    if (held !== "pen") return move(event);
    layer.setPointerCapture(event.pointerId);
    line = document.createElementNS(SVG, "polyline");
    line.setAttribute("points", "");
    sheet(current()).append(line);
    draw(event);
  });
  layer.addEventListener("pointermove", move);
  for (const end of ["pointerup", "pointercancel"]) layer.addEventListener(end, () => (line = null));

  function move(event) {
    if (line) return draw(event);
    dot.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`;
  }

  return {
    take,
    held: () => held,
    erase: () => current().querySelector(".ink")?.remove(),
  };
}

function sheet(slide) {
  const there = slide.querySelector(".ink");
  if (there) return there;
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", "ink");
  made.setAttribute("viewBox", `0 0 ${slide.offsetWidth} ${slide.offsetHeight}`);
  made.setAttribute("aria-hidden", "true");
  slide.append(made);
  return made;
}
