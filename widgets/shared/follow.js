// What a room's pages know of the server: the state is asked for, a socket only says that there is something new.
// Where sockets are blocked, one asks every few seconds; a phone that slept or had no network asks when it is back.

const ASK_MS = 2000, ASK_BESIDE_LINE_MS = 15_000, FIRST_AGAIN_MS = 500, LAST_AGAIN_MS = 8000;
// A hall is told in the same moment; its phones do not all ask in it.
const SPREAD_MS = 300;

/** Send JSON to an address of the room, or ask it; rejects with the server's sentence, or as fetch does without network. */
export async function talk(address, told, headers = {}) {
  const answer = await fetch(address, told === undefined ? { headers, cache: "no-cache" } : {
    method: "POST", body: JSON.stringify(told), headers: { "Content-Type": "application/json", ...headers },
  });
  const body = await answer.json().catch(() => ({}));
  if (answer.ok) return body;
  throw Object.assign(new Error(body.error || "Máy chủ chưa trả lời được; hãy thử lại sau ít phút."), { status: answer.status });
}

/**
 * Follow a room until `leave()` is called.
 *
 * @param {string} line address of its socket
 * @param {() => Promise<void>} look asks for the state and shows it; rejects without network
 * @param {(on: boolean) => void} connected told whether the server was reached last
 * @returns {{ look: () => void, leave: () => void }}
 */
export function follow(line, look, connected) {
  const life = new AbortController();
  let socket = null, again = FIRST_AGAIN_MS, timer = 0, asking = false, more = false;

  async function ask() {
    if (asking) return void (more = true);
    asking = true;
    clearTimeout(timer);
    try {
      await look();
      connected(true);
    } catch {
      connected(false);
    }
    asking = false;
    if (life.signal.aborted) return;
    if (more) {
      more = false;
      ask();
    } else timer = setTimeout(ask, socket?.readyState === WebSocket.OPEN ? ASK_BESIDE_LINE_MS : ASK_MS);
  }

  function connect() {
    if (life.signal.aborted) return;
    const address = new URL(line, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    try {
      socket = new WebSocket(address.href);
    } catch {
      return; // Refused by the browser: one asks instead.
    }
    socket.onopen = () => {
      again = FIRST_AGAIN_MS;
      ask();
    };
    socket.onmessage = () => setTimeout(ask, Math.random() * SPREAD_MS);
    socket.onclose = () => {
      setTimeout(connect, again * (0.5 + Math.random()));
      again = Math.min(2 * again, LAST_AGAIN_MS);
    };
  }

  // A phone that slept may hold a socket that is dead and says that it is open.
  const wake = () => {
    if (document.hidden) return;
    socket?.close();
    ask();
  };
  document.addEventListener("visibilitychange", wake);
  const back = ({ persisted }) => persisted && wake();
  addEventListener("pageshow", back);
  addEventListener("online", wake);
  connect();
  ask();
  return {
    look: ask,
    leave() {
      life.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("pageshow", back);
      removeEventListener("online", wake);
      socket?.close();
    },
  };
}
