// The deck in the room: reveal.js with the kit's keys, controls, questions, and the line to the speaker's window.

import { showAnswered } from "./deck_answer.js";
import { connectButtons, createBar, createMessage, toggleFullscreen } from "./deck_bar.js";
import { showAtScale } from "./deck_fit.js";
import { createInk } from "./deck_ink.js";
import { giveKeysBack, listenToKeys } from "./deck_keys.js";
import { linkToSpeaker } from "./deck_link.js";
import { createList } from "./deck_list.js";
import { createMoves } from "./deck_moves.js";
import { preparePhones } from "./deck_phones.js";
import { createRoom } from "./deck_room.js";
import { createRounds } from "./deck_rounds.js";
import { createScreen } from "./deck_screen.js";
import { canvasHeight } from "./deck_shape.js";
import { readDeck, readSlides, slideOfNumber } from "./deck_slides.js";
import { createTimer, isTimed } from "./deck_timer.js";
import { keepSectionsForSlides, markMore, watchLiveWidgets } from "./deck_widgets.js";

const SETTINGS = {
  width: 960, margin: 0, minScale: 0.1, maxScale: 8, center: false,
  hash: true, fragmentInURL: false, navigationMode: "linear",
  // Nothing moves unless asked, and old laptops need not draw it.
  transition: "none", backgroundTransition: "none",
  // These would speak English; the page has its own. So are the keys (deck_keys.js).
  controls: false, progress: false, slideNumber: false, help: false, jumpToSlide: false, overview: false, keyboard: false,
  scrollActivationWidth: null, pauseLink: false,
};
// What the speaker's window may ask for by its name.
const ASKED = ["next", "prev", "first", "last", "section", "black", "white", "think"];

async function startDeck() {
  keepSectionsForSlides();
  await preparePhones(document.querySelector(".phones"));
  const { slug, scales, rooms } = readDeck();
  const slides = readSlides();
  const deck = new Reveal(document.querySelector(".reveal"), { ...SETTINGS, height: canvasHeight() });
  const say = createMessage(document.querySelector("[data-deck-message]"));
  const timers = new Map(slides.filter(isTimed).map((slide) => [slide, createTimer(slide, () => link.tell())]));
  const revealed = new Set();
  const link = linkToSpeaker(slug, { state: stateOf, act: follow });
  const screen = createScreen(deck);
  const moves = createMoves(deck, slides, screen);
  const rounds = createRounds((slide) => {
    room?.hands(slide, rounds.of(slide));
    sync();
  });
  const room = rooms ? createRoom(roomPlace(rooms, slug), { current: () => deck.getCurrentSlide() ?? slides[0], reveal, say }) : null;
  const ink = createInk(document.querySelector("[data-ink]"), () => deck.getCurrentSlide());
  const bar = createBar(document.querySelector("[data-deck-bar]"));
  const openList = createList(document.querySelector("[data-deck-list]"), slides, moves.to);
  /** @type {HTMLDialogElement} */
  const help = document.querySelector("[data-deck-help]");
  const actions = {
    ...moves.steps,
    black: screen.black,
    white: screen.white,
    list: () => openList(deck.getCurrentSlide()),
    // A clicker's key for beginning; the page must not be loaded anew by it.
    present: () => document.fullscreenElement || toggleFullscreen(say),
    fullscreen: () => toggleFullscreen(say),
    speaker: () => link.open() || say("Trình duyệt đã chặn cửa sổ người nói. Hãy cho phép cửa sổ mới rồi bấm S."),
    think: () => timers.get(deck.getCurrentSlide())?.toggle(),
    hands: () => rounds.ask(deck.getCurrentSlide()),
    room: () => room?.open(),
    step: () => room?.step(),
    again: () => room?.again(),
    pen: () => ink.take("pen") && say("Bút: kéo chuột để viết. E xóa nét, Esc cất bút."),
    pointer: () => ink.take("pointer") && say("Con trỏ: Esc để cất."),
    erase: ink.erase,
    panel: bar.toggle,
    leave: () => {
      if (bar.close() || rounds.close()) return;
      if (ink.held()) ink.take("");
      else screen.resume();
    },
    help: () => help.showModal(),
    "close-help": () => help.close(),
  };

  function goTo(number) {
    const slide = slideOfNumber(slides, number, say);
    if (slide) moves.to(slide);
  }

  // Whoever jumps back meets questions that reveal.js takes for answered; they are only when that was asked for.
  function arrive() {
    rounds.close();
    const current = deck.getCurrentSlide();
    if (isAsking(current) && isAnswered(current) && !revealed.has(current)) deck.navigateFragment(-1);
    sync();
  }

  function sync() {
    const current = deck.getCurrentSlide();
    // People go on with an activity while something else is shown.
    for (const [slide, timer] of timers) if (slide !== current && isAsking(slide)) timer.stop();
    if (isAsking(current)) showAnswered(current, isAnswered(current), scales);
    else if (!current.matches(".kind-cover")) showAtScale(current, scales);
    markMore(current);
    room?.show();
    link.tell();
  }

  // Shown to the room by the key for it: the wall shows it too.
  function reveal(slide) {
    if (slide === deck.getCurrentSlide() && !isAnswered(slide)) deck.nextFragment();
  }

  function follow(action, value) {
    if (ASKED.includes(action)) actions[action]();
    const slide = slides.find(({ id }) => id === (action === "hands" ? value?.id : value));
    if (slide && action === "slide") moves.to(slide);
    if (slide && action === "hands") rounds.keep(slide, value.counts);
  }

  function stateOf() {
    const slide = deck.getCurrentSlide();
    if (!slide) return {};
    const figure = slide.querySelector(".figure-states input:checked")?.value ?? "";
    return {
      id: slide.id, answered: isAnswered(slide), off: screen.colour(), hands: rounds.of(slide), figure,
      thinking: timers.get(slide)?.left() ?? null,
    };
  }

  for (const slide of slides.filter(isAsking)) slide.querySelector("[data-reveal]").addEventListener("click", () => deck.nextFragment());
  deck.on("fragmentshown", () => {
    revealed.add(deck.getCurrentSlide());
    timers.get(deck.getCurrentSlide())?.stop();
    if (isAnswered(deck.getCurrentSlide())) room?.tell(deck.getCurrentSlide());
  });
  deck.on("slidechanged", arrive);
  for (const event of ["ready", "fragmentshown", "fragmenthidden", "paused", "resumed"]) deck.on(event, sync);
  // Before the engine's own listener, which then lays the slides out anew.
  addEventListener("resize", () => (deck.getConfig().height = canvasHeight()));
  // Ahead of the keys that the deck takes for itself: it looks whether one uses the keyboard.
  giveKeysBack();
  listenToKeys(actions, { goTo, say });
  connectButtons(actions);
  // What a slide needs is measured: with the right letters.
  await deck.initialize();
  watchLiveWidgets(sync);
  addEventListener("change", ({ target }) => target instanceof Element && target.closest(".figure-states") && link.tell());
  await document.fonts.ready;
  sync();
}

function roomPlace(root, session) {
  /** @type {HTMLDialogElement} */
  const panel = document.querySelector("[data-deck-room]");
  /** @type {HTMLElement} */
  const strip = document.querySelector("[data-room-strip]");
  return { root, session, panel, strip };
}

const isAsking = (slide) => slide.matches(".asking");
const isAnswered = (slide) => Boolean(slide.querySelector(".answer.visible"));

if (!new URLSearchParams(location.search).has("nguoi-noi")) startDeck();
