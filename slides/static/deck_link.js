// The line between the deck and the speaker's window: messages between the two windows, also on file://, where
// pages have no common origin. Each takes messages only from the other.

const KIND = "hoc-tac-pham/trinh-chieu";
const HELLO_MS = 1500;

/** The deck's side. `state()` says what is shown; `act(action, value)` does what the speaker asks. */
export function linkToSpeaker(slug, { state, act }) {
  let speaker = null;
  let clock = null; // The speaker's, kept here for when that window is closed or loaded anew.
  const tell = () => speaker && speaker.postMessage({ kind: KIND, slug, clock, ...state() }, "*");
  addEventListener("message", ({ data, source }) => {
    // Between windows no other kind of source sends.
    const from = /** @type {Window | null} */ (source);
    if (data?.kind !== KIND || data.slug !== slug || from?.opener !== window) return;
    speaker = from;
    clock = data.clock ?? clock;
    if (data.action !== "hello") act(data.action, data.value);
    tell();
  });
  return {
    tell,
    open() {
      const address = new URL(location.href);
      address.search = "?nguoi-noi";
      const opened = window.open(address.href, `nguoi-noi-${slug}`, "popup,width=1280,height=800");
      opened?.focus();
      return Boolean(opened);
    },
  };
}

/** The speaker's side. `take(state)` gets what the deck shows, or null when the deck is gone; `clock()` is what it shall keep. */
export function linkToDeck(slug, take, clock) {
  const deck = window.opener;
  const send = (action, value) => deck?.postMessage({ kind: KIND, slug, action, value, clock: clock() }, "*");
  addEventListener("message", ({ data, source }) => {
    if (source === deck && data?.kind === KIND && data.slug === slug) take(data);
  });
  const greet = () => (!deck || deck.closed ? take(null) : send("hello"));
  setInterval(greet, HELLO_MS);
  greet();
  return { send, greet, linked: () => Boolean(deck && !deck.closed) };
}
