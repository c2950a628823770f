// Watches over a live page: takes the waiting sign away when the widgets stand, and says so plainly
// when they do not come within the time that a reader can be asked to wait. A line to a kernel that stays silent is not
// seen from here, and a new page has a new one: it is opened once, by itself, before the reader is told to.
(() => {
  const AGAIN_SECONDS = 30;
  const LIMIT_SECONDS = 45;
  const MARK = `hoc-tac-pham/mo-lai${location.pathname}`;
  const sign = document.getElementById("starting");
  const parts = [...document.querySelectorAll(".part > .plain")].map((plain) => plain.parentElement);
  const waiting = new Set(parts);

  // The place of a widget comes before its script has run: only what stands in it counts.
  const stands = (part) => part.querySelector(".kit, .jupyter-widgets > *");

  const openAnew = () => {
    sessionStorage.setItem(MARK, "1");
    location.reload();
  };
  const openedAnew = () => {
    try {
      const mark = sessionStorage.getItem(MARK);
      sessionStorage.removeItem(MARK);
      return Boolean(mark);
    } catch {
      return true; // Where nothing can be kept, a page could begin anew without end.
    }
  };

  const check = () => {
    for (const part of waiting) {
      if (!stands(part)) continue;
      part.querySelector(".plain").setAttribute("hidden", "");
      waiting.delete(part);
    }
    if (waiting.size) return;
    observer.disconnect();
    timers.forEach(clearTimeout);
    sign.remove();
    document.body.dataset.ready = "true";
  };
  const give_up = () => {
    sign.setAttribute("role", "alert");
    sign.classList.add("failed");
    sign.querySelector("span:last-child").textContent =
      "Phần tương tác chưa kết nối được. Nội dung vẫn đọc được ở dạng chữ; hãy tải lại trang để thử lại.";
    for (const part of waiting) {
      part.querySelector(".plain-wait").remove();
      part.querySelector("details")?.setAttribute("open", "");
    }
    document.body.dataset.ready = "failed";
  };

  const observer = new MutationObserver(check);
  observer.observe(document.body, { childList: true, subtree: true });
  const timers = [setTimeout(give_up, LIMIT_SECONDS * 1000)];
  // Counted from where all scripts are here: on a slow network a new page would only load them once more.
  const wait = () => waiting.size && timers.push(setTimeout(openAnew, AGAIN_SECONDS * 1000));
  if (!openedAnew()) addEventListener("load", wait);
  check();
})();
