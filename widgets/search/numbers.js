// Numbers as people type them: in words, as ordinals, in dates, in Roman figures. No page here.

import { exactForm, plainForm } from "./letters.js";
import { isNumber } from "./text.js";

const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ROMAN = /** @type {const} */ ([[10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]]);
const unitOf = valuesOf({
  một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9,
});
const firstOf = valuesOf({ nhất: 1, nhì: 2 });
const isTen = oneOf("mười", "mươi");
const isHundred = oneOf("trăm");
const scaleOf = valuesOf({ nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 });
const isLink = oneOf("linh", "lẻ");
const isNought = oneOf("không");
const isOrdinalSign = oneOf("thứ");
const isNumberSign = oneOf("số");
const isMonth = oneOf("tháng");
const isYear = oneOf("năm");
const isDaySign = oneOf("mùng", "mồng");

/** A function that gives the value of a word with the accents of a name, or typed without any. */
function valuesOf(names) {
  const values = new Map();
  for (const [name, value] of Object.entries(names)) values.set(exactForm(name), value).set(plainForm(name), value);
  return (word) => values.get(word?.exact);
}

function oneOf(...names) {
  const find = valuesOf(Object.fromEntries(names.map((name) => [name, true])));
  return (word) => find(word) === true;
}

const wordOf = (text) => ({ exact: exactForm(text), plain: plainForm(text) });

/**
 * Other ways to write the numbers among typed words, with words of the vocabulary alone: `{words, sure, spelt}`. A way
 * that is not `sure` counts only where its words stand side by side; `spelt` says that words were typed for figures.
 */
export function numberReadings(words, vocabulary) {
  const ways = [inFigures(words, vocabulary.numbers), inOrdinals(words), inRoman(words)];
  return ways.filter((way) => way?.words.length && way.words.every(vocabulary.has));
}

/** "bài học thứ năm" → "bài học 5", "ba mươi bảy" → "37", "19 tháng 5" → "19 5"; null where nothing changes. */
function inFigures(words, numbers) {
  const written = [];
  let sure = true;
  for (let place = 0; place < words.length;) {
    const isSign = isSignOfDate(words, place, written[written.length - 1], numbers);
    const found = isSign ? { length: 1, figures: [], sure: true } : numberAt(words, place, numbers);
    written.push(...(found ? found.figures : [words[place]]));
    sure &&= found?.sure ?? true;
    place += found?.length ?? 1;
  }
  const isChanged = written.length < words.length || written.some(({ plain }, place) => plain !== words[place].plain);
  return isChanged ? { words: written, sure, spelt: true } : null;
}

/** Whether figures leave a word out: "tháng" and "năm" between numbers, "mùng" before one. */
function isSignOfDate(words, place, before, numbers) {
  const [word, next] = [words[place], words[place + 1]];
  if (isYear(word)) return isNumber(before) && isNumber(next);
  const isSign = isDaySign(word) || (isMonth(word) && isNumber(before));
  return isSign && valueAt(words, place + 1, numbers) !== null;
}

/** The number that begins at a place, and how many words it takes; null where there is none. */
function numberAt(words, place, numbers) {
  const [before, word, next] = [words[place - 1], words[place], words[place + 1]];
  const isSigned = isOrdinalSign(word) || isNumberSign(word);
  const first = isOrdinalSign(word) && firstOf(next);
  const found = first ? { value: first, length: 1 } : valueAt(words, place + Number(isSigned), numbers);
  if (!found) return null;
  const length = found.length + Number(isSigned);
  // Single words mean much else: "năm" is a year too.
  const sure = length > 1 || isNumber(word) || isMonth(before) || isDaySign(before);
  return { length, sure, figures: [wordOf(String(found.value))] };
}

/** A number in figures or words; its thousands may stand apart, "167 700", or be rounded, "167 nghìn". */
function valueAt(words, place, numbers) {
  const apart = groupsAt(words, place, numbers);
  if (apart) return apart;
  let [total, group, scale, end] = [0, 0, 1, place];
  let unit = null;
  for (; end < words.length; end += 1) {
    const word = words[end];
    const value = isNumber(word) ? Number(word.plain) : unitOf(word);
    if (unit === null && value !== undefined) unit = value;
    else if (unit === null && isNought(word) && isHundred(words[end + 1])) unit = 0;
    else if (isTen(word)) [group, unit] = [group + (unit ?? 1) * 10, null];
    else if (isHundred(word) && unit !== null) [group, unit] = [group + unit * 100, null];
    else if (scaleOf(word) && (group || unit)) {
      scale = scaleOf(word);
      [total, group, unit] = [total + (group + unit) * scale, 0, null];
    } else if (!(isLink(word) && end > place && unit === null)) break;
  }
  if (end === place) return null;
  const isRounded = scale > 1 && !group && unit === null;
  return { value: isRounded ? nearest(total, scale, numbers) : total + group + unit, length: end - place };
}

function groupsAt(words, place, numbers) {
  let [joined, length] = ["", 0];
  for (; isNumber(words[place + length]); length += 1) {
    const { plain, start, end } = words[place + length];
    // With the zeros ahead, which forms of a word leave out.
    const figures = plain.padStart(end - start, "0");
    if (length ? figures.length !== 3 : figures.length > 3) break;
    joined += figures;
  }
  return length > 1 && numbers.includes(Number(joined)) ? { value: Number(joined), length } : null;
}

/** "167 nghìn" is said of 167.700 as well. */
function nearest(value, scale, numbers) {
  if (numbers.includes(value)) return value;
  return numbers.find((known) => Math.floor(known / scale) * scale === value) ?? value;
}

/** "phần 2" → "phần thứ hai": as texts write it. */
function inOrdinals(words) {
  const written = words.flatMap((word, place) => {
    const before = words[place - 1];
    const isAlone = before && !isOrdinalSign(before) && !isNumber(before) && !isNumber(words[place + 1]);
    const name = isAlone && isNumber(word) && ORDINALS[Number(word.plain) - 1];
    return name ? [wordOf("thứ"), wordOf(name)] : [word];
  });
  return written.length > words.length ? { words: written, sure: false } : null;
}

/** "khóa 13" → "khóa XIII". */
function inRoman(words) {
  const isShort = (word) => isNumber(word) && Number(word.plain) > 0 && Number(word.plain) < 40;
  const written = words.map((word) => (isShort(word) ? wordOf(roman(Number(word.plain))) : word));
  return words.some(isShort) ? { words: written, sure: true } : null;
}

function roman(number) {
  const [value, figure] = ROMAN.find(([least]) => least <= number) ?? [number, ""];
  return number ? figure + roman(number - value) : "";
}
