// The service worker: pages are fetched first and remembered; without a network the last copy is shown. Only the first
// screen, the list of people, and pages that were looked at are remembered, and only in this browser.
const PAGES = "pages-1";
const FILES = "files-1";
const SHELL = ["/", "/people"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(PAGES).then((cache) => cache.addAll(SHELL).catch(() => {})).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name !== PAGES && name !== FILES);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.mode === "navigate" || url.pathname === "/") event.respondWith(page(request, url));
});

async function file(request) {
  const cache = await caches.open(FILES);
  const kept = (await cache.match(request)) ?? null;
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (problem) {
    const other = await cache.match(request, { ignoreSearch: true });
    if (other) return other;
    throw problem;
  }
}

async function page(request, url) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    const keep = answer.ok && !answer.redirected && !url.search && !url.pathname.startsWith("/enter");
    if (keep) await cache.put(url.pathname, answer.clone());
    return answer;
  } catch {
    return (await cache.match(url.pathname)) ?? (await cache.match("/")) ?? Response.error();
  }
}
