// Keeps the course on the device where browsers allow it (https, or this machine), and says what opens without a
// network. Elsewhere, as on the plain http of a hall, pages need the network, and the stick is what helps.
(() => {
  const { root } = document.currentScript.dataset;
  /** @type {HTMLElement} */
  const note = document.querySelector("[data-without-network]");

  function keep(worker) {
    addEventListener("load", () => {
      worker.register(new URL(`${root}sw.js`, location.href)).catch((error) => console.warn(error));
    });
    worker.ready.then(() => document.querySelector("[data-kept]").removeAttribute("hidden"));
  }

  function say() {
    note.hidden = false;
    note.focus();
  }

  /** Follow a link only where something answers: the browser's own page of errors knows no remedy. */
  function follow(event) {
    const link = event.target.closest("a[href]");
    const leads = link && link.origin === location.origin && link.pathname !== location.pathname;
    if (navigator.onLine || event.defaultPrevented || !leads) return;
    event.preventDefault();
    fetch(link.href, { method: "HEAD" }).then(() => location.assign(link.href), say);
  }

  if (location.protocol === "file:") return;
  if (navigator.serviceWorker) return keep(navigator.serviceWorker);
  document.addEventListener("click", follow);
  addEventListener("offline", () => (note.hidden = false));
  addEventListener("online", () => (note.hidden = true));
})();
