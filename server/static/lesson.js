// A session's page: the trainer's parts on demand, a list of contents, tables that fit a phone.
(() => {
  const cells = document.getElementById("cells");

  // "?trinh-bay" in the address (the trainer's link on the home page) shows the trainer's parts from the start.
  function setUpPresenting() {
    const button = document.querySelector("[data-presenting]");
    let presenting = new URLSearchParams(location.search).has("trinh-bay");
    const show = () => {
      document.body.classList.toggle("presenting", presenting);
      button.setAttribute("aria-pressed", String(presenting));
      button.textContent = presenting ? "Ẩn lời dẫn cho báo cáo viên" : "Hiện lời dẫn cho báo cáo viên";
    };
    button.addEventListener("click", () => {
      presenting = !presenting;
      show();
    });
    button.hidden = false;
    show();
  }

  function setUpContents() {
    const place = document.querySelector("[data-contents]");
    const headings = [...cells.querySelectorAll(".cell.text h2")];
    if (headings.length < 3) return;
    headings.forEach((heading, index) => {
      heading.id = `phan-${index + 1}`;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${heading.id}`;
      link.textContent = heading.textContent;
      link.addEventListener("click", () => place.removeAttribute("open"));
      item.append(link);
      place.querySelector("ol").append(item);
    });
    place.hidden = false;
  }

  // On a phone the cells of a row stand below each other; each then names its column.
  function nameCells() {
    for (const table of cells.querySelectorAll("table")) {
      const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
      for (const row of table.querySelectorAll("tbody tr")) {
        [...row.children].forEach((cell, index) => (cell.dataset.head = heads[index] ?? ""));
      }
      table.dataset.columns = String(heads.length);
    }
  }

  setUpPresenting();
  setUpContents();
  nameCells();
})();
