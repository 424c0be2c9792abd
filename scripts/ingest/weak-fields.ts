/** Fields of articles that rest on little. */
import { type Doubt, fieldCorrection, lineCorrection } from './doubts.ts';
import { type Fields, noAuthor, titleOf } from './fields.ts';
import type { Headed } from './headed.ts';
import { lineAt, type Parsed } from './parsed.ts';
import { hasSeriesWord } from './series-look.ts';
import { widthOf } from './text.ts';

/** Below these margins a field is doubtful; chosen as those of the lines. */
const sure = {
  headline: 1.9,
  /** … of several lines; of lines that lengths alone hold together; from elsewhere in the file. */
  joinedHeadline: 1.3,
  looseHeadline: 2.2,
  tornHeadline: 5,
  /** … where a heading that stands with it was given away. */
  contestedHeadline: 3.1,
  series: 3.2,
  /** Where a heading is left over that might be one. */
  noSeries: 0.4,
  shortHeadline: 5.5,
  /** … that ends as names of series do. */
  shortSeriesName: 6.5,
};

function sureOfHeadline({ title, looselyJoined, torn, contested }: Headed): number {
  // A column may have been taken for the first line of the headline below it.
  if (title.length > 1 && hasSeriesWord(title[0]?.text ?? '')) return Number.POSITIVE_INFINITY;
  if (looselyJoined) return sure.looseHeadline;
  // Two headlines of a list may have been taken for one, where the text of the other was not found.
  if (torn && title.some(({ units }) => units.length > 1)) return Number.POSITIVE_INFINITY;
  if (torn) return sure.tornHeadline;
  if (contested) return sure.contestedHeadline;
  return title.length > 1 ? sure.joinedHeadline : sure.headline;
}

/** Headlines of one line that are no wider may be names of series. */
function shortestSure(title: string): number {
  return hasSeriesWord(title) ? sure.shortSeriesName : sure.shortHeadline;
}

/** The headline that came second, in words and as a correction that sets it. */
function rivalHeadline(headed: Headed, chosen: string): { words: string; set: string } {
  const { title } = headed.rival;
  const { series } = headed;
  // What is part of the headline then is no series any more.
  const isTaken = series !== undefined && title.some(({ units }) => units[0] === series.units[0]);
  const line = title[0]?.pieces[0]?.line;
  const text = titleOf({ ...headed, ...headed.rival });
  const isSame = title.length === 0 || text === chosen;
  return isSame
    ? { words: 'none of its own, or another heading of the file', set: 'title: "…"' }
    : {
        words: `the headline ${text} (line ${line})`,
        set: `title: ${JSON.stringify(text)}${isTaken ? ', series: null' : ''}`,
      };
}

/** Fields that rest on little. */
export function weakFields(
  parsed: Parsed,
  article: number,
  headed: Headed,
  { title, series, authors }: Fields,
): Doubt[] {
  const { draft } = headed;
  const doubts: Doubt[] = [];
  const line = headed.title[0]?.pieces[0]?.line ?? lineAt(parsed, draft.begin);
  const add = (code: Doubt['code'], decided: string, runnerUp: string, margin: number, set: string): void => {
    doubts.push({ article, line, code, decided, runnerUp, margin, correction: fieldCorrection(set) });
  };
  const retitle = 'title: "…"';
  if (headed.title.length === 0)
    add('no-headline', 'without a headline, named TITLE', 'with one that the dump does not hold', 0, retitle);
  else if (headed.margin < sureOfHeadline(headed)) {
    const { words, set } = rivalHeadline(headed, title);
    add('headline-unsure', 'the headline TITLE', words, headed.margin, set);
  } else if (headed.title.length === 1 && widthOf(title) <= shortestSure(title))
    add('headline-unsure', 'the headline TITLE', 'the name of a series', 0.5, retitle);
  if (headed.seriesMargin < (headed.series ? sure.series : sure.noSeries)) {
    const [decided, runnerUp, set] = series
      ? ['the series SERIES', 'another heading, or none', 'series: null']
      : ['of no series', 'a heading that is left over, as its series or part of its headline', 'series: "…"'];
    add('series-unsure', decided, runnerUp, headed.seriesMargin, set);
  }
  if (headed.torn && draft.bylines.length === 0 && article > 0) {
    const begin = lineAt(parsed, draft.begin);
    doubts.push({
      article,
      line: begin,
      code: 'boundary-unsure',
      decided: 'an article without a header of its own',
      runnerUp: 'the rest of the article above',
      margin: 0,
      correction: lineCorrection(parsed.file, [begin, begin], 'begins: false'),
    });
  }
  const rewrite = 'authors: [{ name: "…", roles: [] }]';
  if (authors[0] === noAuthor)
    add('no-byline', 'without an author line (佚名)', 'with one that was not recognised', 0, rewrite);
  return doubts;
}
