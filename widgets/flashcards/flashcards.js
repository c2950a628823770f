// Flashcards: one question after another, turned, rated, and brought back when it is time.

import { button, createStore, el, storageKey, uniqueId } from "../shared/common.js";
import { dayOf, dayText, parseDay, startOf } from "../shared/days.js";
import { createCardFace } from "./card.js";
import { createPause } from "./pause.js";
import { leftToday, leftWords, quotaBefore, targetPhase } from "./schedule.js";
import { createSettings } from "./settings.js";
import {
  answersToday, chosenCards, nextCard, openStudy, outcomes, savedStudy, waits, withoutRating, withRating,
} from "./study.js";
import { ANSWERS } from "./memory.js";

const NOT_KEPT = "Trình duyệt không cho lưu, nên tiến độ sẽ mất khi đóng hoặc tải lại trang.";
const ELSEWHERE = "Thẻ này vừa được ôn ở một cửa sổ khác.";

class FlashcardsView {
  constructor(model) {
    this.uid = uniqueId("flashcards");
    this.model = model;
    this.store = createStore(model.get("session"), model.get("key"));
    this.root = el("section", {
      class: "kit flashcards", lang: "vi", "aria-labelledby": `${this.uid}-title`,
      // JupyterLab leaves keys alone inside an element that says so.
      "data-lm-suppress-shortcuts": "true", onkeydown: (event) => this.onKey(event),
    });
    this.start();
  }

  /** Build everything from the model and what was saved. */
  start() {
    this.cards = this.model.get("cards");
    this.kept = this.probe();
    this.state = openStudy(this.store.load(), this.cards, Date.now());
    this.last = null;
    // Who did not want to wait then meets, without a pause, all cards that were answered before that moment.
    this.hurried = 0;
    this.left = el("p", { class: "flashcards-left" });
    this.given = el("p", { class: "flashcards-given" });
    this.goal = el("p", { class: "kit-note" });
    this.stage = el("div", { class: "flashcards-stage" });
    this.undo = button("Hoàn tác lần trả lời vừa rồi", () => this.takeBack(), { kind: "kit-quiet" });
    this.refused = el("p", { class: "kit-note" }, NOT_KEPT);
    this.status = el("p", { class: "kit-hidden", role: "status" });
    this.settings = createSettings(this);
    this.root.replaceChildren(
      el("h2", { class: "kit-title", id: `${this.uid}-title` }, this.model.get("title")),
      this.left, this.given, this.goal, this.stage, this.undo, this.refused, this.settings.node, this.status,
    );
    this.showNext();
  }

  /** Is anything kept on this device? Tried under a name of its own, before the reader starts. */
  probe() {
    const trial = createStore(this.model.get("session"), `${this.model.get("key")}-thu`);
    const kept = trial.save({});
    trial.clear();
    return kept;
  }

  /** Take over what another window saved; where nothing is kept, what this page knows is all there is. */
  reload() {
    if (this.kept) this.state = openStudy(this.store.load(), this.cards, Date.now());
  }

  /** Show what was imported. */
  imported() {
    this.last = null;
    this.reload();
    this.refresh();
  }

  /** Change the state on top of what is saved now, save it, and show what follows from it. */
  change(edit) {
    this.reload();
    this.state = edit(this.state);
    this.save();
    this.refresh();
  }

  save() {
    this.kept = this.store.save(savedStudy(this.state, this.cards));
  }

  /** Show the next card; where it still waits and nothing else is left, a pause. */
  showNext() {
    const now = Date.now();
    const card = nextCard(this.state, this.cards, now);
    const pauses = card && waits(this.state, card.id, now) && this.state.cards[card.id].at >= this.hurried;
    if (pauses) this.show(null, card);
    else this.show(card);
  }

  /** Show a card; for null the pause before `pausing`, or what was done today. */
  show(card, pausing = null) {
    this.card = card;
    this.pausing = pausing;
    this.stamp = this.stampOf(card?.id);
    this.face = card
      ? createCardFace(card, {
          deck: this.model.get("decks").find(({ id }) => id === card.deck)?.title ?? "",
          waits: () => outcomes(this.state, card.id, Date.now()),
          onrate: (rating) => this.rate(rating),
        })
      : null;
    this.stage.replaceChildren(this.face ? this.face.node : pausing ? this.pause(pausing) : this.summary());
    this.sync();
  }

  pause(card) {
    return createPause(this.state.cards[card.id].due, () => {
      this.hurried = Date.now();
      this.show(card);
      this.face.heading.focus();
    });
  }

  /** When a card was last answered: another window may have been faster. */
  stampOf(id) {
    return (id && this.state.cards[id]?.at) ?? null;
  }

  rate(rating) {
    const { card, stamp } = this;
    this.reload();
    if (this.stampOf(card.id) !== stamp) return this.advance(ELSEWHERE);
    const before = this.state.cards[card.id];
    this.state = withRating(this.state, this.cards, card.id, rating, Date.now());
    this.last = { id: card.id, before, rating, at: this.state.cards[card.id].at };
    this.save();
    return this.advance(`Đã ghi: ${ANSWERS[rating - 1].label}.`);
  }

