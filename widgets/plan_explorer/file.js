// The calendar file as it is offered: without what is over, of which a calendar would remind at once.

import { isoDay } from "../shared/days.js";

/** The file's text without single events before `today` (a running number); "" where nothing is ahead. */
export function calendarText({ begin, entries, end }, today) {
  const ahead = entries.filter(({ last }) => !last || last >= isoDay(today));
  return ahead.length ? [begin, ...ahead.map(({ text }) => text), end].join("") : "";
}
