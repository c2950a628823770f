// The speaker's window: what is shown, what comes next, what to say, and how the time runs.

import { el } from "../../widgets/shared/common.js";
import { showAnswered } from "./deck_answer.js";
import { createMessage } from "./deck_bar.js";
import { drawHands, lettersOf } from "./deck_hands.js";
import { listenToKeys } from "./deck_keys.js";
import { linkToDeck } from "./deck_link.js";
import { createList } from "./deck_list.js";
import { preparePhones } from "./deck_phones.js";
import { plannedTimes, readDeck, readSlides, slideOfNumber } from "./deck_slides.js";
import { isTimed } from "./deck_timer.js";
import { clockWords } from "./speaker_clock.js";
import { drawingsOf } from "./speaker_figure.js";
import { createHands } from "./speaker_hands.js";
import { connectSizes } from "./speaker_size.js";
import { createTimes } from "./speaker_times.js";

const ANSWER_NOTE = "Đáp án hiện trong khung bên trên; bấm “Hiện đáp án” để cả phòng cùng thấy.";
const UNLINKED_NOTE = "Chưa nối với bản trình chiếu. Mở lại cửa sổ này bằng phím S ở bản trình chiếu.";
const FULLSCREEN_NOTE = "Toàn màn hình chỉ mở được từ cửa sổ trình chiếu: bấm vào cửa sổ đó, rồi bấm F.";
const QUIET_NOTE = "Trang này không có lời dẫn riêng.";
// What the deck does when it is asked by these names; without one this window steps by itself.
const PASSED_ON = ["next", "prev", "first", "last", "section", "black", "white", "think"];
const NOTHING = { answered: false, off: "", hands: null, figure: "" };

