// When the dates of a plan come round. No page and no clock here: `today` is given as {year, month, day},
// and days are counted as numbers, so that no device's time zone can shift them.

import { DAY_MS, dayOf, dayText } from "../shared/days.js";

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** The day in Việt Nam at a moment (milliseconds since 1970), wherever the device is. */
export function vietnamDay(moment) {
  return partsOf(dayOf(moment));
}

/** Days since 01/01/1970; a day that the month does not have counts on into the next month. */
export function dayNumber({ year, month, day }) {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function partsOf(number) {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The days (as numbers) that a date covers in a year: one day, a month, or a year.
 *
 * "Before the 30th" is the 29th, the last day that keeps it. 29/02 is the last day of February in other years.
 */
export function spanIn({ day, month, before }, year) {
  if (!month) return { first: dayNumber({ year, month: 1, day: 1 }), last: dayNumber({ year, month: 12, day: 31 }) };
  const end = dayNumber({ year, month: month + 1, day: 0 });
  if (!day) return { first: dayNumber({ year, month, day: 1 }), last: end };
  const only = before ? dayNumber({ year, month, day }) - 1 : Math.min(dayNumber({ year, month, day }), end);
  return { first: only, last: only };
}

/** The number of a day as "2025-11-30"; "" has no end. */
export function endNumber(iso) {
  if (!iso) return Infinity;
  const [year, month, day] = iso.split("-").map(Number);
  return dayNumber({ year, month, day });
}

/**
 * Where a date stands, seen from `today`.
 *
 * `state`: "always" (no day to count to), "coming", "now" (within its month or year), "today", "past".
 * `left`: days until its last day.
 */
export function occurrence(when, today) {
  const now = dayNumber(today);
  const end = endNumber(when.until);
  if (when.every !== "once" && !(when.every === "year" && when.month)) {
    return now > end ? { state: "past", first: end, last: end, left: end - now } : { state: "always" };
  }
  const { first, last } = spanOf(when, today.year, now, end);
  return { state: stateOf(first, last, now), first, last, left: last - now };
}

/** The days of the next time, or of the last one where none comes any more. */
function spanOf(when, thisYear, now, end) {
  if (when.every === "once") return spanIn(when, when.year);
  const begin = end === Infinity ? thisYear : Math.min(thisYear, partsOf(end).year - 1);
  // "Before 01/01" of a year is due in the year before it, so one more year may be needed.
  const spans = [0, 1, 2].map((later) => spanIn(when, begin + later));
  const held = spans.filter(({ last }) => last <= end);
  return held.find(({ last }) => last >= now) ?? held[held.length - 1] ?? spans[0];
}

function stateOf(first, last, now) {
  if (last < now) return "past";
  if (now < first) return "coming";
  return first === last ? "today" : "now";
}

/** Entries with their `at` (see `occurrence`), the next first; then what has no day, and what is over, latest first. */
export function inOrder(entries, today) {
  const seen = entries.map((entry) => ({ ...entry, at: occurrence(entry.when, today) }));
  const state = (wanted) => seen.filter(({ at }) => wanted.includes(at.state));
  return {
    ahead: state(["coming", "now", "today"]).sort((a, b) => a.at.last - b.at.last || a.at.first - b.at.first),
    always: state(["always"]),
    past: state(["past"]).sort((a, b) => b.at.last - a.at.last),
  };
}

/** The month in which a date is due; 0 when it has none. */
export function monthOf(when) {
  return when.month ? partsOf(spanIn(when, when.year ?? 2024).last).month : 0;
}

/** Entries of one month in its order; what only names the month comes last. */
export function ofMonth(entries, month) {
  const place = ({ when }) => (when.day ? partsOf(spanIn(when, when.year ?? 2024).last).day : 32);
  return entries.filter(({ when }) => monthOf(when) === month).sort((a, b) => place(a) - place(b));
}

/** "còn 12 ngày", "hôm nay", "đã qua"; nothing where there is no day to count to. */
export function leftWords({ state, first, last, left }) {
  if (state === "always") return "";
  if (state === "past") return "đã qua";
  if (last - first > 31) return state === "now" ? "trong năm nay" : "chưa tới";
  return left === 0 ? "hôm nay" : `còn ${left} ngày`;
}

/** A day as "Thứ Sáu, 29/10/2027". */
export function longDayWords(number) {
  return `${WEEKDAYS[(number + 4) % 7]}, ${dayText(number)}`;
}
