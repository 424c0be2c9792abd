/** Pages made from articles whose reading is known, laid out in ways that nobody chose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Random } from '../../fuzz/random.ts';
import { widthOf } from '../../ingest/text.ts';
import type { Gold } from '../gold.ts';
import { bylineLines } from './byline.ts';
import { drawWays, type Ways } from './ways.ts';

const articleSchema = z.object({
  title: z.string(),
  authors: z.array(
    z.object({
      name: z.string(),
      roles: z.array(z.string()),
      honorific: z.string().optional(),
      kind: z.string().optional(),
    }),
  ),
  series: z.string().nullish(),
  standfirst: z.string().nullish(),
  body: z.array(z.object({ kind: z.enum(['p', 'h']), text: z.string() })),
});
type Article = z.infer<typeof articleSchema>;

/** Articles of all golds under a folder that can be printed in any layout: with a headline, and no closing note. */
export function articlesToLay(folder: string): Article[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('gold.json') && !name.includes('layouts-b'))
    .sort()
    .flatMap((name) => {
      const gold = z
        .record(z.string(), z.object({ articles: z.array(articleSchema) }))
        .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      return Object.values(gold).flatMap(({ articles }) => articles);
    })
    .filter(({ title, series, body }) => {
      const tail = body.slice(-2).map(({ text }) => text);
      return (
        !title.startsWith('〔') &&
        title !== series &&
        !tail.some((text) => /作者|筆者|作者/u.test(text) && text.length < 80) &&
        body.filter(({ kind }) => kind === 'p').length >= 3
      );
    });
}

/** Offsets at which a text may be cut without losing a blank or parting a Latin word, away from its ends. */
function cutsOf(text: string): number[] {
  const cuts: number[] = [];
  if (/[|@]|:\/\//u.test(text)) return cuts;
  for (let at = 24; at < text.length - 8; at++) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at)];
    if (/\s/u.test(before + after) || (/[\w.%$/-]/u.test(before) && /[\w.%$/-]/u.test(after))) continue;
    if (/[。！？；：，、」』）》…—]/u.test(after) || /[。！？；」』「『（《…—]/u.test(before)) continue;
    cuts.push(at);
  }
  return cuts;
}

/** A text as lines of a column; no line ends beside a blank, within a word, or before a closing mark. */
function columnLines(text: string, width: number, indent: boolean): string[] {
  const lines: string[] = [];
  let rest = text;
  let room = indent ? width - 2 : width;
  while (widthOf(rest) > room) {
    let at = 0;
    while (at < rest.length && widthOf(rest.slice(0, at + 1)) <= room) at++;
    const allowed = (cut: number): boolean => {
      const [before, after] = [rest.charAt(cut - 1), rest.charAt(cut)];
      return !(
        /\s/u.test(before + after) ||
        (/[\w.%$/-]/u.test(before) && /[\w.%$/-]/u.test(after)) ||
        /[。！？；：，、」』）》…—\udc00-\udfff]/u.test(after) ||
        /[「『（《]/u.test(before)
      );
    };
    while (at > 1 && !allowed(at)) at--;
    if (at <= 1) at = rest.length;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at);
    room = width;
  }
  if (rest !== '') lines.push(rest);
  return lines;
}

class Sheet {
  readonly lines: string[] = [];
  readonly ways: Ways;
  private readonly width: number;
  private readonly random: Random;

  constructor(ways: Ways, random: Random) {
    this.ways = ways;
    this.random = random;
    this.width = 18 + random.upTo(5);
  }

  /** Blank lines after whatever stands there. */
  blank(count: number): void {
    if (this.lines.length === 0) return;
    for (let left = count; left > 0; left--) this.lines.push('');
  }

  private between(): void {
    if (this.ways.spacing === 'blank' && this.lines.at(-1) !== '') this.blank(1);
  }

