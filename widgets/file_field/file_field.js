// A button that chooses a file of this device for the kernel; what came of it stands beside it.

import { button, el, uniqueId } from "../shared/common.js";
import { sendInParts } from "./parts.js";

const MOST_BYTES = 16 * 1024 * 1024;
// A photograph of a phone has ten times as many; a wall shows no more than these.
const LARGE_BYTES = 900 * 1024;
const LARGEST_SIDE = 1600;
const QUALITY = 0.88;

function render({ model, el: host }) {
  const life = new AbortController();
  const id = uniqueId("file");
  const input = el("input", { type: "file", id, accept: model.get("accept"), hidden: true, "aria-label": model.get("label") });
  const said = el("p", { class: "kit-said", role: "status" });
  const choose = button(model.get("label"), () => input.click());
  input.addEventListener("change", () => take(model, input), { signal: life.signal });
  const show = () => {
    said.textContent = model.get("said");
    said.classList.toggle("file-field-failed", model.get("failed"));
  };
  model.on("change:said", show);
  model.on("change:failed", show);
  show();
  host.append(el("div", { class: "file-field kit-desk-part", lang: "vi" }, choose, input, said));
  return () => {
    life.abort();
    model.off("change:said", show);
    model.off("change:failed", show);
    host.replaceChildren();
  };
}

async function take(model, input) {
  const [file] = input.files;
  if (!file) return;
  // The same file again is told as another answer, too.
  tell(model, { busy: true, failed: false, said: `Đang đọc ${file.name}…` });
  try {
    const bytes = await (model.get("shrink") && file.size > LARGE_BYTES ? shrunk(file) : file.arrayBuffer());
    if (bytes.byteLength > MOST_BYTES) throw new RangeError(`${file.name}: tệp quá nặng; hãy chọn tệp nhỏ hơn.`);
    sendInParts(model, file.name, bytes);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : `${file.name}: không đọc được tệp; hãy chọn lại.`;
    tell(model, { busy: false, failed: true, said: why });
  }
  input.value = "";
}

function tell(model, state) {
  for (const [name, value] of Object.entries(state)) model.set(name, value);
  model.save_changes();
}

/** A photograph as JPEG with its longer side cut down; where the browser cannot read it, the file as it is. */
async function shrunk(file) {
  const image = await pictureOf(file).catch(() => null);
  if (!image) return file.arrayBuffer();
  const share = Math.min(1, LARGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = el("canvas", { width: Math.round(image.naturalWidth * share), height: Math.round(image.naturalHeight * share) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", QUALITY); });
  return (blob ?? file).arrayBuffer();
}

async function pictureOf(file) {
  const src = URL.createObjectURL(file);
  try {
    const image = el("img", { src });
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(src);
  }
}

export default { render };
