/** Dumps made for measuring the whole road: pages of op-eds as newspapers set them, printed from made articles. */
import type { Entry } from '../../../src/article/read.ts';
import { makeArticles } from '../search/corpus.ts';

/** Op-eds of one dump. */
export const articlesOfDump = 4;

/** A dump, by the name of its file. */
export interface MadeDump {
  name: string;
  text: string;
}

const weekdays = '日一二三四五六';

/** Every tenth article stands in a column. */
const columns = ['筆陣', '維港鐘鳴', '天下觀', '議會縱橫', '焦點評論', '港事講場', '灣區視野', '經濟觀察'];

/** The line above a page: what, which page, and the day. */
function pageHead({ date = '2026-01-01' }: Entry, number: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return `評論 A${10 + (number % 10)} ${words} 星期${weekdays[day.getUTCDay()]}`;
}

/** The words before the first mark of punctuation, as a subhead would say them. */
function subheadOf(paragraph: string): string {
  return /^\p{Script=Han}{2,14}/u.exec(paragraph)?.[0] ?? '';
}

/** A headline in two parts, as most are printed. */
function headline(title: string): string {
  const characters = Array.from(title);
  const middle = Math.floor(characters.length / 2);
  return `${characters.slice(0, middle).join('')} ${characters.slice(middle).join('')}`;
}

function linesOf({ title, authors, blocks }: Entry, number: number): string[] {
  const column = number % 10 === 0 ? `${columns[(number / 10) % columns.length]}：` : '';
  const byline = authors.map(({ name, roles }) => [name, ...roles].join(' ')).join('、');
  const paragraphs = blocks.flatMap(({ text }, at) =>
    at === 3 || at === 6 ? [subheadOf(text), text] : [text],
  );
  return [column + headline(title), byline, ...paragraphs.filter((line) => line !== '')];
}

/**
 * Makes dumps of four op-eds each, the same in every run.
 *
 * @param count op-eds in all
 * @param seeds real texts, whose characters and phrases are used
 */
export function makeDumps(count: number, seeds: readonly string[]): MadeDump[] {
  const articles = makeArticles(count, seeds);
  return Array.from({ length: Math.ceil(count / articlesOfDump) }, (_, number) => {
    const own = articles.slice(number * articlesOfDump, (number + 1) * articlesOfDump);
    const head = own[0] === undefined ? [] : [pageHead(own[0], number)];
    const lines = own.flatMap((article, at) => linesOf(article, number * articlesOfDump + at));
    return { name: `${String(number).padStart(6, '0')}.txt`, text: `${[...head, ...lines].join('\n\n')}\n` };
  });
}
