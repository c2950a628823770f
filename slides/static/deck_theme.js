// Light or dark, before the page is drawn. The reader's choice is the one of all the kit's pages (display.js);
// the deck's button “Nền” turns what is shown into the other.
const THEME_KEY = "hoc-tac-pham/giao-dien";
const root = document.documentElement;

function savedTheme() {
  try {
    return localStorage.getItem(THEME_KEY);
  } catch {
    return null; // Storage is refused: the device's own choice holds.
  }
}

function applyTheme(theme) {
  if (["light", "dark"].includes(theme)) root.dataset.theme = theme;
  else delete root.dataset.theme;
}

function turnTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  applyTheme(dark ? "light" : "dark");
  try {
    localStorage.setItem(THEME_KEY, root.dataset.theme);
  } catch {
    // It then holds for this page only.
  }
}

applyTheme(savedTheme());
addEventListener("storage", ({ key, newValue }) => key === THEME_KEY && applyTheme(newValue));
addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-theme-switch]") && turnTheme());
