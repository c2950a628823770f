// What a reader can take away of a figure: the chart as SVG or PNG, the table as CSV.

import { saveFile } from "../shared/common.js";

const FONT = "Be Vietnam Pro";
const GROUND = "#ffffff";

/** The chart as a file of its own: with title, words and sources inside. */
export function standaloneSvg(text, { title, alt, sources }) {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const make = (name, words) => {
    const node = svg.ownerDocument.createElementNS(svg.namespaceURI, name);
    node.textContent = words;
    return node;
  };
  svg.prepend(make("title", title), make("desc", `${alt} Nguồn: ${sources.join("; ")}.`));
  return new XMLSerializer().serializeToString(svg);
}

export function saveSvg(text, name) {
  saveFile(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** A picture at twice the size, on white. Resolves when it is offered; rejects when it cannot be drawn. */
export async function savePng(text, name) {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const style = svg.ownerDocument.createElementNS(svg.namespaceURI, "style");
  style.textContent = await embeddedFonts();
  svg.prepend(style);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const margin = 24;
  const canvas = document.createElement("canvas");
  canvas.width = 2 * (width + 2 * margin);
  canvas.height = 2 * (height + 2 * margin);
  const context = canvas.getContext("2d");
  context.fillStyle = GROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 2 * margin, 2 * margin, 2 * width, 2 * height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The picture could not be made.");
  saveFile(blob, `${name}.png`);
}

/** The page's font faces with their files inside: a picture cannot see the fonts of the page around it. */
async function embeddedFonts() {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const own = faces.filter((rule) => rule.style.getPropertyValue("font-family").includes(FONT));
  const texts = await Promise.all(own.map(embed));
  return texts.join("\n");
}

function rulesOf(sheet) {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // A sheet of another origin keeps its rules to itself.
  }
}

async function embed(rule) {
  const source = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src"));
  if (!source) return "";
  try {
    const base = rule.parentStyleSheet.href ?? document.baseURI;
    const answer = await fetch(new URL(source[1], base));
    const data = await asDataUrl(await answer.blob());
    return rule.cssText.replace(source[0], `url(${data})`);
  } catch {
    return ""; // Without the font the picture is drawn in the device's own.
  }
}

function asDataUrl(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The table with its title, its notes and its sources; the mark at the start lets Excel read the letters. */
export function csvText({ title, caption, columns, rows, notes }) {
  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const lines = [[title], columns, ...rows, [caption], ...notes.map((note) => [`Ghi chú: ${note}`])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

export function saveCsv(figure, name) {
  saveFile(new Blob([csvText(figure)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}
