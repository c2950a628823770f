// The calendar file as it is offered: without what is over, of which a calendar would remind at once.

const EVENT = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g;

/** Leave out single events before `today`; what returns every year stays. */
export function withoutPast(text, today) {
  const now = today.year * 10_000 + today.month * 100 + today.day;
  return text.replace(EVENT, (event) => (isOver(event, now) ? "" : event));
}

export function countEvents(text) {
  return text.match(EVENT)?.length ?? 0;
}

function isOver(event, now) {
  if (/^RRULE:/m.test(event)) return false;
  return Number(/^DTSTART;VALUE=DATE:(\d{8})\r$/m.exec(event)[1]) < now;
}
