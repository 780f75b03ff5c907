// The first screen: a line is put into the queue at once, and sent from there; so it is kept with a network and without.
import { picture, tell } from "./attach.js";
import { clipsOf, drop, flush, held, listen, mustSign, put, waiting } from "./queue.js";
import { finished } from "./voice.js";
import "./scan.js";

const form = document.getElementById("capture");
const line = form.elements.line;
const chips = document.getElementById("chips");
const place = document.getElementById("waiting");
const event = form.elements.event;
const TYPED = "hallway-typed"; // a line that is being typed survives a page that is closed
let who = {}; // whom names in the line were said to be

line.addEventListener("keydown", (key) => {
  if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
    key.preventDefault();
    form.requestSubmit();
  }
});

form.addEventListener("submit", async (sent) => {
  sent.preventDefault();
  const kind = sent.submitter?.name === "kind" ? sent.submitter.value : null;
  await finished();
  const text = line.value.trim();
  const nameless = !text;
  if (nameless && (await held()).length === 0) return line.focus();
  const capture = { line: text, kind, event: event ? Number(event.value) : null };
  if (Object.keys(who).length) capture.who = who;
  if (nameless) capture.problem = place.dataset.nameless;
  clear();
  try {
    await put(capture, document.getElementById("place").checked);
  } catch {
    line.value = `${text} ${line.value}`.trim();
    if ((await held().catch(() => [])).length) return tell(document.getElementById("tray").dataset.full);
    return form.submit();
  }
  await flush();
});

// At once: the next one may be typed before this one is safe.
function clear() {
  line.value = "";
  who = {};
  remember();
  chips.replaceChildren();
  line.focus();
}

function remember() {
  try {
    if (line.value) localStorage.setItem(TYPED, line.value);
    else localStorage.removeItem(TYPED);
  } catch {
    // no storage, as in a private window: then it is only not remembered
  }
}

// What was kept shows up below without leaving the page.
async function refresh(answered) {
  const kept = answered.filter((one) => one.state !== "refused");
  if (kept.length === 0) return;
  const answer = await fetch("/", { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector(".columns");
  if (fresh) document.querySelector(".columns").replaceWith(document.adoptNode(fresh));
  say(kept.at(-1));
}

function say(last) {
  document.querySelector(".said")?.remove();
  const box = document.createElement("div");
  box.className = "said";
  box.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = place.dataset.kept.replace("{what}", last.said || last.line);
  box.append(words);
  if (last.action) box.append(undo(last.action));
  document.querySelector("#main").prepend(box);
}

function undo(action) {
  const back = document.createElement("form");
  back.method = "post";
  back.action = `/log/${action}/undo`;
  for (const [name, value] of Object.entries({ token: form.elements.token.value, back: "/" })) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
    back.append(field);
  }
  back.append(Object.assign(document.createElement("button"), { className: "quiet", textContent: place.dataset.undo }));
  return back;
}

// Chips: what the line is understood as. One that is tapped selects its words, so that typing replaces them.
// One that says who somebody is can be told otherwise.
let asking = null;
let pause;
line.addEventListener("input", () => {
  remember();
  clearTimeout(pause);
  pause = setTimeout(understand, 120);
});
async function understand() {
  asking?.abort();
  if (!line.value.trim()) return chips.replaceChildren();
  asking = new AbortController();
  const asked = new URLSearchParams({ line: line.value, event: event?.value ?? "" });
  if (Object.keys(who).length) asked.set("who", JSON.stringify(who));
  try {
    const answer = await fetch(`/understood?${asked}`, { headers: { "X-Part": "1" }, signal: asking.signal });
    if (answer.ok && !answer.redirected) chips.innerHTML = await answer.text();
  } catch (problem) {
    if (problem.name === "AbortError") return;
    chips.replaceChildren(Object.assign(document.createElement("p"), { className: "soft", textContent: chips.dataset.offline }));
  }
}
chips.addEventListener("click", (tapped) => {
  const other = tapped.target.closest("[data-name]");
  if (other) {
    who[other.dataset.name] = other.dataset.is ? Number(other.dataset.is) : null;
    line.focus();
    return understand();
  }
  const chip = tapped.target.closest("[data-start]");
  if (!chip) return;
  line.focus();
  line.setSelectionRange(Number(chip.dataset.start), Number(chip.dataset.end));
});
line.value ||= localStorage.getItem(TYPED) ?? "";
if (line.value) understand();

// What was not kept yet, always in sight: words, and what was taken with them.
let latest = 0;
async function show() {
  const turn = ++latest;
  const items = await waiting();
  const rows = await Promise.all(items.map(async (item) => row(item, await clipsOf(item.id), place.dataset)));
  if (turn !== latest) return;
  const words = place.dataset;
  place.hidden = items.length === 0;
  place.querySelector("h2").textContent = (items.length === 1 ? words.one : words.many).replace("{n}", items.length);
  place.querySelector("ol").replaceChildren(...rows);
}

function row(item, clips, words) {
  const li = document.createElement("li");
  const text = Object.assign(document.createElement("span"), { textContent: item.line });
  const state = Object.assign(document.createElement("span"), { className: "state" });
  const wrong = item.problem || clips.find((clip) => clip.problem)?.problem;
  state.textContent = wrong ? words.refused : mustSign() ? words.sign : item.kept ? words.rest : words.waiting;
  li.append(text, state);
  if (clips.length) {
    const shown = Object.assign(document.createElement("span"), { className: "taken" });
    shown.append(...clips.map(picture));
    li.append(shown);
  }
  if (!wrong) return li;
  li.append(Object.assign(document.createElement("p"), { className: "why", textContent: wrong }));
  const edit = Object.assign(document.createElement("button"), { type: "button", textContent: words.edit });
  edit.addEventListener("click", async () => {
    line.value = item.line;
    who = item.who ?? {};
    await drop(item, true);
    remember();
    line.focus();
    understand();
  });
  const away = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words.drop });
  away.addEventListener("click", () => drop(item));
  li.append(...(item.kept ? [away] : [edit, away]));
  return li;
}
listen((answered) => Promise.all([show(), refresh(answered)]));
show();
