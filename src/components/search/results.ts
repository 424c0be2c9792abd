/** The list of results: one item an article, filled with its text when the text is there. */
import type { ArticleRecord } from '../../article/record.ts';
import type { Hit } from '../../search/engine.ts';
import { bestLines, type Line, linesOf, marked, stretchesBy } from '../../search/passages.ts';
import type { Pattern } from '../../search/pattern.ts';
import { dayInWords } from '../../text/day.ts';
import type { Folding } from '../../text/folding.ts';
import { headlineParts } from '../../text/headline.ts';
import { button, element, inMarks } from './dom.ts';
import { fill, type Words } from './words.ts';

/** Lines of context that are shown unasked. */
const linesAtFirst = 3;

export interface ResultContext {
  words: Words;
  patterns: readonly Pattern[];
  folding: Folding;
  /** Names of topics by id, in the page's script. */
  topicNames: Record<string, string>;
}

/** An item that says where and how often, before its text is read. */
export function emptyItem(url: string, { hits }: Hit): HTMLLIElement {
  return element('li', { 'data-url': url, 'data-hits': String(hits), class: 'result' });
}

function lineItem(url: string, { anchor, stretches }: Line): HTMLLIElement {
  return element('li', {}, element('a', { href: url + anchor }, ...inMarks(stretches)));
}

function linesList(url: string, lines: readonly Line[], { words }: ResultContext): HTMLElement[] {
  if (lines.length === 0) return [];
  const first = bestLines(lines, linesAtFirst);
  const list = element('ul', { class: 'lines' }, ...first.map((line) => lineItem(url, line)));
  if (lines.length <= first.length) return [list];
  const every = fill(words.allLines, { n: lines.length });
  const toggle = button(
    every,
    () => {
      const open = toggle.getAttribute('aria-expanded') !== 'true';
      list.replaceChildren(...(open ? lines : first).map((line) => lineItem(url, line)));
      toggle.textContent = open ? words.fewerLines : every;
      toggle.setAttribute('aria-expanded', String(open));
    },
    { class: 'more-lines', 'aria-expanded': 'false' },
  );
  return [list, toggle];
}

/** A headline that breaks between its parts first, as on the pages. */
function headline(title: string, { patterns, folding }: ResultContext): (Node | string)[] {
  const parts = headlineParts(title);
  return stretchesBy(parts, marked(title, patterns, folding)).flatMap((stretches, at) => {
    const isWhole = parts.length === 1 || parts[at] === ' ';
    return isWhole ? inMarks(stretches) : [element('span', { class: 'title-part' }, ...inMarks(stretches))];
  });
}

function byline(record: ArticleRecord, show: (text: string) => (Node | string)[]): HTMLElement {
  const signatures = record.authors.map(({ name, honorific = '', roles }) => {
    const signature = element('span', { class: 'result-author' }, ...show(name + honorific));
    const printed =
      roles.length > 0 ? element('span', { class: 'item-roles' }, ...show(roles.join('　'))) : '';
    return element('li', {}, signature, printed);
  });
  return element('ul', { class: 'item-authors' }, ...signatures);
}

function notes(record: ArticleRecord, { hits }: Hit, { words, topicNames }: ResultContext): HTMLElement {
  const count = hits === 0 ? words.onlyByline : fill(words.hits, { n: hits });
  return element(
    'p',
    { class: 'item-meta' },
    element('span', { class: 'hits' }, count),
    ...(record.date === undefined
      ? []
      : [element('time', { datetime: record.date }, dayInWords(record.date))]),
    ...record.topics.map((id) => element('span', {}, topicNames[id] ?? id)),
  );
}

/** Fills an item with an article and its hits in context. */
export function fillItem(item: HTMLLIElement, record: ArticleRecord, hit: Hit, context: ResultContext): void {
  const { patterns, folding } = context;
  const show = (text: string) => inMarks(marked(text, patterns, folding));
  const { url, title, series, seriesPart } = record;
  const kicker = [series === title ? undefined : series, seriesPart].filter((part) => part !== undefined);
  item.replaceChildren(
    ...(kicker.length === 0 ? [] : [element('p', { class: 'kicker' }, ...show(kicker.join(' ')))]),
    element('h2', { class: 'item-title' }, element('a', { href: url }, ...headline(title, context))),
    byline(record, show),
    ...linesList(url, linesOf(record, patterns, folding), context),
    notes(record, hit, context),
  );
}

/** Says that an article's text could not be read; its link still works. */
export function fillWithout(item: HTMLLIElement, url: string, { words }: ResultContext): void {
  item.replaceChildren(
    element('h2', { class: 'item-title' }, element('a', { href: url }, url)),
    element('p', { class: 'item-meta' }, words.textMissing),
  );
}
