// Objects as maps, whose keys come from content or from what a device saved.

/** Whether a map has a key itself: "constructor", which every object answers to, is none. */
export function has(map, key) {
  return Object.prototype.hasOwnProperty.call(map, key);
}
