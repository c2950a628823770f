// When the dates of a plan come round, as Python gives them (`plain_when`). No page and no clock here: `today` is given
// as {year, month, day}, and days are counted as numbers, so that no device's time zone can shift them.

import { DAY_MS, dayOf, dayText, parseDay } from "../shared/days.js";

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

/** The number of a day as "2025-11-30"; "" has no end. */
export function endNumber(iso) {
  return parseDay(iso) ?? Infinity;
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
  if (!when.only && !when.returns) {
    return now > end ? { state: "past", first: end, last: end, left: end - now } : { state: "always" };
  }
  const { first, last } = when.only ? { first: parseDay(when.only[0]), last: parseDay(when.only[1]) } : next(when, now, end);
  return { state: stateOf(first, last, now), first, last, left: last - now };
}

/** The days of the next time of what returns, or of the last one where none comes any more. */
function next({ returns, start }, now, end) {
  const from = Math.min(Math.max(now, parseDay(start) ?? -Infinity), end);
  const spans = spansAround(returns, partsOf(from)).filter(({ last }) => last <= end);
  return spans.find(({ last }) => last >= from) ?? spans[spans.length - 1];
}

/** Times of what returns, from two before the one in which a day lies. Months may lie in other years. */
function spansAround({ month, interval, length, day }, today) {
  const passed = Math.floor((today.month - month) / interval);
  return [-2, -1, 0, 1, 2].map((times) => {
    const of = month + (passed + times) * interval;
    const first = dayNumber({ year: today.year, month: of, day: 1 });
    if (day === null) return { first, last: dayNumber({ year: today.year, month: of + length, day: 0 }) };
    // In shorter months the last day; 0 is that of the month before.
    const only = Math.min(first + day - 1, dayNumber({ year: today.year, month: of + 1, day: 0 }));
    return { first: only, last: only };
  });
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

/** Entries of one month in its order; what only names the month comes last. */
export function ofMonth(entries, month) {
  return entries.filter(({ when }) => when.months.includes(month)).sort((a, b) => a.when.order - b.when.order);
}

/** "còn 12 ngày", "hôm nay", "đã qua"; nothing where there is no day to count to. */
export function leftWords({ state, first, last, left }) {
  if (state === "always") return "";
  if (state === "past") return "đã qua";
  if (last - first > 200) return state === "now" ? "trong năm nay" : "chưa tới";
  return left === 0 ? "hôm nay" : `còn ${left} ngày`;
}

/** A day as "Thứ Sáu, 29/10/2027". */
export function longDayWords(number) {
  return `${WEEKDAYS[(number + 4) % 7]}, ${dayText(number)}`;
}
