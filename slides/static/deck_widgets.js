// Widgets on slides.

/**
 * From now on a widget's <section> is a <div> with the same role: reveal.js takes every section below a slide for
 * a slide of its own, counts it, and hides it.
 */
export function keepSectionsForSlides() {
  const create = document.createElement;
  document.createElement = function createElement(name, ...options) {
    if (name !== "section") return create.call(this, name, ...options);
    const node = create.call(this, "div", ...options);
    node.setAttribute("role", "region");
    return node;
  };
}

const LIVE = ".widget-live";

/** Call `changed` whenever a live widget shows something else. */
export function watchLiveWidgets(changed) {
  const seen = { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "class"] };
  for (const place of document.querySelectorAll(`.slides ${LIVE}`)) {
    new MutationObserver(changed).observe(place, seen);
    place.addEventListener("scroll", () => markMore(place.closest("section")));
  }
}

/** Mark the widgets of a slide that go on below what is seen of them. */
export function markMore(slide) {
  for (const place of slide.querySelectorAll(LIVE)) {
    place.toggleAttribute("data-more", place.scrollHeight - place.clientHeight - place.scrollTop > 2);
  }
}
