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
