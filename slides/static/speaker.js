// The speaker's window: what is shown, what comes next, what to say, and how the time runs.

import { el } from "../../widgets/shared/common.js";
import { showAnswered } from "./deck_answer.js";
import { createMessage } from "./deck_bar.js";
import { linkToDeck } from "./deck_link.js";
import { preparePhones } from "./deck_phones.js";
import { plannedTimes, readDeck, readSlides } from "./deck_slides.js";
import { clockWords, createClock, paceWords } from "./speaker_clock.js";

const KEYS = {
  PageDown: "next", ArrowRight: "next", ArrowDown: "next", " ": "next", PageUp: "prev", ArrowLeft: "prev", ArrowUp: "prev",
  Home: "first", End: "last", b: "pause", B: "pause", ".": "pause", t: "think", T: "think", f: "fullscreen", F: "fullscreen",
};
const ANSWER_NOTE = "Đáp án hiện trong khung bên trên; bấm “Hiện đáp án” để cả phòng cùng thấy.";
const UNLINKED_NOTE = "Chưa nối với bản trình chiếu. Mở lại cửa sổ này bằng phím S ở bản trình chiếu.";
const FULLSCREEN_NOTE = "Toàn màn hình chỉ mở được từ cửa sổ trình chiếu: bấm vào cửa sổ đó, rồi bấm F.";
const QUIET_NOTE = "Trang này không có lời dẫn riêng.";

