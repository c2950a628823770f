// A room on a phone: one touch to join, then what stands on the wall, answered once a round.
import { el } from "../../../widgets/shared/common.js";
import { answerForm, inWords, missing } from "./answer_form.js";
import { follow, talk } from "../../../widgets/shared/follow.js";
import { explanation, results } from "./results.js";

const PHASES = {
  closed: "Đã hết thời gian trả lời. Kết quả hiện khi người chủ trì cho hiện.",
  read: "Đồng chí hãy đọc kỹ. Phần trả lời mở sau ít giây.",
};

/** Fill the page of a room: `place` bears its code, or holds the field for it. */
export function startMember(place) {
  const { room } = place.dataset;
  if (!room) return void askForCode(place.querySelector("form"));
  const title = place.querySelector("h1");
  const body = el("div", {});
  const offline = el("p", { class: "room-offline", role: "status" });
  place.append(offline, body);
  let drawn = "", unsent = null, late = "", opening = 0;

  async function look() {
    // What the server refuses, as an answer that comes too late, is said; all else is sent once more.
    if (unsent) await send().catch((error) => {
      if (!refused(error)) throw error;
    });
    try {
      show(await talk("toi"));
    } catch (error) {
      if (error.status !== 404) throw error;
      redraw("gone", () => [el("p", { role: "status" }, error.message), el("p", {}, el("a", { class: "button", href: "../" }, "Nhập mã khác"))]);
    }
  }

  /** Draw anew when there is something else to show: what one is choosing stays. */
  function redraw(what, make) {
    if (drawn === what) return;
    drawn = what;
    scrollTo(0, 0);
    body.replaceChildren(...make());
  }

  function show({ joined, team, question }) {
    if (!joined) return redraw("join", () => [joinForm()]);
    if (!question) return redraw(`wait ${team}`, () => [el("p", { role: "status" }, "Đồng chí đã vào phòng. Câu hỏi sẽ hiện ở đây khi người chủ trì hỏi."), teamLine(team)]);
    clearTimeout(opening);
    if (question.phase === "read") opening = setTimeout(line.look, question.opens_in + 50);
    return redraw(JSON.stringify({ ...question, opens_in: 0 }), () => draw(question));
  }

  function draw(question) {
    const { shown: asked, phase, round, answer } = question;
    const head = [el("p", { class: "room-prompt" }, asked.prompt)];
    if (round > 1) head.unshift(el("p", { class: "room-round" }, "Trả lời lần hai, sau thảo luận"));
    const own = answer === null ? [] : [el("p", { class: "room-own", role: "status" }, "Đã ghi câu trả lời của đồng chí: ", el("b", {}, inWords(asked, answer)))];
    if (phase === "open" && answer === null) return [...head, askingForm(question)];
    if (phase === "open") return [...head, ...own, optionList(asked)];
    if (phase === "shown" || phase === "explained")
      return [...head, ...own, el("p", { class: "room-right" }, "Đáp án: ", el("b", {}, question.told)), results(question), ...(question.key ? [explanation(question)] : [])];
    return [...head, ...own, el("p", { role: "status" }, PHASES[phase]), optionList(asked)];
  }

  function optionList({ options, kind }) {
    if (kind === "ordering" || kind === "matching") return "";
    return el("ul", { class: "room-options" }, ...options.map(({ sign, text }) => el("li", {}, el("b", {}, `${sign}. `), text)));
  }

  function askingForm({ id, round, shown: asked }) {
    late = "";
    const form = answerForm(asked);
    const said = el("p", { class: "room-said", role: "alert" });
    const button = el("button", { class: "button primary" }, "Trả lời");
    const sending = (event) => {
      event.preventDefault();
      const value = form.value();
      if (value === null) return void (said.textContent = missing(asked));
      button.disabled = true;
      unsent = { question: id, round, value };
      said.textContent = "Đang gửi…";
      send().then(line.look, (error) => {
        button.disabled = false;
        said.textContent = error.status ? error.message : "Chưa có mạng. Câu trả lời sẽ được gửi khi có mạng trở lại.";
      });
    };
    return el("form", { onsubmit: sending }, form.element, said, el("p", {}, button));
  }

  /** Send what waits to be sent; the server keeps it once, however often it comes. */
  async function send() {
    const message = unsent;
    try {
      await talk("tra-loi", message);
    } catch (error) {
      // The server has said no; without an answer of the server it is sent once more.
      if (refused(error)) late = error.message;
      if (refused(error) && unsent === message) unsent = null;
      throw error;
    }
    if (unsent === message) unsent = null;
  }

  function joinForm() {
    const team = el("input", { id: "to-nhom", maxlength: "40", autocomplete: "off" });
    const said = el("p", { class: "room-said", role: "alert" });
    const join = (event) => {
      event.preventDefault();
      talk("vao", { team: team.value }).then(line.look, (error) => (said.textContent = error.status ? error.message : "Chưa có mạng; hãy thử lại."));
    };
    return el("form", { onsubmit: join },
      el("p", {}, "Vào phòng không cần tên. Máy chủ giữ câu trả lời cho tới khi phòng kết thúc, sau đó chỉ giữ số tổng."),
      el("p", {}, el("button", { class: "button primary" }, "Vào phòng")),
      el("p", {}, el("label", { for: "to-nhom" }, "Tổ, nhóm (không bắt buộc)"), " ", team), said);
  }

  function teamLine(team) {
    return team ? el("p", {}, `Tổ, nhóm: ${team}`) : "";
  }

  const line = follow("tin", look, (on) => (offline.textContent = on ? late : "Đang mất liên lạc với máy chủ, đang thử lại…"));
  title.textContent = `Phòng ${room}`;
}

/** Whether the server has said no; without its answer one does not know. */
function refused({ status }) {
  return status >= 400 && status < 500;
}

function askForCode(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.elements.ma.value}/`;
  });
}
