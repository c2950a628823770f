// All that the reader has written and ticked, by session; to be printed, copied as text, or taken to another device.

import { button, el, kitLink } from "../shared/common.js";
import { copyText } from "../shared/clipboard.js";
import { dayText } from "../shared/days.js";
import { readSaved } from "../progress/reading.js";
import { createTransfer } from "../progress/transfer.js";
import { collectNotes, notesAsText } from "./collect.js";

const PRIVATE = "Những điều dưới đây chỉ lưu trong trình duyệt trên máy này, không gửi đi đâu, và không ai khác xem được.";
const REFUSED =
  "Trình duyệt không cho lưu trên máy này, nên không có ghi chú để xem. Hãy tắt chế độ ẩn danh rồi tải lại trang.";
const COPIED = "Đã sao chép. Đồng chí có thể dán vào văn bản hoặc tin nhắn.";
const BY_HAND = "Trình duyệt không cho trang tự sao chép. Hãy chọn hết nội dung trong ô trên rồi sao chép.";

function render({ model, el: host }) {
  const life = new AbortController();
  const view = {
    title: model.get("title"), sessions: model.get("sessions"), found: [], seen: "",
    parts: el("div", {}), said: el("p", { class: "kit-said", role: "status" }),
    text: el("textarea", { class: "kit-field kit-wide", rows: "8", readOnly: true, hidden: true, "aria-label": "Ghi chú ở dạng chữ" }),
    transfer: createTransfer(() => show(view), { erase: false }),
  };
  view.acts = el("div", { class: "kit-row" },
    button("In", () => print()), button("Sao chép thành văn bản", () => copy(view)));
  host.append(el("section", { class: "kit own-notes", lang: "vi", "aria-label": view.title },
    el("p", { class: "own-notes-private" }, PRIVATE), view.acts, view.text, view.said, view.parts,
    el("div", { class: "own-notes-transfer" }, el("h2", {}, "Chuyển sang máy khác"),
      el("p", {}, "Tệp tiến độ mang theo cả ghi chú, cam kết, thẻ đã đọc và câu đã trả lời."), view.transfer.node)));
  // The reader writes on other pages and comes back, in this tab or from another one.
  for (const event of ["pageshow", "storage"]) addEventListener(event, () => show(view), { signal: life.signal });
  show(view);
  return () => {
    life.abort();
    host.replaceChildren();
  };
}

function show(view) {
  const { entries } = readSaved();
  const seen = JSON.stringify(entries);
  if (seen === view.seen) return;
  view.seen = seen;
  view.found = collectNotes(entries, view.sessions);
  view.parts.replaceChildren(...(view.found.length ? view.found.map(buildSession) : [buildEmpty(view, entries)]));
  view.acts.hidden = !view.found.length;
  view.text.hidden = true;
  view.transfer.sync(Object.keys(entries ?? {}).length > 0);
}

function buildEmpty({ sessions }, entries) {
  if (!entries) return el("p", { class: "kit-note" }, REFUSED);
  const [first] = sessions.flatMap(({ slug, title, places }) => places.map(({ key }) => ({ slug, title, key })).slice(-1));
  return el("div", { class: "own-notes-empty" },
    el("p", {}, "Chưa có ghi chú nào. Ở mỗi buổi, dưới mỗi thẻ và mỗi câu hỏi liên hệ thực tiễn có ô để viết; đồng chí viết vài chữ cũng được."),
    first && el("p", {}, kitLink(`Viết ở ${first.title}`, first.slug, first.key, { class: "kit-button kit-primary" })));
}

function buildSession({ title, places }) {
  return el("section", { class: "own-notes-session", "aria-label": title }, el("h2", {}, title), places.flatMap(buildPlace));
}

function buildPlace({ slug, anchor, title, notes, ticked, goals }) {
  return [
    title && el("h3", {}, kitLink(ticked.length ? `${title} (${ticked.length}/${goals})` : title, slug, anchor)),
    ticked.length > 0 && el("ul", { class: "own-notes-ticked" }, ticked.map((goal) => el("li", {}, `✓ ${goal}`))),
    notes.length > 0 && el("dl", {}, notes.flatMap((note) => buildNote(slug, anchor, note))),
  ].filter(Boolean);
}

/** A card has a place of its own; what is asked at one place needs no more than the link above. */
function buildNote(slug, place, { title, anchor, text, day }) {
  return [
    el("dt", {}, anchor === place ? title : kitLink(title, slug, anchor)),
    el("dd", {}, text, day !== undefined && el("span", { class: "own-notes-day" }, `Viết ngày ${dayText(day)}`)),
  ];
}

async function copy({ title, found, text, said }) {
  text.value = notesAsText(title, found);
  if (await copyText(text.value)) {
    said.textContent = COPIED;
    return;
  }
  text.hidden = false;
  text.focus();
  text.select();
  said.textContent = BY_HAND;
}

export default { render };
