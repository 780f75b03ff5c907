// The service worker: pages are fetched first and remembered; without a network the last copy is shown. Only the first
// screen, the list of people, and pages that were looked at are remembered, and only in this browser.
// STAMP and FILES stand above, put there by the server: they change whenever one of our files does.
const PAGES = "pages";
const OURS = `files-${STAMP}`;
const SHELL = ["/", "/people"];

self.addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));

async function install() {
  await (await caches.open(OURS)).addAll(FILES);
  const pages = await caches.open(PAGES);
  for (const path of SHELL) await page(new Request(path), new URL(path, self.location), pages);
}

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name !== PAGES && name !== OURS);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (/^\/clips\/\d+\/small$/.test(url.pathname)) event.respondWith(small(request));
  else if (request.mode === "navigate" || url.pathname === "/") event.respondWith(page(request, url));
});

async function file(request) {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

// A small picture never changes, so that the first copy is the last one.
async function small(request) {
  const pages = await caches.open(PAGES);
  const known = await pages.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await pages.put(request, answer.clone());
  return answer;
}

async function page(request, url, cache = null) {
  const pages = cache ?? (await caches.open(PAGES));
  try {
    const answer = await fetch(request);
    const keep = answer.ok && !answer.redirected && !answer.headers.has("X-Said") && !url.search && !url.pathname.startsWith("/enter");
    if (keep) await pages.put(url.pathname, answer.clone());
    return answer;
  } catch {
    return (await pages.match(url.pathname)) ?? (await pages.match("/")) ?? Response.error();
  }
}
