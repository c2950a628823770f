// A session's page: the trainer's parts on demand, the list of its parts with the way through them,
// tables that fit a phone, and the place where one stood before a reload.
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
    const list = document.querySelector("[data-contents]");
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
        show(Math.max(0, headings.findLastIndex((heading) => seen.has(heading))));
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
        [...row.children].forEach((cell, index) => (cell.dataset.head = heads[index]?.textContent ?? ""));
      }
      table.dataset.columns = String(heads.length);
      // An empty corner heads nothing.
      for (const head of heads) if (!head.textContent.trim()) head.replaceWith(document.createElement("td"));
    }
  }

  // Just below the header: what stands here is being read.
  const READING_LINE = 80;
  // So many frames in which nothing has moved, and the page is taken to stand.
  const STILL_FRAMES = 5;
  const HOLD_MS = 30_000;
  const READER_ACTS = ["pointerdown", "touchstart", "wheel", "keydown"];

  /**
   * After a reload, going back, or when the phone had thrown the tab away, stand where one stood: in the same cell, as
   * far into it. The browser keeps pixels, and they mean another place: widgets come later, and what is far above has
   * no layout yet. A live page, whose widgets come from a kernel, is left to the browser.
   */
  function setUpPlace() {
    if (!document.getElementById("kit-widgets")) return;
    const all = [...cells.querySelectorAll(".cell")];
    const key = `hoc-tac-pham/cho-dang-doc${location.pathname}${location.search}`;
    const place = cameBack() && !location.hash ? loadPlace(key) : null;
    let settled = !all[place?.cell];
    if (!settled) stand(all[place.cell], place.share, () => (settled = true));
    // Who leaves before the page stands has read nothing else: the place kept before holds.
    const keep = () => settled && savePlace(key, placeIn(all));
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", () => document.hidden && keep());
  }

  function cameBack() {
    const [visit] = performance.getEntriesByType("navigation");
    return document.wasDiscarded || ["reload", "back_forward"].includes(visit?.type);
  }

  /** Which cell is being read, and which share of its height lies above the line; null at the top of the page. */
  function placeIn(all) {
    if (!scrollY) return null;
    const boxes = all.map((cell) => cell.getBoundingClientRect());
    const cell = boxes.findLastIndex(({ top }) => top <= READING_LINE);
    return cell < 0 ? null : { cell, share: (READING_LINE - boxes[cell].top) / (boxes[cell].height || 1) };
  }

  function loadPlace(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function savePlace(key, place) {
    try {
      sessionStorage.setItem(key, JSON.stringify(place));
    } catch {
      // Storage is refused: the browser does what it can.
    }
  }

  /** Hold a cell at the line until the widgets stand and nothing moves any more, or the reader acts. */
  function stand(cell, share, done) {
    const life = new AbortController();
    const { signal } = life;
    let mounted = false;
    let still = 0;
    const end = () => {
      life.abort();
      done();
      afterLoad(() => (history.scrollRestoration = "auto"));
    };
    const step = () => {
      if (signal.aborted) return;
      const before = scrollY;
      const { top, height } = cell.getBoundingClientRect();
      scrollBy({ top: top + share * (height || 1) - READING_LINE, behavior: "instant" });
      still = Math.abs(scrollY - before) < 1 ? still + 1 : 0;
      if (mounted && still > STILL_FRAMES) end();
      else requestAnimationFrame(step);
    };
    // Only now: for steps within the page the browser's own way is right.
    history.scrollRestoration = "manual";
    for (const act of READER_ACTS) addEventListener(act, end, { passive: true, signal });
    addEventListener("widgetsmounted", () => (mounted = true), { signal });
    // A screen reader scrolls without any such act; where a widget never comes, it is not held for ever.
    setTimeout(end, HOLD_MS);
    requestAnimationFrame(step);
  }

  function afterLoad(act) {
    if (document.readyState === "complete") act();
    else addEventListener("load", () => setTimeout(act), { once: true });
  }

  const presenting = document.querySelector("[data-presenting]");
  if (presenting) setUpPresenting(presenting);
  setUpParts();
  nameCells();
  setUpPlace();
})();
