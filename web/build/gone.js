// Where the page is being worked on, nothing is kept: a worker of an earlier visit goes, with all that it kept.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("loopscope-")) await caches.delete(name);
    await registration.unregister();
    for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
  })());
});
