// How large the speaker's words are.

const SIZES = [16, 18, 20, 22, 25, 28, 32, 36];
const USUAL = 22;

/** Connect the two buttons for the size of the words. */
export function connectSizes(root) {
  let size = SIZES.indexOf(USUAL);
  for (const button of root.querySelectorAll("[data-size]")) {
    button.addEventListener("click", () => {
      size = Math.min(SIZES.length - 1, Math.max(0, size + Number(button.dataset.size)));
      root.style.setProperty("--words", `${SIZES[size]}px`);
    });
  }
}
