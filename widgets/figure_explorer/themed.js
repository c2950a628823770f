// A drawing in the theme's colours.

/** Put theme variables in the place of the drawing's colours, so that it follows light and dark. */
export function themed(text, palette) {
  return Object.entries(palette).reduce(
    (drawing, [name, colour]) => drawing.split(colour).join(`var(--${name})`),
    text,
  );
}
