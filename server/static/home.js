// Shows the reader's own progress, read from this device, and clears it when asked to.
(() => {
  const PREFIX = "hoc-tac-pham/";

  function savedKeys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key.split("/").length === 3);
    } catch {
      return [];
    }
  }

  function progressOf(slug) {
    try {
      const value = JSON.parse(localStorage.getItem(`${PREFIX}${slug}/quiz`));
      return value && Number.isInteger(value.done) ? value : null;
    } catch {
      return null;
    }
  }

  function show() {
    let next = null;
    for (const item of document.querySelectorAll("[data-session]")) {
      const progress = progressOf(item.dataset.session);
      const total = Number(item.dataset.total);
      const done = Math.min(progress?.done ?? 0, total);
      const place = item.querySelector("[data-progress]");
      place.textContent = done ? `Đã trả lời ${done}/${total} câu` : "";
      item.classList.toggle("finished", done === total);
      if (done < total && next === null) next = { item, begun: done > 0 };
    }
    const link = document.querySelector("[data-continue]");
    if (next && (next.begun || next.item.previousElementSibling)) {
      link.href = next.item.querySelector("h3 a").href;
      link.textContent = `Học tiếp: ${next.item.querySelector("h3 a").textContent}`;
    }
  }

  function setUpClearing() {
    const box = document.querySelector("[data-clear]");
    const ask = box.querySelector("[data-clear-ask]");
    const confirm = box.querySelector("[data-clear-confirm]");
    const status = box.querySelector("[data-clear-status]");
    const toggle = (open) => {
      ask.hidden = open;
      confirm.hidden = !open;
      (open ? confirm.querySelector("[data-clear-no]") : ask).focus();
    };
    ask.addEventListener("click", () => {
      status.textContent = "Xóa mọi câu trả lời và ghi chú đã lưu trên máy này?";
      toggle(true);
    });
    confirm.querySelector("[data-clear-no]").addEventListener("click", () => {
      status.textContent = "";
      toggle(false);
    });
    confirm.querySelector("[data-clear-yes]").addEventListener("click", () => {
      for (const key of savedKeys()) localStorage.removeItem(key);
      status.textContent = "Đã xóa toàn bộ tiến độ trên máy này.";
      toggle(false);
      show();
    });
  }

  show();
  setUpClearing();
  addEventListener("pageshow", show);
})();
