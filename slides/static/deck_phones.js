// Under which address phones reach the session: asked of the server, or read from a site's own address.

import { el } from "../../widgets/shared/common.js";

const ROOM = "make serve HOST=0.0.0.0";
const HERE = ["localhost", "127.0.0.1", "[::1]"];
const ANSWER_MS = 3000;

/** Fill the slide for phones; it is left out where no phone reaches the session. */
export async function preparePhones(slide) {
  const place = slide.querySelector("[data-phones]");
  const addresses = await find(place.dataset).catch((error) => {
    console.error(error);
    return [];
  });
  if (addresses.length) place.replaceChildren(...reached(addresses));
  else slide.parentElement.remove();
}

/** Say in a place how phones reach the session, or what that needs. */
export async function showPhones(place) {
  try {
    const addresses = await find(place.dataset);
    place.replaceChildren(...(addresses.length ? reached(addresses) : [unreachable(place.dataset)]));
  } catch (error) {
    console.error(error);
    place.replaceChildren(words(el("p", {}, "Chưa hỏi được máy chủ về địa chỉ. Hãy tải lại trang này.")));
  }
}

/** All addresses as {url, qr}, the likeliest first; a place names where to ask, and the session's page. */
async function find({ phones, session }) {
  if (phones) return (await ask(phones)).addresses;
  if (location.protocol === "file:" || HERE.includes(location.hostname)) return [];
  return [{ url: new URL(session, location.href).href }];
}

async function ask(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

function reached([{ url, qr }, ...others]) {
  return [
    qr ? el("img", { class: "qr", src: qr, alt: `Mã QR của địa chỉ ${url}` }) : "",
    words(
      el("p", {}, qr ? "Quét mã, hoặc gõ địa chỉ vào trình duyệt của điện thoại:" : "Gõ địa chỉ này vào trình duyệt của điện thoại:"),
      el("p", { class: "address" }, url),
      qr ? el("p", {}, "Điện thoại cần vào cùng mạng với máy trình chiếu.") : null,
      others.length ? el("p", {}, `Nếu chưa mở được, thử: ${others.map((other) => other.url).join(", ")}`) : null,
    ),
  ];
}

// Files have no server that a command could open to the room.
function unreachable({ phones }) {
  if (!phones) {
    return words(
      el("p", {}, "Bản này chỉ mở được trên máy này, nên điện thoại chưa vào được."),
      el("p", {}, "Muốn cả phòng cùng mở bằng điện thoại, cần một máy chủ đang chạy bộ tài liệu trong mạng của phòng; địa chỉ và mã QR sẽ hiện ở đây."),
    );
  }
  return words(
    el("p", {}, "Máy chủ đang chỉ mở cho máy này, nên điện thoại chưa vào được."),
    el("p", {}, "Để cả phòng cùng mở, nối máy vào mạng của phòng rồi chạy bộ tài liệu bằng lệnh:"),
    el("p", {}, el("code", {}, ROOM)),
  );
}

function words(...parts) {
  return el("div", { class: "phones-words" }, ...parts);
}
