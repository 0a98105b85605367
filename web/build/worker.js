// The page without a network: a service worker that keeps all files of one version (web/build/finish.mjs fills in which).
//
// A visit is answered from what is kept, so it is as fast with a bad network as with none. Meanwhile the browser looks
// for a newer worker; that one keeps the newer files and answers from the next load on. The version before stays, for
// pages that are still open and have not loaded all of theirs.

const NAME = "loopscope-VERSION";
const FILES = ["FILES"];

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(NAME);
    // A name with a hash in it stands for one content; the others are asked for anew.
    const hashed = /-[0-9a-f]{14,16}(_bg)?\.\w+$/;
    await cache.addAll(FILES.map((file) => new Request(file, { cache: hashed.test(file) ? "default" : "reload" })));
    await skipWaiting();
  })());
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    // In the order in which they were made.
    const others = (await caches.keys()).filter((name) => name.startsWith("loopscope-") && name !== NAME);
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const home = new URL(registration.scope);
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== home.origin) return;
  const page = url.pathname === home.pathname || url.pathname === `${home.pathname}index.html`;
  event.respondWith((async () => {
    const cache = await caches.open(NAME);
    const kept = page ? await cache.match("./") : await cache.match(request) ?? await caches.match(request);
    return kept ?? fetch(request);
  })());
});
