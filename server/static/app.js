// On https (and on this machine) the static site installs as an app and works offline afterwards.
(() => {
  const allowed = location.protocol === "https:" || ["localhost", "127.0.0.1"].includes(location.hostname);
  if (!allowed || !("serviceWorker" in navigator)) return;
  const root = document.currentScript.dataset.root;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL(`${root}sw.js`, location.href)).catch((error) => console.warn(error));
  });
})();
