// A session's page: the trainer's parts on demand, the list of its parts with the way through them,
// and tables that fit a phone.
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

  function setUpParts() {
    const headings = [...cells.querySelectorAll(".cell.text h2")];
    if (headings.length < 3) return;
    /** @type {HTMLElement} */
    const list = document.querySelector("[data-contents]");
    /** @type {HTMLElement} */
    const bar = document.querySelector("[data-parts]");
    const links = headings.map((heading, index) => addLink(list.querySelector("ol"), heading, index));
    const fold = setUpSheet(list, bar.querySelector("[data-parts-list]"));
    links.forEach((link) => link.addEventListener("click", () => fold(false)));
    const show = (index) => showPart(index, headings, links, bar);
    show(0);
    follow(headings, show);
    list.hidden = bar.hidden = false;
    document.body.classList.add("has-parts");
  }

  function addLink(place, heading, index) {
    heading.id ||= `phan-${index + 1}`;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    link.textContent = heading.textContent;
    item.append(link);
    place.append(item);
    return link;
  }

  /** On a phone the list is a sheet above the bar; returns what opens and closes it. */
  function setUpSheet(list, button) {
    const fold = (open) => {
      list.classList.toggle("open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => {
      fold(!list.classList.contains("open"));
      if (list.classList.contains("open")) list.querySelector("[aria-current]").focus();
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !list.classList.contains("open")) return;
      fold(false);
      button.focus();
    });
    addEventListener("click", ({ target }) => {
      if (!list.contains(target) && !button.contains(target)) fold(false);
    });
    return fold;
  }

  function showPart(index, headings, links, bar) {
    links.forEach((link, place) => {
      if (place === index) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
    bar.querySelector("[data-parts-count]").textContent = `Phần ${index + 1}/${headings.length}`;
    bar.querySelector("[data-parts-title]").textContent = headings[index].textContent;
    bar.style.setProperty("--read", `${(100 * (index + 1)) / headings.length}%`);
    lead(bar.querySelector("[data-parts-back]"), headings[index - 1], "Phần trước");
    lead(bar.querySelector("[data-parts-next]"), headings[index + 1], "Phần sau");
  }

  function lead(link, heading, label) {
    link.hidden = !heading;
    if (!heading) return;
    link.href = `#${heading.id}`;
    link.setAttribute("aria-label", `${label}: ${heading.textContent}`);
  }

  /** Tell which part is read: the last one whose heading has come into the upper half of the screen. */
  function follow(headings, show) {
    const seen = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target);
          else seen.delete(target);
        }
        show(headings.reduce((last, heading, index) => (seen.has(heading) ? index : last), 0));
      },
      // All that is above counts as seen, however far it has gone.
      { rootMargin: "1000000px 0px -55% 0px" },
    );
    headings.forEach((heading) => observer.observe(heading));
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
  setUpParts();
  nameCells();
})();
