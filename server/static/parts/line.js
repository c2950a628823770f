// Where on a page one reads, and what the page is laid out for.

/** Just below the header, in px from the top of the screen: what stands here is being read. */
export const READING_LINE = 80;

/** What decides how the text is laid out: the width of the screen and the reader's size of text. */
export function shape() {
  return `${innerWidth} ${document.documentElement.dataset.text}`;
}
