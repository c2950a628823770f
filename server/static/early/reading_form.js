// What stands in a widget's place where it does not run: its reading form, opened, and a sentence that says why.

export const NOT_LOADED = "Chưa tải được phần tương tác. Đồng chí có thể tải lại trang, hoặc đọc nội dung ở dạng chữ:";
export const NOT_RUN = "Trình duyệt này chưa chạy được phần tương tác. Đồng chí hãy đọc nội dung ở dạng chữ:";

/** Show the reading form in a place; host.js may have laid it aside behind the place already. */
export function showReadingForm(place, why) {
  const kept = place.nextElementSibling;
  if (kept?.matches("template.reading-form")) {
    place.replaceChildren(kept.content);
    kept.remove();
  }
  place.dataset.mounted = "failed";
  const wait = place.querySelector(".plain-wait");
  wait?.setAttribute("role", "status");
  if (wait) wait.textContent = why;
  place.querySelector("details")?.setAttribute("open", "");
}
