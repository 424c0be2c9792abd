/**
 * The service worker: what a reader has visited stays readable without a network.
 *
 * Whatever has a hash in its name never changes and comes from the store; everything else comes from the network
 * whenever there is one, so that no page is ever older than it must be. One file without imports: it is served with its
 * types taken out.
 */

/** The parts of a worker's events that are used here; the library of types for workers cannot stand beside the page's. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface MessageFromPage extends WorkerEvent {
  data: string[];
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', act: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', act: (event: MessageFromPage) => void): void;
}
const worker = self as unknown as Worker;

/** Stores of this version of the worker. */
const stores = { pages: 'pages-1', files: 'files-1', index: 'index-1' };
/** What is stored at most; the oldest goes first. */
const most = { pages: 400, files: 200 };

/** The path of the site, with a slash at its end: where this file stands. */
const base = new URL('./', location.href).pathname;
const offlinePages = [`${base}offline/`, `${base}zh-hans/offline/`];
const hashed = new RegExp(`^${base}(_astro/|pagefind/(data-|volumes/))`);

async function trim(name: keyof typeof most): Promise<void> {
  const store = await caches.open(stores[name]);
  const keys = await store.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most[name]))) await store.delete(old);
}

/** Files of the site that a page names. */
function filesOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]*\/_astro\/[^"]*)"/g)].map(([, file]) => file as string);
}

async function storeFile(address: string): Promise<void> {
  const store = await caches.open(stores.files);
  if ((await store.match(address)) === undefined) await store.add(address);
}

/** Stores a page, what it needs to be shown, and the article's data, from which search shows passages. */
async function storePage(address: string, response: Response): Promise<void> {
  const html = await response.clone().text();
  const store = await caches.open(stores.pages);
  await store.delete(address);
  await store.put(address, response);
  await Promise.all(filesOf(html).map(storeFile));
  if (/\/articles\/[0-9a-z]{8,}\/$/.test(address)) await store.add(address.replace(/\/$/, '.json'));
  await trim('pages');
  await trim('files');
}

function withoutHash(address: string): string {
  return address.replace(/[?#].*/, '');
}

/** From the network, and from the store where there is none. */
async function fresh(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const isPage = request.mode === 'navigate';
  const address = isPage ? withoutHash(request.url) : request.url;
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) {
      const copy = response.clone();
      event.waitUntil(
        isPage
          ? storePage(address, copy)
          : caches.open(stores.index).then((store) => store.put(withoutHash(address), copy)),
      );
      // Whoever searches once will want to search again.
      if (address.endsWith(`${base}pagefind/search.json`)) event.waitUntil(storeIndex());
    } else if (response.status === 404 || response.status === 410) {
      event.waitUntil(caches.open(stores.pages).then((store) => store.delete(address)));
    }
    return response;
  } catch (error) {
    const stored = await caches.match(withoutHash(address));
    if (stored !== undefined) return stored;
    const simplified = new URL(address).pathname.startsWith(`${base}zh-hans/`);
    const offline = isPage ? await caches.match(offlinePages[simplified ? 1 : 0] as string) : undefined;
    if (offline !== undefined) return offline;
    throw error;
  }
}

/** From the store, where it is kept at first use. */
async function kept(event: FetchEvent): Promise<Response> {
  const address = withoutHash(event.request.url);
  const stored = await caches.match(address);
  if (stored !== undefined) return stored;
  const response = await fetch(event.request);
  if (response.ok) {
    const copy = response.clone();
    const name = address.includes('/pagefind/') ? stores.index : stores.files;
    event.waitUntil(caches.open(name).then((store) => store.put(address, copy)));
  }
  return response;
}

/**
 * Stores the index of the search as it is now, and drops what is left of an earlier one. The files of a large index are
 * not listed; it is stored as far as it was used.
 */
async function storeIndex(): Promise<void> {
  const response = await fetch(`${base}offline.json`, { cache: 'no-cache' });
  if (!response.ok) return;
  const { folders, files }: { folders: string[]; files: string[] } = await response.json();
  const whole = (name: string) => new URL(base + name, location.href).href;
  const store = await caches.open(stores.index);
  const current = folders.map(whole);
  const known = new Set((await store.keys()).map(({ url }) => url));
  for (const url of known) {
    const isOld = hashed.test(new URL(url).pathname) && !current.some((folder) => url.startsWith(folder));
    if (isOld) await store.delete(url);
  }
  await Promise.all(
    files
      .map(whole)
      .filter((url) => !known.has(url) || !hashed.test(new URL(url).pathname))
      .map((url) => store.add(url)),
  );
}

worker.addEventListener('install', (event) => {
  const store = async () => {
    await Promise.all(offlinePages.map(async (page) => storePage(page, await fetch(page))));
    await worker.skipWaiting();
  };
  event.waitUntil(store());
});

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const current = new Set(Object.values(stores));
    for (const name of await caches.keys()) if (!current.has(name)) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

/** A page that was open before the worker was tells its address. */
worker.addEventListener('message', (event) => {
  const store = (address: string) =>
    fetch(address).then((response) => (response.ok ? storePage(withoutHash(address), response) : undefined));
  event.waitUntil(Promise.all(event.data.map(store)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  event.respondWith(hashed.test(pathname) ? kept(event) : fresh(event));
});
