// What a reader has written and ticked, by session, from what this device keeps; and all of it as text. No page here.

import { dayText } from "../shared/days.js";
import { has } from "../shared/maps.js";
import { restoreReading } from "../outline_explorer/reading.js";

const ELSEWHERE = "Ở những chỗ nay không còn trong bài";

/**
 * Sessions with their places at which something was written or ticked:
 * `{title, places: [{slug, anchor, title, notes: [{title, anchor, text, day}], ticked: [text], goals}]}`.
 * `day` is undefined where it is not known, `goals` the number of goals that can be ticked. What stands under a name
 * that no place has any more comes at the end, for nothing that a reader wrote is lost.
 */
export function collectNotes(entries, sessions) {
  const known = new Set(sessions.flatMap(({ slug, places }) => places.map(({ key }) => `${slug}/${key}`)));
  const others = Object.keys(entries ?? {}).filter((name) => !known.has(name)).map((name) => foundIn(entries[name], unknownPlace));
  const found = sessions.map(({ slug, title, places }) => ({
    title, places: places.map((place) => ({ slug, ...foundIn(entries?.[`${slug}/${place.key}`], place) })),
  }));
  return [...found, { title: ELSEWHERE, places: others }]
    .map(({ title, places }) => ({ title, places: places.filter(({ notes, ticked }) => notes.length + ticked.length > 0) }))
    .filter(({ places }) => places.length > 0);
}

const unknownPlace = { key: "", title: "", items: [], goals: [], lost: "" };

function foundIn(saved, { key, title, items, goals, lost }) {
  const { notes, days, read } = restoreReading(saved ?? {}, goals);
  const gone = Object.keys(notes).filter((id) => !items.some((item) => item.id === id));
  const asked = [...items, ...gone.map((id) => ({ id, title: lost || id, anchor: key }))].filter(({ id }) => has(notes, id));
  return {
    anchor: key, title, ticked: read, goals: goals.length,
    notes: asked.map(({ id, ...item }) => ({ title: item.title, anchor: item.anchor, text: notes[id], day: days[id] })),
  };
}

/** How many notes this device keeps, wherever they were written. */
export function countNotes(entries) {
  const places = collectNotes(entries, []).flatMap((found) => found.places);
  return places.reduce((count, { notes }) => count + notes.length, 0);
}

/** All of it as text, to be taken to another place; `title` stands above. */
export function notesAsText(title, found) {
  const lines = found.flatMap((session) => ["", session.title.toUpperCase(), ...session.places.flatMap(placeAsText)]);
  return [title, ...lines, ""].join("\n");
}

function placeAsText({ title, notes, ticked, goals }) {
  const head = ticked.length ? `${title} (${ticked.length}/${goals})` : title;
  const written = notes.flatMap((note) => ["", note.title, ...dated(note)]);
  return [...(head ? ["", head] : []), ...ticked.map((goal) => `✓ ${goal}`), ...written];
}

function dated({ text, day }) {
  return day === undefined ? [text] : [text, `(${dayText(day)})`];
}
