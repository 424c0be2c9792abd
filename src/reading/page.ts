/** What an article page can do beyond being read. Everything but this file is loaded when it is asked for. */

/** Runs what a module makes of an element; each opens at most once. */
function once(selector: string, event: string, load: (element: HTMLElement) => Promise<unknown>): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.addEventListener(event, () => void load(element), { once: true });
}

once('[data-cite]', 'toggle', async (panel) => (await import('./cite.ts')).openCitations(panel));
once('[data-options]', 'toggle', async (panel) => (await import('./options.ts')).openOptions(panel));

const body = document.querySelector<HTMLElement>('.body');

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches('.no')) void import('./share.ts').then(({ copyAddress }) => copyAddress(link));
  if (link.matches('[data-printed]')) {
    event.preventDefault();
    void import('./printed.ts').then(({ togglePrinted }) => togglePrinted(link));
  }
});

let pending = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(pending);
  pending = window.setTimeout(() => {
    const selection = getSelection();
    if (body === null || selection === null || selection.isCollapsed || !selection.containsNode(body, true)) {
      return;
    }
    void import('./share.ts').then(({ offerQuotation }) => offerQuotation(body));
  }, 250);
});

if (document.documentElement.dataset.writing === 'vertical') {
  void import('./vertical.ts').then(({ followVertical }) => followVertical());
}
