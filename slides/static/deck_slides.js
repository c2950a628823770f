// The slides as they stand in the page: their order, their numbers, and what each carries.

/** All slides in their order, numbered; the one for phones, which is not always there, has no number. */
export function readSlides() {
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll(".slides [data-slide]");
  const slides = [...found];
  const numbered = slides.filter((slide) => !slide.matches(".phones"));
  numbered.forEach((slide, index) => {
    slide.querySelector("[data-number]").textContent = String(index + 1);
    /** @type {HTMLElement} */
    const bar = slide.querySelector("[data-progress]");
    bar.style.width = `${(960 * (index + 1)) / numbered.length}px`;
  });
  return slides;
}

/** Whether a part begins with a slide: those that belong to it stand below. */
export function beginsPart(slide) {
  return slide === slide.parentElement.querySelector("[data-slide]");
}

/** The number that a slide shows, or null where it has none. */
export function numberOf(slide) {
  return slide.querySelector("[data-number]").textContent.split("/")[0] || null;
}

/** The slide of a number, or null; with what is said where there is none. */
export function slideOfNumber(slides, number, say) {
  const found = slides.find((slide) => numberOf(slide) === String(number)) ?? null;
  if (!found) say(`Bản chiếu có ${slides.filter(numberOf).length} trang.`);
  return found;
}

/** What the page says about the deck: slug, minutes, parts of the outline, sizes of letters. */
export function readDeck() {
  return JSON.parse(document.getElementById("deck-data").textContent);
}

/**
 * When each slide is planned, in minutes from the beginning: {begin, end}.
 *
 * `minutes` holds one number a slide, or null for slides that share the time of the one before.
 */
export function plannedTimes(minutes) {
  const times = [];
  let end = 0;
  for (const length of minutes) {
    const begin = length === null && times.length ? times[times.length - 1].begin : end;
    end = Math.max(end, begin + (length ?? 0));
    times.push({ begin, end });
  }
  return times;
}
