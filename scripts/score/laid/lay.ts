/** Pages made from articles whose reading is known, laid out in ways that nobody chose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Random } from '../../fuzz/random.ts';
import { widthOf } from '../../ingest/text.ts';
import type { Gold } from '../gold.ts';
import { between, captionOf, interruptions, pageHeads, trails, webPage } from './around.ts';
import { bylineLines, type LaidAuthor } from './byline.ts';
import { headlineLines } from './headline.ts';
import { drawWays, mixedWays, type Ways } from './ways.ts';

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
    .filter((name) => name.endsWith('gold.json') && !name.startsWith('layouts-b/'))
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

/**
 * Offsets at which a text may be cut without losing a blank or parting a Latin word, away from its ends.
 *
 * @param first the first of them
 */
function cutsOf(text: string, first: number): number[] {
  const cuts: number[] = [];
  if (/[|@]|:\/\//u.test(text)) return cuts;
  for (let at = first; at < text.length - 8; at++) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at)];
    if (/\s/u.test(before + after) || (/[\w.%$/-]/u.test(before) && /[\w.%$/-]/u.test(after))) continue;
    if (/[。！？；：，、」』）》…—]/u.test(after) || /[。！？；」』「『（《…—]/u.test(before)) continue;
    cuts.push(at);
  }
  return cuts;
}

/** What is torn off at the start of a paragraph, the shortest of it. */
const longestScrap = 9;

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
  readonly furniture: string[] = [];
  private readonly ways: Ways;
  private readonly width: number;
  private readonly random: Random;
  /** Who wrote the article that is being laid out. */
  author: LaidAuthor | undefined;

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

  /** An author line after the text, at the right of its column where there is one. */
  sign(text: string): void {
    const isRight = this.ways.spacing === 'column' && this.ways.padded === 'yes';
    if (!isRight || widthOf(text) >= this.width) this.head(text);
    else this.lines.push('　'.repeat(Math.floor(this.width - widthOf(text))) + text);
  }

  /** A line of furniture: it is never broken. */
  around(text: string): void {
    this.between();
    this.lines.push(text);
    this.furniture.push(text);
  }

  /** What interrupts a torn paragraph. */
  private interrupt(): void {
    const picture = this.author && this.random.oneIn(4) ? captionOf(this.author) : undefined;
    this.around(picture ?? this.random.of(interruptions));
  }

  prose(text: string): void {
    const { spacing, torn, interrupted } = this.ways;
    this.between();
    if (spacing === 'column') {
      const [first = '', ...rest] = columnLines(text, this.width, true);
      const lines = [`　　${first}`, ...rest];
      const cut =
        interrupted === 'yes' && lines.length > 4 && this.random.oneIn(4)
          ? 1 + this.random.upTo(lines.length - 2)
          : lines.length;
      this.lines.push(...lines.slice(0, cut));
      if (cut === lines.length) return;
      // A page may be cut there without anything between.
      const blank = this.random.upTo(2);
      this.blank(blank);
      if (blank === 0 || !this.random.oneIn(3)) this.interrupt();
      this.blank(blank);
      this.lines.push(...lines.slice(cut));
    } else if (spacing === 'indented') this.lines.push(`　　${text}`);
    else if (torn === 'yes' && this.random.oneIn(spacing === 'blank' ? 6 : 10)) {
      // A third of the fragments are a word or two, and half of the others short.
      const isScrap = this.random.oneIn(3);
      const cuts = cutsOf(text, isScrap ? 2 : this.random.oneIn(2) ? 5 : 24).filter((at, _, { length }) =>
        isScrap ? at <= longestScrap : length < 40 || at < 40 || this.random.oneIn(2),
      );
      const cut = cuts.length > 0 ? this.random.of(cuts) : text.length;
      this.lines.push(text.slice(0, cut));
      if (cut === text.length) return;
      if (interrupted === 'yes' && this.random.oneIn(2)) this.interrupt();
      this.between();
      this.lines.push(text.slice(cut));
    } else this.lines.push(text);
  }
}

/** Where and how an article names its author. */
type AuthorPlace = 'byline' | 'note' | 'carried';

