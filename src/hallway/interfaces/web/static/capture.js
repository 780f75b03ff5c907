// The first screen: a line is put into the queue at once, and sent from there; so it is kept with a network and without.
import { drop, flush, listen, mustSign, put, waiting } from "./queue.js";

const form = document.getElementById("capture");
const line = form.elements.line;
const chips = document.getElementById("chips");
const place = document.getElementById("waiting");
const event = form.elements.event;

line.addEventListener("keydown", (key) => {
  if (key.key === "Enter" && !key.shiftKey && !key.isComposing) {
    key.preventDefault();
    form.requestSubmit();
  }
});

form.addEventListener("submit", async (sent) => {
  sent.preventDefault();
  const text = line.value.trim();
  if (!text) return;
  const kind = sent.submitter?.name === "kind" ? sent.submitter.value : null;
  line.value = ""; // at once: the next one may be typed before this one is safe
  chips.replaceChildren();
  line.focus();
  try {
    await put({ line: text, kind, event: event ? Number(event.value) : null });
  } catch {
    line.value = `${text} ${line.value}`.trim();
    return form.submit();
  }
  await flush();
});

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
let asking = null;
let pause;
line.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(understand, 120);
});
async function understand() {
  asking?.abort();
  if (!line.value.trim()) return chips.replaceChildren();
  asking = new AbortController();
  const asked = new URLSearchParams({ line: line.value, event: event?.value ?? "" });
  try {
    const answer = await fetch(`/understood?${asked}`, { headers: { "X-Part": "1" }, signal: asking.signal });
    if (answer.ok && !answer.redirected) chips.innerHTML = await answer.text();
  } catch (problem) {
    if (problem.name === "AbortError") return;
    chips.replaceChildren(Object.assign(document.createElement("p"), { className: "soft", textContent: chips.dataset.offline }));
  }
}
chips.addEventListener("click", (tapped) => {
  const chip = tapped.target.closest("[data-start]");
  if (!chip) return;
  line.focus();
  line.setSelectionRange(Number(chip.dataset.start), Number(chip.dataset.end));
});
if (line.value) understand();

// What was not kept yet, always in sight.
let latest = 0;
async function show() {
  const turn = ++latest;
  const items = await waiting();
  if (turn !== latest) return;
  const words = place.dataset;
  place.hidden = items.length === 0;
  place.querySelector("h2").textContent = (items.length === 1 ? words.one : words.many).replace("{n}", items.length);
  place.querySelector("ol").replaceChildren(...items.map((item) => row(item, words)));
}

function row(item, words) {
  const li = document.createElement("li");
  const text = Object.assign(document.createElement("span"), { textContent: item.line });
  const state = Object.assign(document.createElement("span"), { className: "state" });
  state.textContent = item.problem ? words.refused : mustSign() ? words.sign : words.waiting;
  li.append(text, state);
  if (item.problem) li.append(Object.assign(document.createElement("p"), { className: "why", textContent: item.problem }));
  const edit = Object.assign(document.createElement("button"), { type: "button", textContent: words.edit });
  edit.addEventListener("click", async () => {
    line.value = item.line;
    await drop(item.seq);
    line.focus();
    understand();
  });
  const away = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words.drop });
  away.addEventListener("click", () => drop(item.seq));
  if (item.problem) li.append(edit, away);
  return li;
}
listen((answered) => Promise.all([show(), refresh(answered)]));
show();
