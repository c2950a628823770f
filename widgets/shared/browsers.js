// What some browsers do otherwise than others, as far as the kit has to speak of it: told by the name they give. No page here.

// Browsers inside of apps, by what stands in their name. They mostly drop files that a page makes by itself.
/** @type {[string, RegExp][]} */
const APPS = [
  ["Zalo", /\bZalo\b/i],
  ["Messenger", /FB_IAB\/(?:Orca|MESSENGER)|MessengerForiOS|MessengerLiteForiOS/],
  ["Facebook", /\bFB(?:AN|AV|_IAB)\b/],
  ["LINE", /\bLine\/\d/],
];

/** The app whose own browser this is, such as "Zalo"; "" for a browser that stands by itself. */
export function appAround(agent = navigator.userAgent) {
  const [name = ""] = APPS.find(([, sign]) => sign.test(agent)) || [];
  return name;
}

/**
 * Whether the browser deletes what a page keeps when the page has not been opened for seven days. WebKit does, which all
 * browsers of an iPhone or iPad are built on, unless the page stands on the home screen.
 */
export function forgetsSoon(browser = navigator) {
  const { userAgent, standalone = false, maxTouchPoints = 0 } = /** @type {any} */ (browser);
  if (standalone) return false;
  const phone = /\b(?:iPhone|iPad|iPod)\b/.test(userAgent);
  const macintosh = /\bMacintosh\b/.test(userAgent);
  // An iPad says that it is a Macintosh; no Macintosh has a touch screen.
  const safari = macintosh && /\bVersion\/[\d.]+.* Safari\//.test(userAgent);
  return phone || safari || (macintosh && maxTouchPoints > 1);
}

/** What to do where a file does not arrive, for readers; "" where the browser stands by itself. */
export function openOutside(app = appAround()) {
  return app && `Trình duyệt bên trong ${app} thường không lưu được tệp, và không giữ chung tiến độ với trình duyệt của máy. ` +
    "Đồng chí hãy bấm nút ⋯ hoặc ⋮ ở góc màn hình, chọn “Mở bằng trình duyệt”.";
}
