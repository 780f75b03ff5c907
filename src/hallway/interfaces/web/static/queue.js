// Captures that were not kept yet, and what was taken with them. They lie in IndexedDB, under ids made here, in the order in
// which they were made, and leave only when Hallway said of each that it has it. Words go first, then each photo or recording
// by itself. One tab sends at a time (Web Locks); a second sending of the same id is harmless, since Hallway keeps an id once.
const NAME = "hallway";
const LINES = "captures";
const CLIPS = "clips";
const DRAFT = "draft"; // the capture of what was taken, but belongs to no line yet
const PATIENCE = 120_000; // ms for one photo over bad Wi-Fi
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
    const asked = indexedDB.open(NAME, 2);
    asked.onupgradeneeded = (change) => {
      if (change.oldVersion < 1)
        asked.result.createObjectStore(LINES, { keyPath: "seq", autoIncrement: true }).createIndex("id", "id", { unique: true });
      if (change.oldVersion < 2) asked.result.createObjectStore(CLIPS, { keyPath: "id" }).createIndex("capture", "capture");
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      done(asked.result);
    };
    asked.onerror = () => failed(asked.error);
  });
}

// One transaction over both stores: all of it, or nothing.
async function work(mode, task) {
  const db = await open();
  try {
    return await new Promise((done, failed) => {
      const deal = db.transaction([LINES, CLIPS], mode, { durability: "strict" });
      const asked = task(deal.objectStore(LINES), deal.objectStore(CLIPS));
      deal.oncomplete = () => done(asked?.result);
      deal.onerror = deal.onabort = () => failed(deal.error);
    });
  } finally {
    db.close();
  }
}

const inOrder = (clips) => clips.sort((a, b) => a.made - b.made);
export const waiting = () => work("readonly", (lines) => lines.getAll());
export const count = () => work("readonly", (lines) => lines.count());
export const clipsOf = async (capture) => inOrder(await work("readonly", (_, clips) => clips.index("capture").getAll(capture)));
export const held = () => clipsOf(DRAFT);

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

// What was just taken is safe at once, before anybody says whom it shows: a phone may close the page to open its camera.
export async function hold(clip) {
  const made = Date.now() + performance.now() / 1e6;
  await work("readwrite", (_, clips) => clips.add({ ...clip, id: newId(), capture: DRAFT, made }));
  navigator.storage?.persist?.();
  tell();
}

export async function toss(id) {
  await work("readwrite", (_, clips) => clips.delete(id));
  tell();
}

// A line, and with it everything that is held. `place`: photos go as they are, with where they were taken.
export async function put(capture, place = false) {
  const item = { ...capture, id: newId(), made: Date.now(), zone: new Date().getTimezoneOffset() };
  await work("readwrite", (lines, clips) => {
    const asked = clips.index("capture").getAll(DRAFT);
    asked.onsuccess = () => {
      const code = asked.result.find((one) => one.kind === "card");
      if (code) item.card = code.text;
      lines.add(item);
      for (const { original, ...clip } of asked.result) {
        if (clip.kind === "card") clips.delete(clip.id);
        else clips.put({ ...clip, blob: (place && original) || clip.blob, place: Boolean(place && original), capture: item.id });
      }
    };
  });
  navigator.storage?.persist?.();
  tell();
  return item.id;
}

// Takes a capture out of the queue; what was taken with it is held again where it is `kept`, and gone otherwise.
export async function drop(item, kept = false) {
  await work("readwrite", (lines, clips) => {
    lines.delete(item.seq);
    if (kept && item.card) clips.add({ id: newId(), capture: DRAFT, made: Date.now(), kind: "card", text: item.card });
    const asked = clips.index("capture").getAll(item.id);
    asked.onsuccess = () => {
      for (const clip of asked.result) kept ? clips.put({ ...clip, capture: DRAFT, problem: "" }) : clips.delete(clip.id);
    };
  });
  tell();
}

async function settle(item, answer) {
  const clips = await clipsOf(item.id);
  await work("readwrite", (lines) => {
    if (answer.state === "refused") return lines.put({ ...item, problem: answer.problem });
    return clips.length ? lines.put({ ...item, kept: true }) : lines.delete(item.seq);
  });
}

async function post(path, body, headers = {}) {
  const token = document.querySelector("meta[name=token]")?.content ?? "";
  const signal = AbortSignal.timeout?.(PATIENCE);
  const answer = await fetch(path, { method: "POST", headers: { Accept: "application/json", "X-Token": token, ...headers }, body, signal });
  if (answer.status === 401 || answer.status === 403) throw Object.assign(new Error("sign in"), { sign: true });
  if (!answer.ok) throw Object.assign(new Error(`answered ${answer.status}`), { status: answer.status });
  return answer.json();
}

async function send(items) {
  const captures = items.map(({ seq, problem, kept, ...rest }) => rest);
  const body = JSON.stringify({ sent: Date.now(), captures });
  return (await post("/captures/queue", body, { "Content-Type": "application/json" })).captures;
}

// Sends the words that wait, oldest first; what was refused only after it was changed.
async function words() {
  for (;;) {
    const items = (await waiting()).filter((item) => !item.problem && !item.kept).slice(0, 50);
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

async function sendClip(item, clip) {
  const body = new FormData();
  body.append("file", clip.blob, clip.name || clip.kind);
  if (clip.place) body.append("place", "1");
  return post(`/captures/${item.id}/clips/${clip.id}`, body).catch((problem) => {
    if (problem.status === 413 || problem.status === 422) return { state: "refused", problem: problem.message };
    throw problem;
  });
}

// Then what was taken with them, one by one. A photo that cannot be kept stops nothing.
async function photos() {
  for (const item of (await waiting()).filter((one) => one.kept)) {
    let left = 0;
    for (const clip of await clipsOf(item.id)) {
      if (clip.problem) left += 1;
      else {
        const { state, problem } = await sendClip(item, clip);
        if (state === "early") return work("readwrite", (lines) => lines.put({ ...item, kept: false }));
        left += Number(state === "refused");
        await work("readwrite", (_, clips) => (state === "refused" ? clips.put({ ...clip, problem }) : clips.delete(clip.id)));
        tell(state === "refused" ? [] : [{ state, line: item.line, said: item.line }]);
        await words(); // those that were typed meanwhile need not wait for the next photo
      }
    }
    if (left === 0) await work("readwrite", (lines) => lines.delete(item.seq));
    tell();
  }
}

let sign = false;
export const mustSign = () => sign;

async function all() {
  await words();
  await photos();
}

let turn = Promise.resolve(); // where there are no locks (plain HTTP), one sending at a time in this page at least
export async function flush() {
  if ((await count()) === 0) return;
  try {
    if (navigator.locks) await navigator.locks.request("hallway-queue", all);
    else await (turn = turn.catch(() => {}).then(all));
    sign = false;
  } catch (problem) {
    sign = Boolean(problem.sign);
    tell([], false);
  }
}
