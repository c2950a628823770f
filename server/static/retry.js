// Counts down on the "busy" message and tries again by itself.
(() => {
  /** @type {HTMLElement} */
  const place = document.querySelector("[data-retry]");
  let left = Number(place.dataset.retry);
  const timer = setInterval(() => {
    left -= 1;
    place.textContent = String(Math.max(left, 0));
    if (left <= 0) {
      clearInterval(timer);
      location.reload();
    }
  }, 1000);
})();
