// The deck in the room: reveal.js with the kit's keys, buttons, questions, and the line to the speaker's window.

import { showAnswered } from "./deck_answer.js";
import { connectButtons, createMessage, showBarOnMove, toggleFullscreen } from "./deck_bar.js";
import { showAtScale } from "./deck_fit.js";
import { giveKeysBack, isForDeck, listenToKeys } from "./deck_keys.js";
import { linkToSpeaker } from "./deck_link.js";
import { preparePhones } from "./deck_phones.js";
import { canvasHeight } from "./deck_shape.js";
import { readDeck, readSlides } from "./deck_slides.js";
import { createTimer } from "./deck_timer.js";
import { keepSectionsForSlides, markMore, watchLiveWidgets } from "./deck_widgets.js";

const SETTINGS = {
  width: 960, margin: 0, minScale: 0.1, maxScale: 8, center: false,
  hash: true, fragmentInURL: false, navigationMode: "linear",
  // Nothing moves unless asked, and old laptops need not draw it.
  transition: "none", backgroundTransition: "none",
  // These would speak English; the page has its own.
  controls: false, progress: false, slideNumber: false, help: false, jumpToSlide: false,
  scrollActivationWidth: null, pauseLink: false, keyboardCondition: isForDeck,
};

async function startDeck() {
  keepSectionsForSlides();
  await preparePhones(document.querySelector(".phones"));
  const { slug, scales } = readDeck();
  const slides = readSlides();
  const deck = new Reveal(document.querySelector(".reveal"), { ...SETTINGS, height: canvasHeight() });
  const say = createMessage(document.querySelector("[data-deck-message]"));
  const timers = new Map(slides.filter(isAsking).map((slide) => [slide, createTimer(slide)]));
  const revealed = new Set();
  const link = linkToSpeaker(slug, { state: () => stateOf(deck), act: (action, id) => follow(deck, actions, action, id) });
  /** @type {HTMLDialogElement} */
  const help = document.querySelector("[data-deck-help]");
  const actions = {
    prev: () => deck.prev(),
    next: () => deck.next(),
    overview: () => deck.toggleOverview(),
    pause: () => deck.togglePause(),
    fullscreen: () => toggleFullscreen(say),
    speaker: () => link.open() || say("Trình duyệt đã chặn cửa sổ người nói. Hãy cho phép cửa sổ mới rồi bấm S."),
    think: () => timers.get(deck.getCurrentSlide())?.toggle(),
    help: () => help.showModal(),
    "close-help": () => help.close(),
  };

  // Whoever jumps back meets questions that reveal.js takes for answered; they are only when that was asked for.
  function arrive() {
    const current = deck.getCurrentSlide();
    if (timers.has(current) && isAnswered(current) && !revealed.has(current)) deck.navigateFragment(-1);
    sync();
  }

  function sync() {
    const current = deck.getCurrentSlide();
    for (const [slide, timer] of timers) if (slide !== current) timer.stop();
    if (timers.has(current)) showAnswered(current, isAnswered(current), scales);
    else if (!current.matches(".kind-cover")) showAtScale(current, scales);
    markMore(current);
    link.tell();
  }

  for (const slide of timers.keys()) slide.querySelector("[data-reveal]").addEventListener("click", () => deck.nextFragment());
  deck.on("fragmentshown", () => {
    revealed.add(deck.getCurrentSlide());
    timers.get(deck.getCurrentSlide())?.stop();
  });
  deck.on("slidechanged", arrive);
  for (const event of ["ready", "fragmentshown", "fragmenthidden", "paused", "resumed"]) deck.on(event, sync);
  // Before the engine's own listener, which then lays the slides out anew.
  addEventListener("resize", () => (deck.getConfig().height = canvasHeight()));
  listenToKeys(deck, actions);
  giveKeysBack();
  connectButtons(actions);
  showBarOnMove(document.querySelector("[data-deck-bar]"));
  // What a slide needs is measured: with the right letters.
  await deck.initialize();
  watchLiveWidgets(sync);
  await document.fonts.ready;
  sync();
}

const isAsking = (slide) => slide.matches(".asking");
const isAnswered = (slide) => Boolean(slide.querySelector(".answer.visible"));

function stateOf(deck) {
  const slide = deck.getCurrentSlide();
  return { id: slide?.id, answered: Boolean(slide && isAnswered(slide)), paused: deck.isPaused() };
}

function follow(deck, actions, action, id) {
  if (["next", "prev", "pause", "think"].includes(action)) actions[action]();
  const slide = action === "slide" && document.getElementById(id);
  if (slide) deck.slide(deck.getIndices(slide).h, deck.getIndices(slide).v);
}

if (!new URLSearchParams(location.search).has("nguoi-noi")) startDeck();
