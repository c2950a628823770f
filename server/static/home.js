// The home page's own: what this reader has done, what comes next, and clearing it all. Read from this device only.
//
// What it fills; each may be missing, and then that is left out:
//   [data-session="<slug>"] data-total="11" data-lists="<list>:5 <list>:4"
//                        a session, the number of its questions, its lists with the number of their points;
//                        in it "h3 a", the link to its page, and [data-progress], which gets the words.
//                        The class "finished" is set when all questions are answered.
//   [data-continue]      a link to where one begins; later it leads to the session to go on with.
//                        With data-finished="<address>" it leads there when all sessions are finished.
//   [data-due]           [data-due-text] in it (or itself) says how many flashcards are left today.
//                        data-cards="<slug>" names the page of the flashcards, data-cards-total="148" their number.
//   [data-remembers]     promises what is remembered; where storage is refused, it says that instead.
//   [data-clear]         holds [data-clear-ask], [data-clear-confirm] with [data-clear-yes] and [data-clear-no],
//                        and [data-clear-status].
import { leftWords } from "../../widgets/flashcards/schedule.js";
import { cardsToday, clearSaved, nextSession, readSaved, sumUp, wordsOf } from "../../widgets/progress/reading.js";

const REFUSED = "Trình duyệt không cho lưu trên máy này, nên trang này không ghi nhớ tiến độ.";
/** @type {HTMLAnchorElement | null} */
const link = document.querySelector("[data-continue]");
/** @type {HTMLElement | null} */
const due = document.querySelector("[data-due]");
const dueText = due?.querySelector("[data-due-text]") ?? due;
// What the page says before anything has been done.
const written = { text: link?.textContent, href: link?.href };

function sessionOf(node) {
  const { session: slug, total, lists = "" } = node.dataset;
  const counts = lists.split(" ").filter(Boolean).map((list) => list.split(":"));
  return { slug, questions: Number(total), lists: Object.fromEntries(counts.map(([id, count]) => [id, Number(count)])) };
}

function show() {
  const { entries } = readSaved();
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll("[data-session]");
  const nodes = [...found];
  const sums = nodes.map((node) => sumUp(entries, sessionOf(node)));
  for (const [index, node] of nodes.entries()) {
    const place = node.querySelector("[data-progress]");
    if (place) place.textContent = wordsOf(sums[index]).join(" · ");
    node.classList.toggle("finished", sums[index].finished);
  }
  showNext(nodes, sums);
  if (due) {
    const { cards: slug, cardsTotal } = due.dataset;
    dueText.textContent = leftWords(cardsToday(entries, { slug, total: Number(cardsTotal) }, Date.now()));
  }
  if (entries) return;
  say(REFUSED);
  const promise = document.querySelector("[data-remembers]");
  if (promise) promise.textContent = REFUSED;
}

function showNext(nodes, sums) {
  if (!link) return;
  const next = nextSession(sums);
  const to = next && nodes[sums.indexOf(next)].querySelector("h3 a");
  if (!sums.some(({ begun }) => begun)) [link.textContent, link.href] = [written.text, written.href];
  else if (to) {
    const { current } = next.parts;
    [link.textContent, link.href] = [`Học tiếp: ${to.textContent}`, `${to.href}${current ? `#${current.id}` : ""}`];
  }
  else if (!next && link.dataset.finished) {
    [link.textContent, link.href] = ["Đã học hết các buổi: xem tiến độ", link.dataset.finished];
  }
}

function say(text) {
  const place = document.querySelector("[data-clear-status]");
  if (place) place.textContent = text;
}

function setUpClearing() {
  /** @returns {HTMLElement | null} */
  const find = (name) => document.querySelector(`[data-clear] [data-clear-${name}]`);
  const [ask, confirm, yes, no] = ["ask", "confirm", "yes", "no"].map(find);
  if (!ask || !confirm || !yes || !no) return;
  const toggle = (open) => {
    ask.hidden = open;
    confirm.hidden = !open;
    (open ? no : ask).focus();
  };
  ask.addEventListener("click", () => {
    say("Xóa mọi câu trả lời, thẻ đã đọc và ghi chú đã lưu trên máy này?");
    toggle(true);
  });
  no.addEventListener("click", () => {
    say("");
    toggle(false);
  });
  yes.addEventListener("click", () => {
    clearSaved();
    toggle(false);
    show();
    if (readSaved().entries) say("Đã xóa toàn bộ tiến độ trên máy này.");
  });
}

show();
setUpClearing();
addEventListener("pageshow", show);
// Another tab of this browser may be the one in which the reader studies.
addEventListener("storage", show);
