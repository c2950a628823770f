// Sends bytes to the kernel in parts: a message of a live page's line has 1 MB at most (server/live/channels.py).

const PART_BYTES = 512 * 1024;

/** Send named bytes as messages `{id, name, part, parts}` with one buffer each. */
export function sendInParts(model, name, bytes) {
  const id = Math.random().toString(36).slice(2, 12);
  const parts = Math.max(1, Math.ceil(bytes.byteLength / PART_BYTES));
  for (let part = 0; part < parts; part += 1) {
    const from = part * PART_BYTES;
    model.send({ id, name, part, parts }, undefined, [bytes.slice(from, from + PART_BYTES)]);
  }
}
