// The deck begins light, whatever device and reader have chosen: a hall is seldom dark, and red on black is weak there.
// The deck's button “Nền” turns it, for this window and as long as it is open.
const THEME_KEY = "hoc-tac-pham/nen-trinh-chieu";
const root = document.documentElement;

function keptTheme() {
  try {
    return sessionStorage.getItem(THEME_KEY);
  } catch {
    return null; // Storage is refused.
  }
}

function turnTheme() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try {
    sessionStorage.setItem(THEME_KEY, root.dataset.theme);
  } catch {
    // It then holds until the page is loaded again.
  }
}

root.dataset.theme = keptTheme() === "dark" ? "dark" : "light";
addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-theme-switch]") && turnTheme());