class Speaker {
  constructor(root) {
    const find = (name) => root.querySelector(`[data-${name}]`);
    this.root = root;
    this.deck = readDeck();
    this.slides = readSlides();
    this.places = Object.fromEntries(
      ["place", "room", "thinking", "current", "next", "link", "notes"].map((name) => [name, find(name)]),
    );
    this.index = Math.max(0, this.slides.findIndex(({ id }) => id === location.hash.replace(/^#\/?/, "")));
    this.say = createMessage(find("say"));
    /** What the room sees of the slide, as the deck said last. */
    this.seen = NOTHING;
    this.met = false; // Until then the deck may keep a clock that runs on here.
    const planned = plannedTimes(this.slides.map(({ dataset }) => (dataset.minutes ? Number(dataset.minutes) : null)));
    this.times = createTimes(root, this.deck, () => this.part(), () => planned[this.index], () => this.link.greet());
    this.link = linkToDeck(this.deck.slug, (state) => this.take(state), () => (this.met ? this.times.clock.state() : null));
    this.drawFigure = drawingsOf(document.getElementById("kit-widgets"));
    this.hands = createHands(find("hands"), (counts) => this.link.send("hands", { id: this.slides[this.index].id, counts }));
    this.openList = createList(document.querySelector("[data-deck-list]"), this.slides, (slide) => this.goTo(slide));
    this.listen();
    this.show();
  }

  /** The part of the outline that is spoken; a slide without a time of its own belongs to the one before. */
  part() {
    const timed = this.slides.slice(0, this.index + 1).reverse().find(({ dataset }) => dataset.minutes);
    return Number((timed ?? this.slides[0]).dataset.part);
  }

  listen() {
    const actions = Object.fromEntries(PASSED_ON.map((name) => [name, () => this.go(name)]));
    Object.assign(actions, {
      list: () => this.openList(this.slides[this.index]),
      hands: () => this.hands.open(),
      fullscreen: () => this.say(FULLSCREEN_NOTE),
      present: () => this.say(FULLSCREEN_NOTE),
    });
    for (const node of this.root.querySelectorAll("[data-go]")) node.addEventListener("click", () => actions[node.dataset.go]());
    const goTo = (number) => {
      const slide = slideOfNumber(this.slides, number, this.say);
      if (slide) this.goTo(slide);
    };
    listenToKeys(actions, { goTo, say: this.say });
    connectSizes(this.root);
    addEventListener("resize", () => this.show());
  }

  go(action) {
    if (this.link.linked()) return this.link.send(action);
    const last = this.slides.length - 1;
    const goal = { next: this.index + 1, prev: this.index - 1, first: 0, last }[action] ?? this.index;
    this.goTo(this.slides[Math.min(last, Math.max(0, goal))]);
  }

  goTo(slide) {
    if (this.link.linked()) return this.link.send("slide", slide.id);
    this.index = this.slides.indexOf(slide);
    this.show();
  }

  take(state) {
    this.places.link.textContent = state ? "" : UNLINKED_NOTE;
    if (!state) return;
    const index = this.slides.findIndex(({ id }) => id === state.id);
    const { answered, off, hands, figure } = state;
    const seen = { answered, off, hands, figure };
    this.showTimer(this.slides[index], state.thinking);
    if (index >= 0 && (index !== this.index || JSON.stringify(seen) !== JSON.stringify(this.seen))) {
      this.times.clock.tick();
      Object.assign(this, { index, seen });
      this.show();
    }
    if (!this.met && state.clock) this.times.clock.goOn(state.clock);
    this.met = true;
  }

  show() {
    const slide = this.slides[this.index];
    const asking = slide.matches(".asking") && this.link.linked();
    const { answered, off } = this.seen;
    this.places.place.textContent = slide.querySelector("[data-number]").textContent;
    this.places.room.textContent = asking ? (answered ? "Đã hiện đáp án" : "Phòng chưa thấy đáp án") : "";
    this.button("next").textContent = asking && !answered ? "Hiện đáp án" : "Sau";
    this.button("hands").hidden = !asking || !lettersOf(slide).length;
    this.button("think").hidden = !isTimed(slide) || !this.link.linked();
    this.button("think").textContent = asking ? "Suy nghĩ" : "Giờ hoạt động";
    this.preview(this.places.current, slide, true);
    this.preview(this.places.next, this.slides[this.index + 1], false);
    this.places.current.dataset.off = off;
    for (const name of ["black", "white"]) this.button(name).setAttribute("aria-pressed", String(off === name));
    this.hands.show(asking ? slide : null, this.seen.hands);
    const notes = [...slide.querySelectorAll(".notes > p")].map((note) => el("p", {}, note.textContent));
    const none = el("p", {}, asking && !answered ? ANSWER_NOTE : QUIET_NOTE);
    this.places.notes.replaceChildren(...(notes.length ? notes : [none]));
    this.times.show();
  }

  button(name) {
    return this.root.querySelector(`[data-go=${name}]`);
  }

  showTimer(slide, seconds) {
    const asking = slide?.matches(".asking");
    const running = asking ? `Suy nghĩ: còn ${seconds} giây` : `Hoạt động: còn ${clockWords(seconds * 1000)}`;
    this.places.thinking.textContent = seconds ? running : seconds === 0 ? `Hết giờ ${asking ? "suy nghĩ" : "hoạt động"}` : "";
  }

  /** A small copy of a slide; of the one that is shown, a question with its answer, and all as the room sees it. */
  preview(place, slide, current) {
    if (!slide) return place.replaceChildren(el("p", {}, "Hết bài."));
    const copy = slide.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id], .tools, .ring").forEach((node) => (node.matches(".tools, .ring") ? node.remove() : node.removeAttribute("id")));
    copy.inert = true;
    copy.style.transform = `scale(${place.clientWidth / 960})`;
    place.replaceChildren(copy);
    if (current) this.drawFigure(copy, this.seen.figure);
    if (current && this.seen.hands) drawHands(copy, this.seen.hands);
    if (copy.matches(".asking")) showAnswered(copy, current, this.deck.scales);
  }
}

if (new URLSearchParams(location.search).has("nguoi-noi")) {
  document.title = `Người nói – ${document.title}`;
  document.body.classList.add("speaking");
  // Here the slides are pictures: their widgets run in the other window.
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll("[data-model]");
  for (const place of places) {
    place.dataset.pictured = place.dataset.model;
    place.removeAttribute("data-model");
  }
  /** @type {HTMLElement} */
  const root = document.querySelector("[data-speaker]");
  root.hidden = false;
  preparePhones(document.querySelector(".phones")).then(() => new Speaker(root));
}
