// What every page does: answers while one types, the badge that says what is not kept yet, and the service worker.
import { count, flush, listen } from "./queue.js";

const secure = window.isSecureContext && "serviceWorker" in navigator;
if (secure) navigator.serviceWorker.register("/sw.js");

// Whom one met today, and the event one is at, can be looked up without a network: their pages are fetched beforehand.
async function remember() {
  const pages = document.querySelectorAll("[data-remember] a[href^='/people/'], a[data-remember]");
  const links = ["/", ...[...pages].map((a) => a.getAttribute("href"))];
  const cache = await caches.open("pages");
  for (const [at, link] of links.slice(0, 80).entries()) {
    if (at > 20 && (await cache.match(link))) continue;
    const answer = await fetch(link).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    await cache.put(link, answer);
  }
}
if (secure && document.querySelector("[data-remember]")) addEventListener("load", () => setTimeout(remember, 500));

const badge = document.getElementById("queue");
async function show() {
  const n = await count();
  if (!badge) return;
  badge.hidden = n === 0;
  badge.firstElementChild.textContent = `${n} ⇡`;
}
if (badge) {
  listen(show);
  show();
  flush();
  addEventListener("online", () => flush());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush());
  setInterval(flush, 15000);
}

document.getElementById("leave")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  for (const name of await (window.caches?.keys() ?? [])) await caches.delete(name);
  event.target.submit();
});

// A form with data-live: what it finds is shown while one types. Only the last question is answered.
for (const form of document.querySelectorAll("form[data-live]")) {
  const place = document.querySelector(form.dataset.live);
  const field = form.querySelector("input[type=search]");
  let asking = null;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const url = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { "X-Part": "1" }, signal: asking.signal });
      if (!answer.ok || answer.redirected) return;
      place.innerHTML = await answer.text();
      history.replaceState(null, "", url);
      place.setAttribute("aria-busy", "false");
    } catch (problem) {
      if (problem.name !== "AbortError") place.setAttribute("aria-busy", "false");
    }
  };
  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 60);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  place.addEventListener("click", (event) => {
    const cue = event.target.closest("[data-without]");
    if (!cue) return;
    event.preventDefault();
    field.value = field.value.replace(cue.dataset.without, " ").replace(/\s+/g, " ").trim();
    field.focus();
    ask();
  });
}

// A section that takes longer than the page it stands on: it is fetched once the page is there.
for (const section of document.querySelectorAll("[data-part]")) {
  fetch(section.dataset.part, { headers: { "X-Part": "1" } })
    .then(async (answer) => answer.ok && !answer.redirected && (section.innerHTML = await answer.text()))
    .catch(() => {}); // without a network the link in it stays
}

// A link to something folded opens it.
function unfold() {
  const there = document.getElementById(location.hash.slice(1));
  if (there?.tagName !== "DETAILS") return;
  there.open = true;
  there.querySelector("summary").focus();
}
addEventListener("hashchange", unfold);
unfold();
