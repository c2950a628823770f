// The reader's own progress: the next step, what to repeat today, what is done, what to look at again.

import { forgetsSoon } from "../shared/browsers.js";
import { button, el, kitLink } from "../shared/common.js";
import { leftWords } from "../flashcards/schedule.js";
import { countNotes } from "../own_notes/collect.js";
import { cardsToday, readSaved, wordsOf } from "./reading.js";
import { forgottenCards, littleRead, nextStep, sumMixed, sumSession, wrongQuestions } from "./review.js";
import { createTransfer } from "./transfer.js";

const REFUSED =
  "Trình duyệt không cho lưu trên máy này, nên không có tiến độ để xem. Hãy tắt chế độ ẩn danh rồi tải lại trang.";

const FORGETS = "Trình duyệt của máy này có thể tự xóa tiến độ nếu bảy ngày liền đồng chí không mở trang. " +
  "Đồng chí nên mở trang hằng tuần, và giữ một tệp để khi cần thì nhập lại.";

function render({ model, el: host }) {
  const life = new AbortController();
  const kit = { sessions: model.get("sessions"), mixed: model.get("mixed"), cards: model.get("cards"), notes: model.get("notes") };
  const parts = el("div", { class: "progress-parts" });
  const transfer = createTransfer(() => show());
  const forgets = forgetsSoon() && el("div", { class: "kit-note", hidden: true },
    el("p", {}, FORGETS),
    el("div", { class: "kit-row" }, button("Giữ một tệp tiến độ", transfer.save)));
  let seen = "";

  function show() {
    const { entries } = readSaved();
    const now = JSON.stringify([entries, kit.cards && cardsToday(entries, kit.cards, Date.now())]);
    // Building it anew would close what the reader has opened.
    if (now === seen) return;
    seen = now;
    parts.replaceChildren(
      ...[!entries && el("p", { class: "kit-note" }, REFUSED), ...buildParts(kit, entries)].filter(Boolean),
    );
    const some = Object.keys(entries ?? {}).length > 0;
    transfer.sync(some);
    if (forgets) forgets.hidden = !some;
  }

  host.append(
    el("section", { class: "kit progress", lang: "vi", "aria-label": model.get("title") },
      el("h2", { class: "kit-title" }, model.get("title")),
      el("p", { class: "progress-private" }, "Tiến độ chỉ lưu trong trình duyệt trên máy này, không gửi đi đâu."),
      forgets,
      parts,
      el("h3", {}, "Chuyển sang máy khác, hoặc xóa"),
      transfer.node,
    ),
  );
  // The reader studies on other pages and comes back, in this tab or from another one.
  for (const event of ["pageshow", "storage"]) addEventListener(event, show, { signal: life.signal });
  document.addEventListener("visibilitychange", () => document.hidden || show(), { signal: life.signal });
  show();
  return () => {
    life.abort();
    host.replaceChildren();
  };
}

function buildParts(kit, entries) {
  const now = Date.now();
  const wrong = wrongQuestions(entries, kit.sessions, kit.mixed);
  const notes = kit.notes ? countNotes(entries) : 0;
  return [
    part("Việc nên làm tiếp", buildStep(nextStep(entries, kit, now))),
    part("Hôm nay", buildToday(kit, entries, wrong, now)),
    part("Đã học", buildSessions(kit, entries)),
    part("Nên xem lại", buildAgain(kit, entries, wrong)),
    notes > 0 && part("Ghi chú của tôi", linkTo(kit.notes, "", `Đồng chí đã viết ${notes} ghi chú. Xem tất cả`)),
  ];
}

function part(title, ...content) {
  return el("section", { class: "progress-part", "aria-label": title }, el("h3", {}, title), ...content);
}

function linkTo(slug, fragment, text, kind = "progress-link") {
  return kitLink(text, slug, fragment, { class: kind });
}

function buildStep({ text, label, slug, fragment }) {
  return el("div", { class: "progress-step" },
    el("p", {}, text),
    label && linkTo(slug, fragment, label, "kit-button kit-primary"));
}

function buildToday({ cards }, entries, wrong, now) {
  const count = wrong.reduce((sum, { questions }) => sum + questions.length, 0);
  if (!cards && count === 0) return el("p", {}, "Hôm nay không có gì phải ôn.");
  return el("ul", { class: "progress-list" },
    cards && el("li", {}, linkTo(cards.slug, "", `Thẻ ghi nhớ. ${leftWords(cardsToday(entries, cards, now))}`)),
    count > 0 && el("li", {}, `${count} câu hỏi đã trả lời chưa đúng, ghi ở mục “Nên xem lại”`));
}

function buildSessions({ sessions, mixed }, entries) {
  const rows = sessions.map((session) => {
    const sum = sumSession(entries, session);
    return buildRow(session.slug, session.title, wordsOf(sum), shareOf(sum));
  });
  const all = sumMixed(entries, sessions, mixed);
  if (all) {
    const none = { read: 0, total: 0 };
    const words = wordsOf({ quiz: all, cards: none, parts: none });
    rows.push(buildRow(mixed.slug, mixed.title, words, all.done / all.total));
  }
  return el("ul", { class: "progress-rows" }, rows);
}

/** How much of a session's text, cards and questions is done, from 0 to 1. */
function shareOf({ quiz, cards, parts }) {
  return (quiz.done + cards.read + parts.read) / Math.max(1, quiz.total + cards.total + parts.total);
}

function buildRow(slug, title, words, share) {
  const row = el("li", {},
    linkTo(slug, "", title),
    el("span", { class: "progress-words" }, words.join(" · ") || "Chưa học"));
  row.style.setProperty("--progress-done", `${100 * share}%`);
  return row;
}

function buildAgain({ sessions, cards }, entries, wrong) {
  const lists = littleRead(entries, sessions);
  const forgotten = cards ? forgottenCards(entries, cards.slug) : 0;
  if (!wrong.length && !lists.length && !forgotten) return el("p", {}, "Chưa có gì cần xem lại.");
  return [
    wrong.map(buildWrong),
    lists.length > 0 && el("h4", {}, "Danh sách đọc chưa xong"),
    lists.length > 0 && el("ul", { class: "progress-list" }, lists.map(({ slug, next, title, read, total }) =>
      el("li", {}, linkTo(slug, next, `${title}: đã đọc ${read}/${total} thẻ`)))),
    forgotten > 0 && el("h4", {}, "Thẻ ghi nhớ"),
    forgotten > 0 && el("ul", { class: "progress-list" },
      el("li", {}, linkTo(cards.slug, "", `${forgotten} thẻ đã thuộc rồi lại quên`))),
  ].flat().filter(Boolean);
}

function buildWrong({ session, questions }) {
  return el("details", {},
    el("summary", {}, `${session.title}: ${questions.length} câu chưa đúng`),
    el("ul", { class: "progress-list" }, questions.map(({ slug, id, number, prompt }) =>
      el("li", {}, linkTo(slug, id, `Câu ${number}. ${prompt}`)))));
}

export default { render };
