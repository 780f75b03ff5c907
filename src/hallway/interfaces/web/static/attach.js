// What is taken with a capture: photos, voice notes, codes. Each is held in the browser at once; the tray shows what is held.
import { codeIn, meaning } from "./codes.js";
import { held, hold, listen, toss } from "./queue.js";

const LONGEST = 2560; // pixels: enough to read a slide
const LIGHT = 1_000_000; // bytes that go as they are
const MOST = 12;
const tray = document.getElementById("tray");
const words = tray.dataset;
const place = document.getElementById("place");
const line = document.getElementById("line");
const notice = document.getElementById("notice");

export function tell(text) {
  notice.textContent = text ?? "";
}

// A photo is made smaller here, which leaves nothing in it but its pixels; the original is kept beside it until it is clear
// whether it may tell where it was taken.
async function smaller(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!bitmap) return { blob: file };
  const code = await codeIn(bitmap, 1600).catch(() => null);
  if (file.type !== "image/jpeg" && file.size < LIGHT) return { blob: file, code };
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return { blob: blob ?? file, original: file, code };
}

export async function add(clip) {
  if ((await held()).length >= MOST) return tell(words.most);
  try {
    await hold(clip);
    tell("");
  } catch {
    tell(words.full);
  }
}

async function photos(files) {
  for (const file of files) {
    const { code, ...kept } = await smaller(file);
    await add({ kind: file.type.startsWith("audio/") ? "voice" : "photo", name: file.name, ...kept });
    if (code) taken(code);
  }
}

// What a code says: a card is held and its name begins the line; anything else is added to the line.
export async function taken(code) {
  const { card, name, organization, text } = meaning(code);
  if (card) {
    for (const old of await held()) if (old.kind === "card") await toss(old.id);
    await add({ kind: "card", text: card, name: [name, organization].filter(Boolean).join(" · ") });
  }
  const said = card ? name : text;
  if (!line.value.includes(said)) {
    line.value = card ? [said, line.value.trim()].filter(Boolean).join(", ") : [line.value.trim(), said].filter(Boolean).join(", ");
    line.dispatchEvent(new Event("input", { bubbles: true }));
  }
  line.focus();
}

const photo = document.getElementById("photo");
photo.addEventListener("change", async () => {
  await photos(photo.files);
  photo.value = "";
  line.focus();
});
const mine = (files) => [...(files ?? [])].filter((file) => /^(image|audio)\//.test(file.type));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  photos(mine(event.dataTransfer.files));
});
addEventListener("paste", (event) => {
  const files = mine(event.clipboardData?.files);
  if (files.length === 0) return;
  event.preventDefault();
  photos(files);
});

// The pictures of what is held and of what waits, each made once.
const urls = new Map();
export function picture(clip) {
  if (clip.kind === "card" || !clip.blob) return Object.assign(document.createElement("span"), { className: "code", textContent: clip.name });
  if (!urls.has(clip.id)) urls.set(clip.id, URL.createObjectURL(clip.blob));
  if (clip.kind === "voice") return Object.assign(document.createElement("audio"), { controls: true, src: urls.get(clip.id) });
  return Object.assign(document.createElement("img"), { src: urls.get(clip.id), alt: words.photo });
}

let latest = 0;
async function show() {
  const turn = ++latest;
  const clips = await held();
  if (turn !== latest) return;
  tray.hidden = clips.length === 0;
  place.closest("label").hidden = !clips.some((clip) => clip.original);
  tray.replaceChildren(...clips.map(row));
}

function row(clip) {
  const li = document.createElement("li");
  li.className = clip.kind === "card" ? "badge" : clip.kind;
  const away = Object.assign(document.createElement("button"), { type: "button", className: "away", textContent: "×" });
  away.setAttribute("aria-label", words.away.replace("{what}", clip.kind === "photo" ? words.photo : clip.kind === "voice" ? words.voice : clip.name));
  away.addEventListener("click", async () => {
    await toss(clip.id);
    line.focus();
  });
  li.append(picture(clip), away);
  return li;
}
listen(show);
show();
