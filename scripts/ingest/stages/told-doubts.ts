/** The doubts of one dump as a keeper is told them: those that stand in its articles still, in words for this archive. */
import { lostMark } from '../../../src/article/encodings.ts';
import type { ReportedDoubt } from '../../../src/article/report.ts';
import type { Frontmatter } from '../../../src/article/schema.ts';
import { encodingCorrection, fieldCorrection, slipCorrection } from '../doubts.ts';
import type { Lost } from '../lost.ts';
import type { ReadPage } from '../page.ts';
import type { Source } from '../sources.ts';
import type { Placement } from './placement.ts';

/** Of an article what its doubts are told by: its codes and topics as corrected, its headings as they stand in its file. */
export type Standing = Pick<Frontmatter, 'review' | 'topics' | 'title' | 'series'> & {
  /** Where characters are lost still. */
  lost: readonly Lost[];
};

/** What the doubts of a dump are told by; `standing` holds the articles that are written from it, by id. */
type Told = {
  source: Source;
  page: ReadPage;
  placements: readonly Placement[];
  standing: ReadonlyMap<string, Standing>;
};

/** What a keeper sees of an article in doubt, and of the line. */
function seen({ source, standing }: Told, id: string, line: number): Pick<ReportedDoubt, 'title' | 'text'> {
  return { title: standing.get(id)?.title ?? '', text: (source.lines[line - 1] ?? '').trim() };
}

function forArticle(correction: string, id: string): string {
  return correction.replace('id: ID', `id: ${id}`);
}

/** Doubts that the reading of the page raised. */
function ofPage(told: Told): ReportedDoubt[] {
  const { source, page, placements, standing } = told;
  return page.doubts.flatMap(({ article, margin, correction, ...doubt }): ReportedDoubt[] => {
    const { id } = placements[article] ?? {};
    const here = id === undefined ? undefined : standing.get(id);
    if (id === undefined || !here?.review.includes(doubt.code)) return [];
    const names: Record<string, string | undefined> = { TITLE: here.title, SERIES: here.series };
    return [
      {
        file: source.file,
        ...doubt,
        decided: doubt.decided.replace(/TITLE|SERIES/u, (name) => names[name] ?? ''),
        article: id,
        ...seen(told, id, doubt.line),
        margin: Math.round(margin * 100) / 100,
        correction: forArticle(correction, id),
      },
    ];
  });
}

/** Doubts that the page knows nothing of: about topics, and about the encoding of the dump. */
function ofRest(told: Told): ReportedDoubt[] {
  const { file, encoding } = told.source;
  return told.placements.flatMap(({ id }, at): ReportedDoubt[] => {
    const { review = [], topics = [] } = told.standing.get(id) ?? {};
    const line = told.page.articles[at]?.blocks[0]?.pieces[0]?.line ?? 1;
    const base = { file, line, article: id, ...seen(told, id, line), margin: 0 };
    const doubts: ReportedDoubt[] = [];
    if (review.includes('topic-unsure')) {
      const list = topics.join(', ');
      doubts.push({
        ...base,
        code: 'topic-unsure',
        decided: `about ${list}`,
        runnerUp: 'about something else',
        correction: forArticle(fieldCorrection(`topics: [${list}]`), id),
      });
    }
    if (!review.includes('encoding-unsure')) return doubts;
    const lost = told.standing.get(id)?.lost ?? [];
    for (const { line: place, in: part, words } of lost)
      doubts.push({
        ...base,
        text: words,
        line: place,
        code: 'encoding-unsure',
        decided: `text with ${lostMark}, for characters that were lost before it came here`,
        runnerUp: 'the text as it was printed',
        correction: slipCorrection(id, part, words),
      });
    if (lost.length === 0)
      doubts.push({
        ...base,
        code: 'encoding-unsure',
        decided: `text in ${encoding}`,
        runnerUp: 'text in another encoding',
        correction: encodingCorrection(file, encoding),
      });
    return doubts;
  });
}

export function toldDoubts(told: Told): ReportedDoubt[] {
  return [...ofPage(told), ...ofRest(told)];
}
