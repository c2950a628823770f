// Under which address phones reach the session: asked of the server, or read from a site's own address.

import { el } from "./../../widgets/static/common.js";

const ROOM = "make serve HOST=0.0.0.0";
const HERE = ["localhost", "127.0.0.1", "[::1]"];

/** Fill a place that names where to ask (data-phones) and the session's page (data-session). */
export async function showPhones(place) {
  const { phones, session } = place.dataset;
  try {
    place.replaceChildren(...(phones ? fromServer(await ask(phones)) : fromPage(session)));
  } catch (error) {
    console.error(error);
    place.replaceChildren(words(el("p", {}, "Chưa hỏi được máy chủ về địa chỉ. Hãy tải lại trang này.")));
  }
}

async function ask(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

function fromServer({ addresses }) {
  if (!addresses.length) return [unreachable("Máy chủ đang chỉ mở cho máy này, nên điện thoại chưa vào được.")];
  const [first, ...others] = addresses;
  return [
    el("img", { class: "qr", src: first.qr, alt: `Mã QR của địa chỉ ${first.url}` }),
    words(
      el("p", {}, "Quét mã, hoặc gõ địa chỉ vào trình duyệt của điện thoại:"),
      el("p", { class: "address" }, first.url),
      el("p", {}, "Điện thoại cần vào cùng mạng với máy trình chiếu."),
      others.length && el("p", {}, `Nếu chưa mở được, thử: ${others.map(({ url }) => url).join(", ")}`),
    ),
  ];
}

function fromPage(session) {
  if (location.protocol === "file:") return [unreachable("Bản này mở từ tệp trên máy, nên điện thoại chưa vào được.")];
  if (HERE.includes(location.hostname)) return [unreachable("Địa chỉ đang dùng chỉ mở được trên máy này.")];
  const address = new URL(session, location.href).href;
  return [words(el("p", {}, "Gõ địa chỉ này vào trình duyệt của điện thoại:"), el("p", { class: "address" }, address))];
}

function unreachable(reason) {
  return words(
    el("p", {}, reason),
    el("p", {}, "Để cả phòng cùng mở, nối máy vào mạng của phòng rồi chạy bộ tài liệu bằng lệnh:"),
    el("p", {}, el("code", {}, ROOM)),
  );
}

function words(...parts) {
  return el("div", { class: "phones-words" }, ...parts);
}
