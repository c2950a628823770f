// Days as they are in Việt Nam, counted as running numbers, so that no device's time zone can shift them. No page here.

export const DAY_MS = 86_400_000;
// Việt Nam has no summer time: a day begins at 17:00 UTC, wherever the device is.
export const VIET_NAM_MS = 7 * 3_600_000;

/** The day in Việt Nam on which a moment lies, as a running number. */
export function dayOf(time) {
  return Math.floor((time + VIET_NAM_MS) / DAY_MS);
}

/** The first moment of a day in Việt Nam. */
export function startOf(day) {
  return day * DAY_MS - VIET_NAM_MS;
}

/** "2028-02-29", as date fields and the saved target write it. */
export function isoDay(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** "29/02/2028", as readers see it. */
export function dayText(day) {
  return isoDay(day).split("-").reverse().join("/");
}

/** The running number of "2028-02-29"; null when there is no such day. */
export function parseDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && isoDay(day) === text ? day : null;
}
