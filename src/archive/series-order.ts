/** The order of a series: by day where days are known, by part marks, otherwise as in the archive. */
import type { Article } from './model.ts';

const digits = '零一二三四五六七八九十';
/** 上 中 下 and 上 下 alike stand in this order. */
const thirds = ['上', '中', '下'];

/** The number that a part mark such as 下, （三）, 之十二, Part 2 or 終 says; nothing where it says none. */
export function partNumber(mark: string): number | undefined {
  const plain = mark.normalize('NFKC');
  const figure = /\d+/.exec(plain)?.[0];
  if (figure !== undefined) return Number(figure);
  const chinese = /[零一二三四五六七八九十]+/.exec(plain)?.[0];
  if (chinese !== undefined) return chineseNumber(chinese);
  const third = thirds.findIndex((each) => plain.includes(each));
  if (third >= 0) return third + 1;
  return /[終终完]/.test(plain) ? Number.MAX_SAFE_INTEGER : undefined;
}

/** A number up to 99 as Chinese writes it. */
function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const worth = (digit: string | undefined) => digits.indexOf(digit ?? '');
  if (!text.includes('十')) return worth(ones?.[0]);
  return (tens === '' ? 1 : worth(tens)) * 10 + (ones === '' ? 0 : worth(ones));
}

const ordered = new WeakMap<readonly Article[], Article[]>();

/** The articles of a series in their order; the sort is stable, and they come in archive order. */
export function inSeriesOrder(articles: readonly Article[]): Article[] {
  const known = ordered.get(articles);
  if (known !== undefined) return known;
  const sorted = sortedAsSeries(articles);
  ordered.set(articles, sorted);
  return sorted;
}

function sortedAsSeries(articles: readonly Article[]): Article[] {
  const dated = articles.every(({ data }) => data.date !== undefined);
  return articles
    .map((article, at) => ({
      article,
      day: dated ? (article.data.date ?? '') : '',
      part: partNumber(article.data.seriesPart ?? '') ?? 0,
      at,
    }))
    .sort((a, b) => (a.day === b.day ? a.part - b.part || a.at - b.at : a.day < b.day ? -1 : 1))
    .map(({ article }) => article);
}
