// How the page looks: light, dark or as the device says, and the size of text; chosen by the reader, kept on
// this device. Runs before the page is drawn, so that nothing changes under the reader's eyes, and before all others.
import "./early/older.js";
import "./early/waiting.js";

(() => {
  const CHOICES = {
    theme: { key: "hoc-tac-pham/giao-dien", names: ["auto", "light", "dark"] },
    text: { key: "hoc-tac-pham/co-chu", names: ["vua", "lon", "rat-lon"] },
  };
  const REFUSED = "Trình duyệt không cho lưu, nên lựa chọn này chỉ dùng cho trang đang mở.";

  function read({ key, names }) {
    try {
      const saved = localStorage.getItem(key);
      return names.includes(saved) ? saved : names[0];
    } catch {
      return names[0];
    }
  }

  /** Keep a choice; tells whether the device allowed it. */
  function keep({ key }, value) {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  }

  // The first name of each is what a page does by itself, so the element then carries no mark.
  function apply(what, value) {
    const marks = document.documentElement.dataset;
    if (value === CHOICES[what].names[0]) delete marks[what];
    else marks[what] = value;
  }

  function setUpChoices(panel) {
    const status = panel.querySelector("[role=status]");
    for (const radio of panel.querySelectorAll("input[type=radio]")) {
      const choice = CHOICES[radio.name];
      radio.checked = read(choice) === radio.value;
      radio.addEventListener("change", () => {
        apply(radio.name, radio.value);
        status.textContent = keep(choice, radio.value) ? "" : REFUSED;
      });
    }
    panel.hidden = false;
  }

  /** The header's menus open without a script; with one they also close as menus do. */
  function setUpMenus(menus) {
    const close = (kept) => menus.forEach((menu) => menu !== kept && (menu.open = false));
    addEventListener("click", (event) => close(menus.find((menu) => menu.contains(event.target))));
    addEventListener("keydown", (event) => {
      const open = menus.find((menu) => menu.open);
      if (event.key !== "Escape" || !open) return;
      if (open.contains(document.activeElement)) open.querySelector("summary").focus();
      close();
    });
    for (const menu of menus) {
      menu.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
      });
    }
  }

  document.documentElement.classList.add("js");
  for (const what of Object.keys(CHOICES)) apply(what, read(CHOICES[what]));
  document.addEventListener("DOMContentLoaded", () => {
    setUpChoices(document.querySelector("[data-display]"));
    setUpMenus([...document.querySelectorAll("details.menu")]);
  });
})();
