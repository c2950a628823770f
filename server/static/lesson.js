// A session's page: the trainer's parts on demand, the way through its parts, and tables that fit a phone.
import { setUpParts } from "./parts/parts.js";
import { setUpPlans } from "./parts/plan_choice.js";

(() => {
  const cells = document.getElementById("cells");

  // "?trinh-bay" in the address (a trainer's bookmark) shows the trainer's parts from the start.
  function setUpPresenting(button) {
    let presenting = new URLSearchParams(location.search).has("trinh-bay");
    const show = () => {
      document.body.classList.toggle("presenting", presenting);
      button.setAttribute("aria-pressed", String(presenting));
      button.querySelector(".verb").textContent = presenting ? "Ẩn" : "Hiện";
    };
    button.addEventListener("click", () => {
      presenting = !presenting;
      show();
    });
    button.hidden = false;
    show();
  }

  // On a phone the cells of a row stand below each other; each then names its column.
  function nameCells() {
    for (const table of cells.querySelectorAll("table")) {
      const heads = [...table.querySelectorAll("thead tr > *")];
      for (const row of table.querySelectorAll("tbody tr")) {
        [...row.children].forEach((cell, index) => cell.setAttribute("data-head", heads[index]?.textContent ?? ""));
      }
      table.dataset.columns = String(heads.length);
      // An empty corner heads nothing.
      for (const head of heads) if (!head.textContent.trim()) head.replaceWith(document.createElement("td"));
    }
  }

  const presenting = document.querySelector("[data-presenting]");
  if (presenting) setUpPresenting(presenting);
  setUpPlans(cells);
  setUpParts(cells);
  nameCells();
})();
