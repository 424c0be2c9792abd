/**
 * Most hosts answer every unknown address with the one `404.html` of the site. Where the address is one of the other
 * script's, that page is shown in its place.
 */
const place = document.querySelector<HTMLElement>('.ways[data-page]');
const { root = '', page = '' } = place?.dataset ?? {};

async function showOther(): Promise<void> {
  const response = await fetch(page);
  if (!response.ok) return;
  const other = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = other.title;
  document.documentElement.lang = other.documentElement.lang;
  document.documentElement.dataset.script = other.documentElement.dataset.script;
  document.body.replaceWith(document.adoptNode(other.body));
}

// Where it cannot be read, what stands there stays.
if (root !== '' && location.pathname.startsWith(root)) showOther().catch(() => {});
