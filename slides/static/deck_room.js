// A room of the hall's phones: opened from the deck, asked what stands on the wall, its results as bars on the slide.

import { el } from "../../widgets/shared/common.js";
import { follow, talk } from "../../widgets/shared/follow.js";
import { drawHands, lettersOf } from "./deck_hands.js";

const KEPT = "hoc-tac-pham/phong";
const HANDS_MS = 600;

/**
 * Make the deck's side of a room.
 *
 * @param {{ root: string, session: string, panel: HTMLDialogElement, strip: HTMLElement }} place `root` is the address of rooms on the server
 * @param {{ current: () => HTMLElement, reveal: (slide: HTMLElement) => void, say: (words: string) => void }} deck
 */
export function createRoom({ root, session, panel, strip }, { current, reveal, say }) {
  let room = loadRoom(), state = null, line = null, handsTimer = 0;
  const at = (name) => `${root}${room.code}/${name}`;
  const own = () => ({ Authorization: `Bearer ${room.key}` });
  const questionOf = (slide) => slide.dataset.question ?? "";
  const standing = (slide) => (state?.question && state.question.question === questionOf(slide) ? state.question : null);

  async function look() {
    try {
      state = await talk(at("chu-tri"), undefined, own());
    } catch (error) {
      if (![403, 404].includes(error.status)) throw error;
      forget(); // It was ended elsewhere.
    }
    show();
  }

  function begin() {
    line = follow(at("tin?cho=chu-tri"), look, (on) => strip.classList.toggle("offline", !on));
  }

  function forget() {
    line?.leave();
    line = state = room = null;
    keepRoom(null);
    panel.close();
    show();
  }

  /** Do a step; what the server refuses is said on the wall in its words. */
  async function act(told) {
    try {
      await talk(at("chu-tri"), told, own());
      await look();
      return true;
    } catch (error) {
      say(error.status ? error.message : "Chưa liên lạc được với máy chủ; hãy thử lại.");
      return false;
    }
  }

  async function open() {
    if (room) return void (panel.open ? panel.close() : openPanel());
    try {
      room = await talk(`${root}mo`, { session });
    } catch (error) {
      return void say(error.status ? error.message : "Chưa mở được phòng: chưa liên lạc được với máy chủ.");
    }
    keepRoom(room);
    begin();
    openPanel();
  }

  async function openPanel() {
    const place = panel.querySelector("[data-room-body]");
    const ways = el("div", { class: "deck-room-ways" });
    place.replaceChildren(el("p", { class: "deck-room-code" }, room.code), ways);
    panel.showModal();
    try {
      const { addresses } = await talk(at("dia-chi"));
      ways.replaceChildren(...(addresses.length ? reached(addresses) : [el("p", {}, "Máy chủ đang chỉ mở cho máy này, nên điện thoại chưa vào được. Hãy chạy lại bằng lệnh: make serve HOST=0.0.0.0")]));
    } catch {
      ways.replaceChildren(el("p", {}, "Chưa hỏi được máy chủ về địa chỉ của phòng."));
    }
  }

  /** The next step of the question on the wall: ask it, let it be answered, close it, show its results. */
  async function step() {
    const slide = current(), name = questionOf(slide);
    if (!room) return say("Chưa mở phòng. Bấm R để mở.");
    if (!name) return say("Trang này không có câu hỏi.");
    const question = standing(slide);
    if (!question) await act({ do: "ask", question: name });
    else if (question.phase === "read") await act({ do: "go", phase: "open" });
    else if (question.phase === "open") await act({ do: "go", phase: "closed" });
    else if (question.phase === "closed") await tell(slide);
    return undefined;
  }

  /** The answer is shown on the wall: what phones may see goes with it. */
  async function tell(slide) {
    const question = standing(slide);
    if (!question || ["shown", "explained"].includes(question.phase)) return;
    if (["read", "open"].includes(question.phase) && !(await act({ do: "go", phase: "closed" }))) return;
    if (!(await act({ do: "go", phase: "shown" }))) return;
    await act({ do: "go", phase: "explained" });
    reveal(slide);
  }

  async function again() {
    if (!room || !standing(current())) return say("Hỏi lại được sau khi câu hỏi trong phòng đã đóng.");
    if (await act({ do: "again" })) say("Lượt hai: cả phòng trả lời lại.");
    return undefined;
  }

  /** Hands that were counted at the slide go into the same results. */
  function hands(slide, { before, after }) {
    const question = standing(slide);
    if (!question || ["shown", "explained"].includes(question.phase)) return;
    clearTimeout(handsTimer);
    const counts = question.round > 1 ? after : before;
    const told = Object.fromEntries(lettersOf(slide).map((letter, index) => [letter, counts[index] ?? 0]));
    handsTimer = setTimeout(() => act({ do: "hands", counts: told }), HANDS_MS);
  }

  function show() {
    strip.hidden = !room;
    document.body.classList.toggle("with-room", Boolean(room));
    if (!room) return;
    const slide = current(), question = standing(slide);
    strip.textContent = question ? `${room.code} · ${inWords(question, state.members)}` : `Phòng ${room.code} · ${state?.members ?? 0} người`;
    panel.querySelector("[data-room-members]").textContent = `${state?.members ?? 0} người đã vào phòng`;
    if (question?.totals) draw(slide, question);
  }

  function draw(slide, { totals }) {
    slide.dataset.counted = "người";
    const letters = lettersOf(slide);
    const [first, second] = totals.map(({ counts }) => letters.map((letter) => counts[letter] ?? 0));
    const none = letters.map(() => null);
    drawHands(slide, { before: first ?? none, after: second ?? none });
  }

  panel.querySelector("[data-room-close]").addEventListener("click", () => panel.close());
  panel.querySelector("[data-room-end]").addEventListener("click", () => {
    talk(at("chu-tri"), { do: "end" }, own()).then(forget, (error) => say(error.status ? error.message : "Chưa liên lạc được với máy chủ; hãy thử lại."));
  });
  if (room) begin();
  show();
  return { open, step, again, tell, hands, show };
}

/** What the strip says of a question. */
function inWords({ phase, answered, round }, members) {
  const lap = round > 1 ? "lần 2: " : "";
  if (phase === "read") return "đang đọc";
  return `${lap}${phase === "open" ? "đã nhận" : "đã đóng"} ${answered}/${members}`;
}

function reached([{ url, qr }, ...others]) {
  return [
    el("img", { class: "qr", src: qr, alt: `Mã QR của địa chỉ ${url}` }),
    el("div", {},
      el("p", {}, "Quét mã, hoặc mở địa chỉ này trên điện thoại cùng mạng:"), el("p", { class: "address" }, url),
      others.length ? el("p", {}, `Nếu chưa mở được, thử: ${others.map((other) => other.url).join(", ")}`) : null,
      el("p", {}, "Không cần ghi tên.")),
  ];
}

// A trainer who closes the window and comes back leads the same room, from the deck of another session too.
function loadRoom() {
  try {
    const room = JSON.parse(localStorage.getItem(KEPT));
    return room?.code && room.key ? room : null;
  } catch {
    return null;
  }
}

function keepRoom(room) {
  try {
    if (room) localStorage.setItem(KEPT, JSON.stringify(room));
    else localStorage.removeItem(KEPT);
  } catch {
    // Storage is refused: the room lasts as long as the window.
  }
}
