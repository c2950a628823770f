// Fields in which readers write at length.

/** Make a field as high as what is written in it; one that is not shown has no height yet. */
export function grow(field) {
  if (!field.scrollHeight) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