function placeOf({ authors, body }: Article, { author, spacing }: Ways, random: Random): AuthorPlace {
  const [only] = authors;
  if (author === 'as the page' || !only || authors.length > 1 || only.kind || only.name === '佚名')
    return 'byline';
  if (!/^\p{Script=Han}{2,4}$/u.test(only.name) || only.honorific || random.oneIn(2)) return 'byline';
  if (author === 'some carried') return spacing === 'column' || only.roles.length > 0 ? 'byline' : 'carried';
  const plain = only.roles.length > 0 && only.roles.every((role) => !/[、，：:（(\s]/u.test(role));
  return plain && body.length > 0 ? 'note' : 'byline';
}

/** A headline that carries its column and its author. */
function carriedLine(title: string, name: string, series: string | null | undefined, random: Random): string {
  if (series) return random.of([`${series}：${title} /文：${name}`, `${series}/${title}\\${name}`]);
  return random.of([`${title}（${name}）`, `【來論】${name}：${title}`, `${title} /文：${name}`]);
}

/** An article as a page prints it, in the ways of its own. */
type Printed = { article: Article; own: Ways; place: AuthorPlace };

function print(article: Article, ways: Ways, random: Random): Printed {
  const own = mixedWays(ways, random);
  const place = placeOf(article, ways, random);
  const [author] = article.authors;
  const note = `本文作者為${author?.roles.join('、')}${author?.name}`;
  return {
    own,
    place,
    article: {
      ...article,
      series: own.order.includes('s') ? (article.series ?? null) : null,
      standfirst: own.order.includes('f') ? (article.standfirst ?? null) : null,
      body: place === 'note' ? [...article.body, { kind: 'p', text: note }] : article.body,
    },
  };
}

/** Headlines together, away from their articles: blank lines part them, or nothing does. */
function stack(sheet: Sheet, titles: Iterable<string>, ways: Ways, random: Random): void {
  const isParted = ways.headline === 'broken' || random.oneIn(3);
  for (const title of titles) {
    if (isParted) sheet.blank(1);
    for (const line of headlineLines(title, isParted ? ways : { ...ways, headline: 'whole' }, random))
      sheet.head(line);
  }
}

function lay(printed: readonly Printed[], ways: Ways, random: Random): { text: string; furniture: string[] } {
  const sheet = new Sheet(ways, random);
  const away = new Set(
    printed
      .filter(({ place }) => ways.headlines !== 'in place' && place !== 'carried' && random.upTo(3) > 0)
      .map(({ article }) => article.title),
  );
  const trail = random.of(trails);
  if (ways.furniture !== 'none' && ways.furniture !== 'web page') sheet.around(random.of(pageHeads));
  if (ways.headlines === 'top') stack(sheet, away, ways, random);
  for (const [at, { article, own, place }] of printed.entries()) {
    const { title, series, standfirst, authors, body } = article;
    sheet.blank({ one: 1, two: 2, three: 3 }[ways.gap]);
    if (at > 0 && ways.furniture === 'several heads' && random.oneIn(2)) sheet.around(random.of(pageHeads));
    if (ways.furniture === 'web page') for (const text of trail) sheet.around(text);
    const name = authors[0]?.name ?? '';
    sheet.author = authors[0];
    const byline = place === 'byline' ? bylineLines(authors, own) : [];
    for (const part of own.order) {
      if (part === 's' && series && place !== 'carried') {
        const [open, close] = { bare: ['', ''], brackets: ['【', '】'], square: ['■', ''] }[ways.series] as [
          string,
          string,
        ];
        sheet.head(`${open}${series}${close}`);
      }
      if (part === 'h' && place === 'carried') sheet.head(carriedLine(title, name, series, random));
      else if (part === 'h' && !away.has(title))
        for (const line of headlineLines(title, ways, random)) sheet.head(line);
      if (part === 'f' && standfirst) sheet.prose(standfirst);
      if (part === 'b') for (const line of byline) sheet.head(line);
    }
    for (const { kind, text } of body) {
      if (kind === 'h' && ways.subheads === 'apart' && sheet.lines.at(-1) !== '') sheet.blank(1);
      if (kind === 'h' || text.startsWith('本文作者為')) sheet.head(text);
      else sheet.prose(text);
    }
    if (own.order.includes('n')) for (const line of byline) sheet.sign(line);
    if (ways.furniture === 'between') sheet.around(random.of(between));
    if (ways.furniture === 'web page') for (const text of webPage) if (random.oneIn(2)) sheet.around(text);
  }
  if (ways.headlines === 'end') {
    sheet.blank(1);
    stack(sheet, away, ways, random);
  }
  return { text: `${sheet.lines.join('\n')}\n`, furniture: sheet.furniture };
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
    const printed = drawn.map((article) => print(article, ways, random));
    const { text, furniture } = lay(printed, ways, random);
    return {
      file: `laid-${String(number).padStart(5, '0')}.txt`,
      text,
      ways,
      gold: { articles: printed.map(({ article }) => article), furniture },
    };
  });
}
