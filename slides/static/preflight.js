// The page that checks a machine before a session: each check tries the thing itself, on this machine.

import { button } from "../../widgets/shared/common.js";
import { toggleFullscreen } from "./deck_bar.js";
import { showPhones } from "./deck_phones.js";

const WAIT_MS = 15_000;
// The trial's own place in storage; it leaves nothing behind.
const TRIAL = "hoc-tac-pham/kiem-tra/";

const CHECKS = {
  async fonts() {
    await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 20px "Be Vietnam Pro"`, "Ắặệữ abc")));
    const loaded = [...document.fonts].some(({ family, status }) => family.includes("Be Vietnam Pro") && status === "loaded");
    return loaded && document.fonts.check('600 20px "Be Vietnam Pro"', "Ắặệữ");
  },
  async figure() {
    const place = await mounted("figure");
    const before = place.querySelector(".figure-drawing").innerHTML;
    place.querySelectorAll("input[type=radio]")[1].click();
    return Boolean(before) && place.querySelector(".figure-drawing").innerHTML !== before;
  },
  // What the slides are laid out by; the oldest browsers that have it are those that decks are made for.
  async browser() {
    return CSS.supports("selector(:has(a))") && typeof HTMLDialogElement === "function";
  },
  async fullscreen() {
    return document.fullscreenEnabled;
  },
  async screen() {
    return screen.width >= 1024 && screen.height >= 600;
  },
  async storage() {
    localStorage.setItem(`${TRIAL}thu`, "1");
    return localStorage.getItem(`${TRIAL}thu`) === "1";
  },
};

/** The sample widget of that name, when host.js has mounted it. */
function mounted(name) {
  /** @type {HTMLElement} */
  const place = document.querySelector(`[data-sample=${name}]`);
  return new Promise((resolve, reject) => {
    const look = () => place.dataset.mounted === "true" && resolve(place);
    new MutationObserver(look).observe(place, { attributes: true });
    setTimeout(() => reject(new Error(`${name} did not start within ${WAIT_MS} ms`)), WAIT_MS);
    look();
  });
}

async function run(row) {
  const right = await CHECKS[row.dataset.check]().catch((error) => {
    console.warn(error);
    return false;
  });
  row.dataset.result = right ? "right" : "wrong";
  row.querySelector("[data-word]").textContent = right ? "Đạt" : "Chưa đạt";
  row.querySelector("[data-remedy]").hidden = right;
  return right;
}

function clear() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(TRIAL)) localStorage.removeItem(key);
  } catch {
    // Storage is refused: nothing was left.
  }
}

async function check() {
  const results = await Promise.all([...document.querySelectorAll("[data-check]")].map(run));
  clear();
  const wrong = results.filter((right) => !right).length;
  document.querySelector("[data-verdict]").textContent = wrong
    ? `${wrong} mục chưa đạt. Cách xử lý nằm cạnh từng mục.`
    : "Máy này sẵn sàng cho buổi trình bày.";
}

const status = document.querySelector("[data-verdict]");
document.querySelector("[data-try]").append(button("Thử toàn màn hình", () => toggleFullscreen((words) => (status.textContent = words))));
showPhones(document.querySelector("[data-phones]"));
check();