class Speaker {
  constructor(root) {
    const find = (name) => root.querySelector(`[data-${name}]`);
    this.root = root;
    this.deck = readDeck();
    this.slides = readSlides();
    this.places = Object.fromEntries(
      ["now", "elapsed", "left", "place", "room", "current", "next", "link", "pace", "parts", "notes"].map((name) => [name, find(name)]),
    );
    this.times = plannedTimes(this.slides.map(({ dataset }) => (dataset.minutes ? Number(dataset.minutes) : null)));
    this.index = Math.max(0, this.slides.findIndex(({ id }) => id === location.hash.replace(/^#\/?/, "")));
    this.clock = createClock(this.deck.parts.length, () => this.part());
    this.say = createMessage(find("say"));
    /** @type {boolean | undefined} what the deck said last; undefined before it said anything */
    this.answered = undefined;
    /** @type {boolean | undefined} */
    this.paused = undefined;
    this.met = false; // Until then the deck may keep a clock that runs on here.
    this.link = linkToDeck(this.deck.slug, (state) => this.take(state), () => (this.met ? this.clock.state() : null));
    this.rows = this.deck.parts.map((part) => this.addRow(part));
    this.listen();
    this.show();
    this.showTime();
    setInterval(() => this.showTime(), 500);
  }

  /** The part of the outline that is spoken; a slide without a time of its own belongs to the one before. */
  part() {
    const timed = this.slides.slice(0, this.index + 1).reverse().find(({ dataset }) => dataset.minutes);
    return Number((timed ?? this.slides[0]).dataset.part);
  }

  addRow({ title, minutes }) {
    const row = el("tr", {}, el("th", { scope: "row" }, title), el("td", {}, `${minutes} phút`), el("td", {}));
    this.places.parts.append(row);
    return row;
  }

  listen() {
    for (const node of this.root.querySelectorAll("[data-go]")) node.addEventListener("click", () => this.go(node.dataset.go));
    this.root.querySelector("[data-clock=start]").addEventListener("click", () => this.turnClock());
    this.root.querySelector("[data-clock=reset]").addEventListener("click", () => {
      this.clock.reset();
      this.clockTurned();
    });
    addEventListener("keydown", (event) => {
      const onButton = event.target instanceof Element && event.target.closest("button");
      const pressing = onButton && [" ", "Enter"].includes(event.key);
      if (pressing || event.ctrlKey || event.altKey || event.metaKey || !KEYS[event.key]) return;
      event.preventDefault();
      this.go(KEYS[event.key]);
    });
    addEventListener("resize", () => this.show());
  }

  /** Ask the deck; without one this window steps by itself. */
  go(action) {
    if (action === "fullscreen") return this.say(FULLSCREEN_NOTE);
    const last = this.slides.length - 1;
    const end = { first: 0, last }[action];
    if (this.link.linked()) return end === undefined ? this.link.send(action) : this.link.send("slide", this.slides[end].id);
    const step = { next: 1, prev: -1 }[action] ?? 0;
    this.index = end ?? Math.min(last, Math.max(0, this.index + step));
    this.show();
  }

  take(state) {
    this.places.link.textContent = state ? "" : UNLINKED_NOTE;
    if (!state) return;
    const index = this.slides.findIndex(({ id }) => id === state.id);
    const same = index === this.index && this.answered === state.answered && this.paused === state.paused;
    if (index >= 0 && !same) {
      this.clock.tick();
      Object.assign(this, { index, answered: state.answered, paused: state.paused });
      this.show();
    }
    if (!this.met && state.clock) this.clock.goOn(state.clock);
    this.met = true;
  }

  turnClock() {
    if (this.clock.running()) this.clock.pause();
    else this.clock.start();
    this.clockTurned();
  }

  clockTurned() {
    this.link.greet();
    this.showTime();
  }

  show() {
    const slide = this.slides[this.index];
    const asking = slide.matches(".asking") && this.link.linked();
    this.places.place.textContent = slide.querySelector("[data-number]").textContent;
    this.places.room.textContent = asking ? (this.answered ? "Đã hiện đáp án" : "Phòng chưa thấy đáp án") : "";
    this.root.querySelector("[data-go=next]").textContent = asking && !this.answered ? "Hiện đáp án" : "Sau";
    this.preview(this.places.current, slide, true);
    this.preview(this.places.next, this.slides[this.index + 1], false);
    this.places.current.classList.toggle("paused", Boolean(this.paused));
    this.root.querySelector("[data-go=pause]").setAttribute("aria-pressed", String(Boolean(this.paused)));
    const notes = [...slide.querySelectorAll(".notes > p")].map((note) => el("p", {}, note.textContent));
    const none = el("p", {}, asking && !this.answered ? ANSWER_NOTE : QUIET_NOTE);
    this.places.notes.replaceChildren(...(notes.length ? notes : [none]));
    this.showTime();
  }

  /** A small copy of a slide; of the one that is shown, a question with its answer. */
  preview(place, slide, current) {
    if (!slide) return place.replaceChildren(el("p", {}, "Hết bài."));
    const copy = slide.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id], .tools, .ring").forEach((node) => (node.matches(".tools, .ring") ? node.remove() : node.removeAttribute("id")));
    copy.inert = true;
    copy.style.transform = `scale(${place.clientWidth / 960})`;
    place.replaceChildren(copy);
    if (copy.matches(".asking")) showAnswered(copy, current, this.deck.scales);
  }

  showTime() {
    this.clock.tick();
    const elapsed = this.clock.elapsed();
    // The seconds that are left and those that are gone make the whole, as shown.
    const left = this.deck.minutes * 60_000 - Math.floor(elapsed / 1000) * 1000;
    const started = this.clock.running() || elapsed > 0;
    this.places.now.textContent = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
    this.places.elapsed.textContent = clockWords(elapsed);
    this.places.left.textContent = clockWords(left);
    this.places.left.classList.toggle("over", left < 0);
    this.places.pace.textContent = started ? paceWords(elapsed, this.times[this.index]) : "Chưa bấm giờ";
    this.root.querySelector("[data-clock=start]").textContent = this.clock.running() ? "Tạm dừng" : started ? "Chạy tiếp" : "Bấm giờ";
    this.rows.forEach((row, part) => {
      row.lastChild.textContent = clockWords(this.clock.used[part]);
      if (part === this.part()) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
  }
}

if (new URLSearchParams(location.search).has("nguoi-noi")) {
  document.title = `Người nói – ${document.title}`;
  document.body.classList.add("speaking");
  // Here the slides are pictures: their widgets run in the other window.
  for (const place of document.querySelectorAll("[data-model]")) place.removeAttribute("data-model");
  /** @type {HTMLElement} */
  const root = document.querySelector("[data-speaker]");
  root.hidden = false;
  preparePhones(document.querySelector(".phones")).then(() => new Speaker(root));
}
