// No place waits for its widget without end. This stands in the page itself: the script that mounts widgets (in the
// templates it bears data-mounts) may not come, or be one that this browser cannot read.
import { NOT_LOADED, showReadingForm } from "./reading_form.js";

const LIMIT_MS = 10_000;
let late = false;

function giveUp(forms) {
  for (const form of document.querySelectorAll(forms)) showReadingForm(form.parentElement, NOT_LOADED);
}

function lookOnce() {
  if (late) giveUp("[data-model]:not([data-mounted]) > .plain");
}

setTimeout(() => {
  late = true;
  lookOnce();
}, LIMIT_MS);
// A page that comes slowly may have places after that time; a widget that comes still later takes its place all the same.
document.addEventListener("readystatechange", lookOnce);
// An error of loading reaches the script's element alone. On live pages widgets have no place before they come.
addEventListener(
  "error",
  ({ target }) => target instanceof Element && target.matches("script[data-mounts]") && giveUp(".part:not([data-mounted]) > .plain"),
  true,
);