  /** A line of a header. */
  head(text: string): void {
    this.between();
    this.lines.push(...(this.ways.spacing === 'column' ? columnLines(text, this.width, false) : [text]));
  }

  prose(text: string): void {
    const { spacing, torn } = this.ways;
    this.between();
    if (spacing === 'column') {
      const [first = '', ...rest] = columnLines(text, this.width, true);
      this.lines.push(`　　${first}`, ...rest);
    } else if (spacing === 'indented') this.lines.push(`　　${text}`);
    else if (spacing === 'blank' && torn === 'yes' && this.random.oneIn(6)) {
      const cuts = cutsOf(text);
      const cut = cuts.length > 0 ? this.random.of(cuts) : text.length;
      this.lines.push(text.slice(0, cut));
      if (cut < text.length) {
        this.blank(1);
        this.lines.push(text.slice(cut));
      }
    } else this.lines.push(text);
  }
}

function headlineLines(title: string, ways: Ways): string[] {
  const parts = title.split(' ');
  return ways.headline === 'broken' &&
    parts.length === 2 &&
    parts.every((part) => /^\p{Script=Han}{5,}$/u.test(part))
    ? parts
    : [title];
}

const between = [
  '責任編輯：周詠琪',
  '資料圖片',
  '本欄逢周三刊出',
  '（本版文章純屬作者個人意見，不代表本報立場）',
];

function lay(articles: readonly Article[], ways: Ways, random: Random): string {
  const sheet = new Sheet(ways, random);
  const away = new Set(
    articles.filter(() => ways.headlines !== 'in place' && random.upTo(3) > 0).map(({ title }) => title),
  );
  if (ways.furniture !== 'none') sheet.head(random.of(['評論 A14 2026年6月16日 星期二', '海港晨報 論壇 B7']));
  if (ways.headlines === 'top') for (const title of away) sheet.head(title);
  for (const { title, series, standfirst, authors, body } of articles) {
    sheet.blank({ one: 1, two: 2, three: 3 }[ways.gap]);
    const byline = bylineLines(authors, ways);
    for (const part of ways.order) {
      if (part === 's' && series) {
        const [open, close] = { bare: ['', ''], brackets: ['【', '】'], square: ['■', ''] }[ways.series] as [
          string,
          string,
        ];
        sheet.head(`${open}${series}${close}`);
      }
      if (part === 'h' && !away.has(title)) for (const line of headlineLines(title, ways)) sheet.head(line);
      if (part === 'f' && standfirst) sheet.prose(standfirst);
      if (part === 'b') for (const line of byline) sheet.head(line);
    }
    for (const { kind, text } of body) {
      if (kind === 'h') sheet.head(text);
      else sheet.prose(text);
    }
    if (ways.order.includes('n')) for (const line of byline) sheet.head(line);
    if (ways.furniture === 'between') sheet.head(random.of(between));
  }
  if (ways.headlines === 'end') {
    sheet.blank(1);
    for (const title of away) sheet.head(title);
  }
  return `${sheet.lines.join('\n')}\n`;
}

export type LaidPage = { file: string; text: string; ways: Ways; gold: Gold[string] };

/** Pages of three to five articles each, every one in a layout of its own. */
export function layPages(articles: readonly Article[], count: number, random: Random): LaidPage[] {
  return Array.from({ length: count }, (_, number) => {
    const ways = drawWays(random);
    const left = [...articles];
    const drawn = Array.from(
      { length: 3 + random.upTo(3) },
      () => left.splice(random.upTo(left.length), 1)[0] as Article,
    );
    const printed = drawn.map((article) => ({
      ...article,
      series: ways.order.includes('s') ? (article.series ?? null) : null,
      standfirst: ways.order.includes('f') ? (article.standfirst ?? null) : null,
    }));
    return {
      file: `laid-${String(number).padStart(5, '0')}.txt`,
      text: lay(printed, ways, random),
      ways,
      gold: { articles: printed },
    };
  });
}
