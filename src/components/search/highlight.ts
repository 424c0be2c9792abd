/** Marks the words of a query in an article and leads from one to the next. */
import { readFolding } from '../../search/client/library.ts';
import { rangesIn } from '../../search/passages.ts';
import type { Pattern } from '../../search/pattern.ts';
import { parseQuery, wordsIn } from '../../search/query.ts';
import type { Folding } from '../../text/folding.ts';
import { button, element, need } from './dom.ts';
import { withHighlight } from './highlight-parameter.ts';
import { type ArrivalWords, fill } from './words.ts';

/** Headline, standfirst, subheads and paragraphs. */
const blocks = '.op-ed h1, #standfirst, .body [id]:is(p, h2, h3, li)';

/** Links and numbers that stand in a block without being part of its text. */
const furniture = '.marks';

function textNodes(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(furniture) === null) nodes.push(node);
  }
  return nodes;
}

/** Marks a stretch of a block's text; where it runs over several nodes, in several marks. */
function markStretch(nodes: readonly Text[], from: number, to: number): HTMLElement[] {
  const marks: HTMLElement[] = [];
  let offset = 0;
  for (const node of nodes) {
    const [start, end] = [Math.max(from - offset, 0), Math.min(to - offset, node.length)];
    offset += node.length;
    if (start >= end) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = element('mark', { class: 'hit' });
    range.surroundContents(mark);
    marks.push(mark);
  }
  return marks;
}

/** The marks of one block, each hit with its marks; hits that overlap are one. */
function markBlock(block: Element, patterns: readonly Pattern[], folding: Folding): HTMLElement[][] {
  const text = textNodes(block)
    .map(({ data }) => data)
    .join('');
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of rangesIn(text, patterns, folding)) {
    const last = merged.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  // From the end, so that the offsets of what comes before stay as they are.
  return merged
    .toReversed()
    .map(({ from, to }) => markStretch(textNodes(block), from, to))
    .toReversed();
}

/** The hit from which "next" goes on: the first in the block to which the address leads. */
function firstHit(hits: readonly HTMLElement[][]): number {
  const target = document.querySelector(':target');
  const inTarget = hits.findIndex(([mark]) => mark !== undefined && target?.contains(mark));
  return Math.max(0, inTarget);
}

function showBar(query: string, hits: readonly HTMLElement[][]): void {
  const bar = need<HTMLElement>(document, '[data-arrival]');
  const words = JSON.parse(bar.dataset.words ?? '{}') as ArrivalWords;
  let at = firstHit(hits);
  const say = element('span', {});
  const go = (step: number, scroll: boolean) => {
    for (const mark of hits[at] ?? []) mark.removeAttribute('aria-current');
    at = (at + step + hits.length) % Math.max(1, hits.length);
    for (const mark of hits[at] ?? []) mark.setAttribute('aria-current', 'true');
    say.textContent = fill(hits.length === 0 ? words.noHits : words.hits, {
      query,
      at: at + 1,
      n: hits.length,
    });
    if (scroll) hits[at]?.[0]?.scrollIntoView({ block: 'center' });
  };
  const close = () => {
    for (const mark of hits.flat()) mark.replaceWith(...mark.childNodes);
    bar.hidden = true;
  };
  const steps =
    hits.length < 2
      ? []
      : [button(words.previous, () => go(-1, true)), button(words.next, () => go(1, true))];
  bar.replaceChildren(say, ...steps, button(words.close, close));
  bar.hidden = false;
  go(0, true);
}

/** Marks a query in the article of the page. */
export async function highlight(query: string): Promise<void> {
  const { index = '' } = need<HTMLElement>(document, '[data-arrival]').dataset;
  const folding = await readFolding(index);
  const patterns = wordsIn(parseQuery(query, folding)).map(({ pattern }) => pattern);
  const hits = [...document.querySelectorAll(blocks)].flatMap((block) => markBlock(block, patterns, folding));
  showBar(query, hits);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.tools a[hreflang]')) {
    link.href = withHighlight(link.href, query);
  }
}
