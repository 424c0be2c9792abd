/** How things of the archive are put into words. */
import type { SpanLabel } from '../article/ledger.ts';
import type { ShownArticle, Written } from './model.ts';

/** What parts of a dump became. */
export const spanLabelWords: Record<SpanLabel, string> = {
  title: '標題',
  byline: '作者行',
  series: '欄目',
  standfirst: '導言',
  subhead: '小標題',
  paragraph: '正文',
  furniture: '版面雜項',
  unplaced: '未能歸入',
};

/** Characters that a reader of Chinese takes in within a minute. */
const charactersPerMinute = 400;

const lengths = new WeakMap<ShownArticle, number>();

/** Characters of a text, white space left out; no text is cut into them. */
function charactersOf(text: string): number {
  const passedBy = text.match(/\s|[\ud800-\udbff](?=[\udc00-\udfff])/g)?.length ?? 0;
  return text.length - passedBy;
}

/** Characters of the body, white space left out. */
export function lengthOf(article: ShownArticle): number {
  let length = lengths.get(article);
  if (length === undefined) {
    length = article.blocks.reduce((sum, { text }) => sum + charactersOf(text), 0);
    lengths.set(article, length);
  }
  return length;
}

/** Minutes that reading takes, at least one. */
export function minutesOf(article: ShownArticle): number {
  return Math.max(1, Math.round(lengthOf(article) / charactersPerMinute));
}

/** A text of an article with its script. */
export function written(article: ShownArticle, text: string): Written {
  return { text, lang: article.data.lang };
}

/** The start of a text for lists and descriptions: as many whole sentences as fit, or a cut with an ellipsis. */
export function opening(text: string, length: number): string {
  // A character is two units at most: what is beyond need not be cut into characters.
  const characters = [...text.slice(0, 2 * length + 2)];
  if (characters.length <= length) return text;
  const start = characters.slice(0, length).join('');
  const sentence = /^[\s\S]*[。！？]/u.exec(start)?.[0] ?? '';
  return sentence.length > length / 2 ? sentence : `${start.replace(/[，、；：\s]+$/u, '')}……`;
}

/** What tells a reader what an article is about: its standfirst, or how it begins. */
export function summaryOf(article: ShownArticle, length: number): string {
  const text = article.data.standfirst ?? article.blocks.find(({ kind }) => kind === 'p')?.text ?? '';
  return opening(text, length);
}

/** Stands as the headline where a dump has none. */
const untitled = '〔無題〕';

/** The headline for short lists, where one that is missing is told apart by how the article opens. */
export function headlineOf(article: ShownArticle): Written {
  const { title } = article.data;
  return written(article, title === untitled ? `${title}${summaryOf(article, 12)}` : title);
}

/** Control characters as the pictures that Unicode has for them: no page can hold the characters themselves. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, (control) =>
    control === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}

/** Line or paragraph numbers, runs joined: 3–5、9. */
export function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