  takeBack() {
    const { last } = this;
    this.last = null;
    this.reload();
    if (!last || this.stampOf(last.id) !== last.at) return this.advance(ELSEWHERE);
    this.state = withoutRating(this.state, this.cards, last, Date.now());
    this.save();
    this.show(this.cards.find(({ id }) => id === last.id));
    return this.tell("Đã hoàn tác. Đồng chí trả lời lại thẻ này.");
  }

  /** Go on to the next card and put the reader there. */
  advance(said) {
    this.showNext();
    this.tell(said);
  }

  tell(said) {
    (this.face?.heading ?? this.stage.querySelector("h3")).focus();
    this.status.textContent = `${said} ${this.left.textContent}`;
  }

  /** After a change from outside: the card stays open unless it is no longer the one to answer. */
  refresh() {
    const chosen = chosenCards(this.state, this.cards);
    const stays = this.card && chosen.includes(this.card) && this.stampOf(this.card.id) === this.stamp;
    if (stays) this.sync();
    else this.showNext();
  }

  /** End the pause when its time has come. */
  endPause() {
    if (this.pausing && !waits(this.state, this.pausing.id, Date.now())) this.showNext();
  }

  onKey(event) {
    if (!this.face || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    if (!this.stage.contains(event.target)) return;
    const rating = "1234".indexOf(event.key) + 1;
    if (event.key === " " && !event.target.matches("button, a")) this.consume(event, () => this.face.turn());
    else if (event.key.length === 1 && rating > 0 && this.face.turned) this.consume(event, () => this.rate(rating));
  }

  /** A key that is used here must not also turn a slide or scroll. */
  consume(event, action) {
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  summary() {
    const now = Date.now();
    const counts = answersToday(this.state, now);
    const answers = counts.reduce((sum, count) => sum + count, 0);
    const parts = ANSWERS.map(({ label }, index) => counts[index] && `${counts[index]} ${label.toLowerCase()}`);
    const some = chosenCards(this.state, this.cards).length > 0;
    const tomorrow = leftToday(this.state, startOf(dayOf(now) + 1)).all;
    return el("div", { class: "flashcards-end" },
      el("h3", { tabindex: "-1" }, some ? "Hôm nay đã xong" : "Chưa chọn bộ thẻ nào"),
      !some && el("p", {}, "Hãy chọn ít nhất một bộ trong mục “Chọn bộ thẻ” ở dưới."),
      answers > 0 && el("p", {}, `Hôm nay đồng chí đã trả lời ${answers} lượt: ${parts.filter(Boolean).join(", ")}.`),
      some && el("p", {}, tomorrow ? `Ngày mai có ${tomorrow} thẻ.` : "Ngày mai chưa có thẻ nào phải ôn."),
    );
  }

  /** Make what stands around the card agree with the state. */
  sync() {
    this.left.textContent = leftWords(leftToday(this.state, Date.now()));
    const given = answersToday(this.state, Date.now()).reduce((sum, count) => sum + count, 0);
    this.given.textContent = `Đã trả lời ${given} lượt.`;
    this.given.hidden = given === 0 || !(this.card || this.pausing);
    this.goal.textContent = this.goalText();
    this.goal.hidden = !this.goal.textContent;
    this.undo.hidden = !this.last;
    this.refused.hidden = this.kept;
    this.settings.sync();
  }

  goalText() {
    const { target, unseen, cards } = this.state;
    const now = Date.now();
    const today = dayOf(now);
    const phase = targetPhase(target, now);
    if (phase === "none") return "";
    const day = dayText(parseDay(target.day));
    if (phase === "after") return `Ngày ${day} đã qua. Từ nay thẻ được ôn như bình thường.`;
    if (phase === "on") return `Hôm nay ${day} là ngày đồng chí đã đặt. Từ nay thẻ được ôn như bình thường.`;
    const begun = Object.values(cards).filter(({ from }) => from === today).length;
    const quota = Math.min(unseen + begun, quotaBefore(target, unseen + begun, today));
    const pace = unseen ? `Mỗi ngày ${quota} thẻ mới để kịp gặp hết thẻ.` : "Đồng chí đã gặp hết các thẻ đã chọn.";
    return `Ôn cho ngày ${day}, còn ${parseDay(target.day) - today} ngày. ${pace}`;
  }
}

function render({ model, el: host }) {
  const life = new AbortController();
  const view = new FlashcardsView(model);
  host.append(view.root);
  const name = storageKey(model.get("session"), model.get("key"));
  let day = dayOf(Date.now());
  const follow = () => {
    view.reload();
    view.refresh();
  };
  const onMidnight = () => {
    if (dayOf(Date.now()) === day) return;
    day = dayOf(Date.now());
    follow();
  };
  // A key of null means that everything was cleared.
  addEventListener("storage", ({ key }) => (key === name || key === null) && follow(), { signal: life.signal });
  const onTime = () => {
    onMidnight();
    view.endPause();
  };
  document.addEventListener("visibilitychange", onTime, { signal: life.signal });
  const clock = setInterval(onTime, 30_000);
  const anew = () => view.start();
  model.on("change:cards change:decks change:title", anew);
  return () => {
    life.abort();
    clearInterval(clock);
    model.off("change:cards change:decks change:title", anew);
    view.root.remove();
  };
}

export default { render };
