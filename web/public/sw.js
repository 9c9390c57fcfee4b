// Keeps the program's own files (never data, never a page with somebody's name in it) and says when the line is cut.
const cacheName = 'shell-__BUILD__';
const icon = '/icon.svg';

const offlinePage = `<!doctype html>
<html lang="id">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Luring · Offline</title>
  <style>
    body { display: grid; min-height: 100dvh; margin: 0; place-items: center; font: 16px/1.5 system-ui, sans-serif; text-align: center }
    main { max-width: 26rem; padding: 1.5rem }
    img { width: 3rem }
    h1 { margin: 1.25rem 0 0; font-size: 1.25rem }
    p { margin: 0.25rem 0 0 }
    a { display: inline-block; margin-top: 1.5rem; padding: 0.75rem 1.25rem; border: 1px solid; border-radius: 8px; color: inherit; text-decoration: none }
  </style>
  <main>
    <img src="${icon}" alt="">
    <h1>Anda sedang luring</h1>
    <p>Periksa koneksi internet Anda. Isian yang belum terkirim tetap tersimpan.</p>
    <div lang="en">
      <h1>You are offline</h1>
      <p>Check your connection. What you had not sent yet is kept.</p>
    </div>
    <a href="">Coba lagi · <span lang="en">Try again</span></a>
  </main>
</html>`;

self.addEventListener('install', (event) => {
  // Data is none of its business: past it requests are quicker, and those of a page that goes are not lost with it.
  event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add(icon)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const drop = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

/** Files with a hash in their name never change: the first copy is good for ever. */
async function fromCache(request) {
  const cache = await caches.open(cacheName);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

function pageOrOffline(request) {
  return fetch(request).catch(
    () => new Response(offlinePage, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api'))
    return;
  if (request.mode === 'navigate') event.respondWith(pageOrOffline(request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === icon)
    event.respondWith(fromCache(request));
});
