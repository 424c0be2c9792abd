/** The panel of citations, ready to copy and to download. */
import { button, element } from '../components/search/dom.ts';
import { type Citation, citations } from './citations.ts';
import styleHref from './cite.css?url';
import { copy } from './clipboard.ts';
import { linkStyle } from './style.ts';
import { say } from './words.ts';

function save({ text, file, type }: Citation): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element('a', { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function entry(citation: Citation): HTMLElement {
  const { label, text, reference } = citation;
  const named = (word: string) => ({ 'aria-label': `${word} ${label}` });
  return element(
    'li',
    {},
    element('h3', {}, label),
    element(reference ? 'p' : 'pre', reference ? {} : { tabindex: '0', 'aria-label': label }, text),
    element(
      'div',
      { class: 'acts' },
      button(say('copy'), () => void copy(text), named(say('copy'))),
      button(say('download'), () => save(citation), named(say('download'))),
    ),
  );
}

/** Fills the panel. */
export async function openCitations(panel: HTMLElement): Promise<void> {
  await linkStyle(styleHref);
  try {
    const list = element('ol', { class: 'citations', role: 'list' }, ...(await citations()).map(entry));
    panel.append(list);
  } catch {
    panel.append(element('p', { role: 'alert' }, say('failed')));
  }
}
