/** Addresses of paragraphs and quotations with their citation. */
import { button, element } from '../components/search/dom.ts';
import { copy } from './clipboard.ts';
import styleHref from './share.css?url';
import { linkStyle } from './style.ts';
import { pageScript, say } from './words.ts';

/** What stands beside the text without being part of it. */
const furniture = '.marks, .printed';

/** Copies the address that a paragraph's number links to. */
export function copyAddress(link: HTMLAnchorElement): void {
  void copy(link.href, say('linkOf') + link.hash);
}

/** The selected text of the body, blocks parted by line breaks, and the block in which it begins. */
function selected(body: HTMLElement): { text: string; block: HTMLElement } | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const blocks = [...body.querySelectorAll<HTMLElement>('[id]:is(p, h2, h3, li)')].filter((block) =>
    range.intersectsNode(block),
  );
  const parts = blocks.map((block) => {
    const part = document.createRange();
    part.selectNodeContents(block);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
      part.setStart(range.startContainer, range.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
      part.setEnd(range.endContainer, range.endOffset);
    }
    const content = part.cloneContents();
    for (const mark of content.querySelectorAll(furniture)) mark.remove();
    return { block, text: content.textContent?.trim() ?? '' };
  });
  const filled = parts.filter(({ text }) => text !== '');
  const [first] = filled;
  return first && { text: filled.map(({ text }) => text).join('\n'), block: first.block };
}

/** The address of a block. */
function addressOf({ id }: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  return `${canonical}#${id}`;
}

/** A quotation with its reference in the style of the page's script, the paragraph, and the paragraph's address. */
async function quotation(text: string, block: HTMLElement): Promise<string> {
  const { itemOfPage, ownStyle, referenceOf } = await import('./citations.ts');
  const item = await itemOfPage();
  const style = await ownStyle(pageScript() === 'zh-Hans' ? 'gb-t-7714-2025' : 'hong-kong');
  const number = /^p(\d+)$/.exec(block.id)?.[1];
  const [open, close] = pageScript() === 'zh-Hans' ? ['“', '”'] : ['「', '」'];
  const place = number === undefined ? '' : `（${say('paragraph').replace('{}', number)}）`;
  return `${open}${text}${close}${place}\n${referenceOf({ ...item, URL: addressOf(block) }, style)}\n`;
}

let bar: HTMLElement | undefined;
let styled: Promise<void> | undefined;

function close(): void {
  bar?.remove();
  bar = undefined;
}

/** Offers to copy what is selected, beside where the selection ends. */
export async function offerQuotation(body: HTMLElement): Promise<void> {
  const found = selected(body);
  close();
  if (found === undefined) return;
  const { text, block } = found;
  styled ??= linkStyle(styleHref);
  await styled;
  bar = element(
    'div',
    { class: 'quote-bar', role: 'toolbar', 'aria-label': say('selection') },
    button(say('copyLink'), () => void copy(addressOf(block), `${say('linkOf')}#${block.id}`)),
    button(say('copyQuotation'), () => void copy(quotation(text, block))),
  );
  // The selection stays while the bar is used.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  (body.closest('article') ?? body).after(bar);
  const end = getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (end === undefined) return;
  const room = document.documentElement.clientWidth - bar.offsetWidth - 16;
  bar.style.top = `${end.bottom + scrollY + 8}px`;
  bar.style.left = `${Math.max(16, Math.min(room, end.right - bar.offsetWidth))}px`;
}

document.addEventListener('selectionchange', () => {
  if (getSelection()?.isCollapsed) close();
});
