/** Lists the articles that are stored, on the page that stands where a page is not. */
import { element } from '../components/search/dom.ts';

const list = document.querySelector<HTMLElement>('[data-stored]');

async function titleOf(store: Cache, request: Request): Promise<string> {
  const html = await (await store.match(request))?.text();
  const page = new DOMParser().parseFromString(html ?? '', 'text/html');
  return page.querySelector('h1')?.textContent?.trim() ?? '';
}

async function show(target: HTMLElement): Promise<void> {
  const form = new RegExp(`^${target.dataset.stored}[0-9a-z]{8,}/$`);
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const { pathname } = new URL(request.url);
      if (!form.test(pathname)) continue;
      const title = await titleOf(store, request);
      target.prepend(element('li', {}, element('a', { href: pathname }, title)));
    }
  }
}

if (list && 'caches' in window) void show(list);
