/** What each unit of a dump is in the eyes of a gold, as constraints that lead a parse to the gold's reading. */
import type { Unit } from '../../ingest/layout.ts';
import type { Constraint, Label } from '../../ingest/parse.ts';
import type { Dump } from '../alone.ts';
import type { GoldArticle } from '../gold.ts';

const compact = (text: string): string => text.replace(/\s+/gu, '');

type Sought = {
  title: string;
  series: string;
  standfirst: string;
  names: string[];
  roles: string[];
  body: { kind: 'p' | 'h'; text: string }[];
};

function soughtOf({ title, authors, series, standfirst, body }: GoldArticle): Sought {
  return {
    title: compact(title),
    series: compact(series ?? ''),
    standfirst: compact(standfirst ?? ''),
    names: authors.map(({ name }) => compact(name)),
    roles: authors.flatMap(({ roles }) => roles.map(compact)).filter(({ length }) => length >= 3),
    body: body.map(({ kind, text }) => ({ kind, text: compact(text) })),
  };
}

type Found = { labels: readonly Label[] /** The article whose body it is in. */; body?: number };

/** Fewer characters stand in a paragraph by chance. */
const telling = 6;

function inBody(articles: readonly Sought[], text: string, current: number): Found | undefined {
  let found: Found | undefined;
  for (const [body, article] of articles.entries())
    for (const block of article.body) {
      const at = block.text.indexOf(text);
      const isPlace =
        at >= 0 && (block.text === text || text.length >= telling || (at === 0 && text.length > 3));
      if (!isPlace || (found && body !== current)) continue;
      // A few characters out of a paragraph say nothing, unless the paragraphs around are of the same article.
      if (block.kind === 'p' && text.length < 8 && body !== current) continue;
      found = {
        labels: [block.kind === 'h' ? 'subhead' : at === 0 ? 'paragraph' : 'continuation'],
        body,
      };
    }
  return found;
}

function inHeader(articles: readonly Sought[], text: string): Found | undefined {
  const isPart = (whole: string, least: number): boolean =>
    (text.length >= least && whole.includes(text)) || (whole.length >= least && text.includes(whole));
  const ofStandfirst = articles.find(
    ({ standfirst }) => text.length >= telling && standfirst.includes(text),
  )?.standfirst;
  if (ofStandfirst !== undefined)
    return { labels: [ofStandfirst.startsWith(text) ? 'standfirst' : 'continuation'] };
  const titled = articles.find(({ title }) => isPart(title, 4));
  const named = articles.some(({ names }) => names.some((name) => name.length >= 2 && text.includes(name)));
  const ofSeries = articles.some(
    ({ series }) => series !== '' && (text.includes(series) || isPart(series, 4)),
  );
  const hasRole = articles.some(({ roles }) =>
    roles.some((role) => role.includes(text) || text.includes(role)),
  );
  if (titled)
    return { labels: named && !titled.title.includes(text) ? ['carrier'] : ['headline', 'carrier'] };
  if (ofSeries && !named) return { labels: ['headline', 'carrier'] };
  if (named || hasRole) return { labels: ofSeries ? ['carrier'] : ['byline', 'signature'] };
  return undefined;
}

/** Whether the first paragraph of an article is where it begins: it has no header in place. `undefined` where that is open. */
function isBare(found: readonly (Found | undefined)[], first: number): boolean | undefined {
  let bare = true;
  for (let at = first - 1; at >= 0; at--) {
    const above = found[at];
    if (!above) return undefined;
    if (above.body !== undefined) break;
    if (above.labels.includes('furniture')) continue;
    // An author line between two texts may belong to either.
    if (above.labels.includes('signature')) return undefined;
    bare = false;
  }
  return bare;
}

/**
 * Constraints by index of unit. What the gold does not tell is left open.
 *
 * @param cost what going against a constraint costs
 */
export function aligned(units: readonly Unit[], dump: Dump): Map<number, Constraint> {
  const articles = dump.articles.map(soughtOf);
  const furniture = new Set(dump.furniture.map(compact));
  let current = -1;
  const found = units.map(({ text: whole }): Found | undefined => {
    const text = compact(whole);
    const inside = inBody(articles, text, current);
    if (inside) current = inside.body ?? current;
    return inside ?? (furniture.has(text) ? { labels: ['furniture'] } : inHeader(articles, text));
  });
  const begun = new Set<number>();
  const constraints = new Map<number, Constraint>();
  for (const [at, each] of found.entries()) {
    if (!each) continue;
    const isFirst = each.body !== undefined && !begun.has(each.body);
    if (each.body !== undefined) begun.add(each.body);
    const begins = each.body === undefined ? undefined : isFirst ? isBare(found, at) : false;
    constraints.set(at, { labels: each.labels, ...(begins === undefined ? {} : { begins }) });
  }
  return constraints;
}
