// Light, dark or as the device says; chosen by the reader and kept on this device.
(() => {
  const KEY = "hoc-tac-pham/giao-dien";
  const NAMES = { auto: "tự động", light: "sáng", dark: "tối" };
  const ORDER = ["auto", "light", "dark"];

  const read = () => {
    try {
      const saved = localStorage.getItem(KEY);
      return saved in NAMES ? saved : "auto";
    } catch {
      return "auto";
    }
  };
  const apply = (choice) => {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  };

  document.documentElement.classList.add("js");
  let choice = read();
  apply(choice);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    const label = () => (button.textContent = `Nền: ${NAMES[choice]}`);
    button.addEventListener("click", () => {
      choice = ORDER[(ORDER.indexOf(choice) + 1) % ORDER.length];
      apply(choice);
      label();
      try {
        localStorage.setItem(KEY, choice);
      } catch {
        // Storage is refused: the choice holds for this page only.
      }
    });
    label();
    button.hidden = false;
  });
})();
