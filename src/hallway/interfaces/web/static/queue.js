// Captures that were not kept yet. They lie in IndexedDB, under ids made here, in the order in which they were typed, and
// leave only when Hallway said of each that it has it. One tab sends at a time (Web Locks); a second sending of the same
// id is harmless, since Hallway keeps an id once.
const NAME = "hallway";
const STORE = "captures";
const listeners = new Set();
const channel = "BroadcastChannel" in window ? new BroadcastChannel("hallway-queue") : null;
channel?.addEventListener("message", () => tell([], false));

export function listen(heard) {
  listeners.add(heard);
}

// Says that the queue changed, and which captures were just answered.
function tell(answered = [], others = true) {
  for (const heard of listeners) heard(answered);
  if (others) channel?.postMessage("changed");
}

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(STORE, { keyPath: "seq", autoIncrement: true }).createIndex("id", "id", { unique: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function work(mode, task) {
  const db = await open();
  try {
    return await new Promise((done, failed) => {
      const deal = db.transaction(STORE, mode, { durability: "strict" });
      const asked = task(deal.objectStore(STORE));
      deal.oncomplete = () => done(asked?.result);
      deal.onerror = deal.onabort = () => failed(deal.error);
    });
  } finally {
    db.close();
  }
}

export const waiting = () => work("readonly", (store) => store.getAll());
export const count = () => work("readonly", (store) => store.count());

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

export async function put(capture) {
  const item = { ...capture, id: newId(), made: Date.now(), zone: new Date().getTimezoneOffset() };
  await work("readwrite", (store) => store.add(item));
  navigator.storage?.persist?.();
  tell();
  return item.id;
}

export async function drop(seq) {
  await work("readwrite", (store) => store.delete(seq));
  tell();
}

async function settle(item, answer) {
  if (answer.state === "refused") await work("readwrite", (store) => store.put({ ...item, problem: answer.problem }));
  else await work("readwrite", (store) => store.delete(item.seq));
}

async function send(items) {
  const token = document.querySelector("meta[name=token]")?.content ?? "";
  const answer = await fetch("/captures/queue", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-Token": token },
    body: JSON.stringify({ sent: Date.now(), captures: items.map(({ seq, problem, ...rest }) => rest) }),
  });
  if (answer.status === 401 || answer.status === 403) throw Object.assign(new Error("sign in"), { sign: true });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return (await answer.json()).captures;
}

// Sends what waits, oldest first; what was refused only after it was changed.
async function flushed() {
  for (;;) {
    const items = (await waiting()).filter((item) => !item.problem).slice(0, 50);
    if (items.length === 0) return;
    const answers = await send(items);
    const answered = [];
    for (const [at, item] of items.entries()) {
      const answer = answers[at];
      if (answer?.id !== item.id) throw new Error("answers do not match");
      await settle(item, answer);
      answered.push({ ...answer, line: item.line });
    }
    tell(answered);
  }
}

let sign = false;
export const mustSign = () => sign;

export async function flush() {
  if ((await count()) === 0) return;
  try {
    await (navigator.locks ? navigator.locks.request("hallway-queue", flushed) : flushed());
    sign = false;
  } catch (problem) {
    sign = Boolean(problem.sign);
    tell([], false);
  }
}
