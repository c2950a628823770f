// All of a reader's progress as one file, and back: nothing is changed unless the whole file is good. No page here.

import { dayOf, isoDay } from "../shared/days.js";
import { has } from "../shared/maps.js";
import { mergeSaved } from "./merge.js";

export const PROGRESS_PREFIX = "hoc-tac-pham/";
export const PROGRESS_VERSION = 1;
const PROGRESS_KIND = "hoc-tac-pham: tien do";
const PROGRESS_LARGEST = 5_000_000; // Characters; browsers keep about as much a site.

const UNTOUCHED = "Tiến độ trên máy này vẫn giữ nguyên.";
const WRONG_FILE = {
  unread: "Không đọc được tệp này. Hãy chọn lại tệp hoặc tải lại tệp từ máy cũ.",
  empty: "Tệp trống, không có gì để nhập. Hãy chọn tệp tiến độ đã tải về từ trang học này.",
  large: "Tệp quá lớn, không phải tệp tiến độ của trang học này. Hãy chọn tệp khác.",
  damaged: "Tệp bị hỏng hoặc tải về chưa hết. Hãy tải lại tệp từ máy cũ rồi thử lần nữa.",
  foreign: "Đây không phải tệp tiến độ của trang học này. Hãy chọn tệp có tên bắt đầu bằng “tien-do”.",
  old: "Tệp do một bản cũ của trang học tạo ra, nay không đọc được nữa. Hãy tải lại tệp từ máy cũ.",
  newer: "Tệp do một bản mới hơn của trang học tạo ra. Hãy mở bản mới nhất của trang học rồi nhập lại.",
  changed: "Nội dung tệp không khớp với mã kiểm tra: tệp đã bị sửa hoặc bị hỏng. Hãy tải lại tệp từ máy cũ.",
};
const WRONG_STORAGE = {
  refused: "Trình duyệt không cho lưu trên máy này, nên không nhập được. Hãy tắt chế độ ẩn danh rồi thử lại.",
  full: "Bộ nhớ của trình duyệt không đủ chỗ để nhập tệp này. Hãy xóa bớt dữ liệu duyệt web rồi thử lại.",
};

/** The device's storage, or null where the browser refuses it. */
export function progressStorage() {
  try {
    localStorage.getItem(PROGRESS_PREFIX);
    return localStorage;
  } catch {
    return null;
  }
}

/** Everything that the kit keeps in `storage`; values stay the texts that they are. `now` is in milliseconds. */
export function exportProgress(storage, now) {
  const items = storage ? readProgress(storage) : {};
  return {
    kind: PROGRESS_KIND, version: PROGRESS_VERSION, saved: new Date(now).toISOString(), items, check: checkSum(items),
  };
}

/** Name of the file, with the day as it is in Việt Nam. */
export function progressFileName(now) {
  return `tien-do-hoc-tap-${isoDay(dayOf(Number(now)))}.json`;
}

/** Read and check a file that the reader chose; gives what checkProgress gives. */
export function readFile(file) {
  return file.text().then(checkProgress, () => ({ ok: false, error: WRONG_FILE.unread, data: null }));
}

/** Is `text` a file that can be imported? Gives `{ok, error, data}`; `error` is a text for the reader, or "". */
export function checkProgress(text) {
  const found = parseProgress(text);
  const fault = faultOfFile(found, text);
  return fault
    ? { ok: false, error: `${WRONG_FILE[fault]} ${UNTOUCHED}`, data: null }
    : { ok: true, error: "", data: found };
}

/**
 * Put a checked file into `storage`.
 *
 * `mode` is "merge" (both sides' work; a flashcard by its later review) or "replace" (only the file's).
 * Gives `{ok, error, count}`; when something fails, storage is as it was before.
 */
export function importProgress(storage, data, mode) {
  if (mode !== "merge" && mode !== "replace") {
    throw new RangeError(`importProgress: mode must be "merge" or "replace", got ${JSON.stringify(mode)}`);
  }
  if (!storage) return { ok: false, error: `${WRONG_STORAGE.refused} ${UNTOUCHED}`, count: 0 };
  const before = readProgress(storage);
  const after = mode === "replace" ? data.items : joinProgress(before, data.items);
  try {
    writeProgress(storage, after);
    return { ok: true, error: "", count: Object.keys(data.items).length };
  } catch {
    for (const [key, value] of Object.entries(before)) if (storage.getItem(key) !== value) storage.removeItem(key);
    writeProgress(storage, before);
    return { ok: false, error: `${WRONG_STORAGE.full} ${UNTOUCHED}`, count: 0 };
  }
}

function parseProgress(text) {
  try {
    return JSON.parse(String(text).replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function faultOfFile(found, text) {
  if (!String(text).trim()) return "empty";
  if (text.length > PROGRESS_LARGEST) return "large";
  // A part of our own file still shows its mark.
  if (found === undefined) return text.includes(PROGRESS_KIND) ? "damaged" : "foreign";
  if (found?.kind !== PROGRESS_KIND) return "foreign";
  if (!Number.isInteger(found.version) || found.version < PROGRESS_VERSION) return "old";
  if (found.version > PROGRESS_VERSION) return "newer";
  if (!isProgress(found.items) || found.check !== checkSum(found.items)) return "changed";
  return Number.isNaN(Date.parse(found.saved)) ? "changed" : "";
}

function isProgress(items) {
  if (!items || typeof items !== "object" || Array.isArray(items)) return false;
  return Object.entries(items).every(
    ([key, value]) => key.startsWith(PROGRESS_PREFIX) && key !== PROGRESS_PREFIX && typeof value === "string",
  );
}

function joinProgress(before, items) {
  const joined = Object.entries(items).map(([key, value]) => [key, mergeSaved(before[key] ?? null, value)]);
  return { ...before, ...Object.fromEntries(joined) };
}

function readProgress(storage) {
  const keys = [];
  for (let index = 0; index < storage.length; index += 1) keys.push(storage.key(index));
  const ours = keys.filter((key) => key.startsWith(PROGRESS_PREFIX) && key !== PROGRESS_PREFIX).sort();
  return Object.fromEntries(ours.map((key) => [key, storage.getItem(key)]));
}

/** Make the kit's part of `storage` hold exactly `items`. */
function writeProgress(storage, items) {
  // Removing first gives back the room that the new values may need.
  for (const key of Object.keys(readProgress(storage))) if (!has(items, key)) storage.removeItem(key);
  for (const [key, value] of Object.entries(items)) if (storage.getItem(key) !== value) storage.setItem(key, value);
}

/** A number that changes when any part of the items changes (FNV-1a, twice 32 bits); not a secret. */
function checkSum(items) {
  const text = JSON.stringify(Object.entries(items).sort(([one], [other]) => (one < other ? -1 : 1)));
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low + code + (high >>> 15), 0x85ebca6b) >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
