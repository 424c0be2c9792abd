/** Lays the lines of the dump beside the text that was made of them. They are read from the pages of the source. */
import { element } from '../components/search/dom.ts';
import { tell } from './clipboard.ts';
import styleHref from './printed.css?url';
import { linkStyle } from './style.ts';
import { say } from './words.ts';

const article = document.querySelector<HTMLElement>('.op-ed');

let styled: Promise<void> | undefined;

interface Line {
  /** Where on this page the line's text stands: `#p7`, or nothing for headline and byline. */
  hash: string;
  number: string;
  text: string;
  lang: string;
}

async function linesOn(page: string): Promise<Line[]> {
  const response = await fetch(page);
  if (!response.ok) throw new Error(`${page}: ${response.status}`);
  const source = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...source.querySelectorAll<HTMLElement>('.dump .line')].flatMap((line) => {
    const text = line.querySelector<HTMLElement>('.line-text');
    const hashes = [...line.querySelectorAll<HTMLAnchorElement>('.outcome a')]
      .map((outcome) => new URL(outcome.getAttribute('href') ?? '', location.href))
      .filter(({ pathname }) => pathname === location.pathname)
      .map(({ hash }) => hash);
    return [...new Set(hashes)].map((hash) => ({
      hash,
      number: line.id.slice(1),
      text: text?.textContent ?? '',
      lang: text?.lang ?? '',
    }));
  });
}

function asPrinted(lines: readonly Line[]): HTMLElement {
  const items = lines.map(({ number, text, lang }) =>
    element('p', {}, element('b', {}, number), element('span', { lang }, text)),
  );
  return element('div', { class: 'printed', role: 'note', 'aria-label': say('printed') }, ...items);
}

function hide(): void {
  for (const printed of document.querySelectorAll('.printed')) printed.remove();
  article?.classList.remove('with-printed');
}

async function show(link: HTMLAnchorElement): Promise<void> {
  styled ??= linkStyle(styleHref);
  const lines = (await Promise.all((link.dataset.printed ?? '').split(' ').map(linesOn))).flat();
  await styled;
  for (const [hash, own] of Map.groupBy(lines, (line) => line.hash)) {
    const block = hash === '' ? document.querySelector('.signatures') : document.querySelector(hash);
    block?.after(asPrinted(own));
  }
  article?.classList.add('with-printed');
}

/** Shows the lines, or takes them away again. */
export async function togglePrinted(link: HTMLAnchorElement): Promise<void> {
  const shown = article?.classList.contains('with-printed') === true;
  try {
    if (shown) hide();
    else await show(link);
    link.setAttribute('aria-expanded', String(!shown));
  } catch {
    tell(say('failed'));
  }
}
