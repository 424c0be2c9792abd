/** The road of the data: dumps in, articles and ledgers out, with a report of all that a person should know. */
import { join, relative } from 'node:path';
import type { Corrections } from '../../src/article/corrections.ts';
import { writeArticle } from '../../src/article/file.ts';
import { type Ledger, ledgerSchema } from '../../src/article/ledger.ts';
import {
  type Problem,
  problem,
  type Report,
  type ReportedDoubt,
  type SourceReport,
} from '../../src/article/report.ts';
import type { ArticleSource, Frontmatter } from '../../src/article/schema.ts';
import type { Topic } from '../../src/article/topics.ts';
import { Registry } from './archive/identify.ts';
import { type Previous, readPrevious, sha256 } from './archive/previous.ts';
import { SeriesIndex } from './archive/series.ts';
import { readCorrections, readTopics } from './config.ts';
import { Corrector, constraintsFor } from './correct.ts';
import { type ReadArticle, type ReadPage, readPage } from './page.ts';
import { listSources, readSource, type Source } from './sources.ts';
import { linesWithLoss, spansOf } from './spans.ts';
import { splitParagraphs } from './split.ts';
import { Classifier } from './topics.ts';
import { carryOut, differences, type Plan } from './write.ts';

export type Options = {
  sources: string;
  articles: string;
  ledger: string;
  corrections: string;
  topics: string;
  /** Tell what would change, and change nothing. */
  check: boolean;
  /** Article files to write anew although a person edited them; ids or paths. */
  force: readonly string[];
  onProgress?: (done: number, total: number) => void;
};

/** A dump on its way. */
type Work = { source: Source; arrived: number; page: ReadPage };

/** An article on its way, with all the dumps that hold it. */
type Entry = { id: string; read: ReadArticle; sources: ArticleSource[]; series?: string };

type Outcome = { report: Report; exitCode: 0 | 1 | 2 };

function stopped(problems: Problem[]): Outcome {
  return { report: { ok: false, sources: [], doubts: [], problems, changed: [] }, exitCode: 2 };
}

/** Lines of an article as ranges: what lies between two of its lines is in the range unless another article's. */
function rangesOf(read: ReadArticle, others: ReadonlySet<number>): [number, number][] {
  const passages = [
    ...read.titleLines,
    ...(read.seriesLine ? [read.seriesLine] : []),
    ...read.bylines,
    ...(read.standfirst ? [read.standfirst] : []),
    ...read.blocks,
  ];
  const lines = [...new Set(passages.flatMap(({ pieces }) => pieces.map(({ line }) => line)))].sort(
    (a, b) => a - b,
  );
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    let free = last !== undefined;
    for (let between = (last?.[1] ?? line) + 1; free && between < line; between++)
      free = !others.has(between);
    if (last && free) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

function linesOfArticles(page: ReadPage): Set<number>[] {
  return page.articles.map(
    (read) =>
      new Set(
        [
          ...read.titleLines,
          ...(read.seriesLine ? [read.seriesLine] : []),
          ...read.bylines,
          ...(read.standfirst ? [read.standfirst] : []),
          ...read.blocks,
        ].flatMap(({ pieces }) => pieces.map(({ line }) => line)),
      ),
  );
}

/** Reads the dumps in the order of arrival: what came later says nothing of what was there before. */
function readAll(
  sources: readonly Source[],
  previous: Previous,
  corrections: Corrections,
  options: Options,
): { works: Work[]; series: SeriesIndex } {
  const latest = Math.max(0, ...[...previous.ledgers.values()].map(({ source }) => source.arrived));
  const arrival = (source: Source): number => {
    const known = previous.ledgers.get(source.file)?.source;
    return known?.sha256 === source.sha256 ? known.arrived : latest + 1;
  };
  const works = sources
    .map(
      (source): Work => ({
        source,
        arrived: arrival(source),
        page: { headings: [], articles: [], furniture: [], unplaced: [], doubts: [] },
      }),
    )
    .sort((a, b) => a.arrived - b.arrived || (a.source.file < b.source.file ? -1 : 1));
  const series = new SeriesIndex(corrections.series);
  let done = 0;
  for (let from = 0; from < works.length; ) {
    let to = from;
    while (works[to]?.arrived === works[from]?.arrived) to++;
    const group = works.slice(from, to);
    const read = (work: Work, known: (text: string) => boolean): ReadPage =>
      splitParagraphs(
        readPage(work.source.file, work.source.lines, known, constraintsFor(corrections, work.source.file)),
        work.source.file,
        corrections,
      );
    for (const work of group) {
      work.page = read(work, (text) => series.has(text));
      for (const article of work.page.articles) if (article.series !== undefined) series.add(article.series);
      options.onProgress?.(++done, works.length);
    }
    series.settle();
    for (const work of group) {
      if (work.page.headings.some((heading) => series.has(heading)))
        work.page = read(work, (text) => series.has(text));
    }
    from = to;
  }
  return { works, series };
}

function frontmatterOf(
  entry: Entry,
  source: Source,
  classifier: Classifier,
  formerly: readonly string[],
): Frontmatter {
  const { read } = entry;
  const subheads = read.blocks.filter(({ kind }) => kind === 'h').map(({ text }) => text);
  const paragraphs = read.blocks.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  const { topics, sure } = classifier.classify(
    read.title,
    subheads,
    read.standfirst?.text ?? '',
    paragraphs.join('\n'),
  );
  const review = [
    ...read.review,
    ...(sure ? [] : (['topic-unsure'] as const)),
    ...(source.sure ? [] : (['encoding-unsure'] as const)),
  ];
  return {
    id: entry.id,
    title: read.title,
    authors: read.authors,
    series: entry.series,
    seriesPart: read.seriesPart,
    standfirst: read.standfirst?.text,
    topics,
    lang: read.lang,
    date: read.head.date,
    publication: read.head.publication,
    page: read.head.page,
    sources: entry.sources,
    review,
    ...(formerly.length > 0 ? { formerly: [...formerly] } : {}),
  };
}

/** Runs the ingest. Nothing is written where a configuration file is broken, or with `check`. */
export function ingest(options: Options): Outcome {
  const corrections = readCorrections(options.corrections);
  const topics = readTopics(options.topics);
  const broken = [...corrections.problems, ...topics.problems];
  if (broken.length > 0 || !corrections.value || !topics.value) return stopped(broken);
  return new Run(options, corrections.value, topics.value).go();
}

class Run {
  private readonly options: Options;
  private readonly corrections: Corrections;
  private readonly classifier: Classifier;
  private readonly corrector: Corrector;
  private readonly topics: readonly Topic[];
  private readonly problems: Problem[] = [];
  private readonly plan: Plan = new Map();
  private readonly written: Record<string, string> = {};

  constructor(options: Options, corrections: Corrections, topics: readonly Topic[]) {
    this.options = options;
    this.corrections = corrections;
    this.topics = topics;
    this.classifier = new Classifier(topics);
    this.corrector = new Corrector(corrections);
  }

  private articlePath(id: string): string {
    return join(this.options.articles, `${id}.mdx`);
  }

  private ledgerPath(file: string): string {
    return join(this.options.ledger, `${file.replace(/\.txt$/i, '')}.json`);
  }

  go(): Outcome {
    const { options, corrections, problems } = this;
    const listed = listSources(options.sources);
    problems.push(...listed.problems);
    const sources: Source[] = [];
    for (const file of listed.files) {
      if (listed.problems.some((each) => each.code === 'same-stem' && each.file === file)) continue;
      const { source, problems: found } = readSource(options.sources, file, corrections);
      problems.push(...found);
      if (source) sources.push(source);
    }
    for (const each of corrections.encodings ?? [])
      if (listed.files.includes(each.file)) this.corrector.use(each);
    const previous = readPrevious(options.ledger, options.articles);
    const { works, series } = readAll(sources, previous, corrections, options);

    const registry = new Registry(previous, new Map(sources.map(({ file, sha256: hash }) => [file, hash])));
    const entries = new Map<string, Entry>();
    const idsOf = new Map<Work, string[]>();
    for (const work of works) {
      const lines = linesOfArticles(work.page);
      const ids = work.page.articles.map((read, at): string => {
        const { id, duplicateOf } = registry.identify({
          file: work.source.file,
          sha256: work.source.sha256,
          article: read,
        });
        const others = new Set(lines.flatMap((set, other) => (other === at ? [] : [...set])));
        const source = { file: work.source.file, lines: rangesOf(read, others) };
        if (duplicateOf === undefined)
          entries.set(id, {
            id,
            read,
            sources: [source],
            ...(read.series === undefined ? {} : { series: series.nameOf(read.series) }),
          });
        else entries.get(duplicateOf)?.sources.push(source);
        return id;
      });
      idsOf.set(work, ids);
    }
    const formerly = this.formerIds(previous, works, idsOf, entries);
    const frontmatters = new Map<string, Frontmatter>();
    for (const work of works)
      for (const id of idsOf.get(work) ?? []) {
        const entry = entries.get(id);
        if (!entry || entry.sources[0]?.file !== work.source.file || frontmatters.has(id)) continue;
        frontmatters.set(id, this.planArticle(entry, work.source, previous, formerly.get(id) ?? []));
      }
    const reports = works.map((work) => this.planLedger(work, idsOf.get(work) ?? [], frontmatters));
    this.planRemovals(previous, works, entries);
    this.reportCorrections(works);

    const doubts = this.doubts(works, idsOf, frontmatters);
    const changed = differences(this.plan);
    if (options.check)
      for (const path of changed)
        problems.push(problem('would-change', 'error', this.shown(path), 'A run would change this file.'));
    const failed = problems.some(({ level }) => level === 'error');
    const lost = problems.some(({ code }) => code === 'text-lost');
    if (!options.check && !lost) carryOut(this.plan, changed, options.ledger, this.written);
    return {
      report: {
        ok: !failed,
        sources: reports.sort((a, b) => (a.file < b.file ? -1 : 1)),
        doubts,
        problems,
        changed: changed.map((path) => this.shown(path)),
      },
      exitCode: failed ? 1 : 0,
    };
  }

  private shown(path: string): string {
    return relative(process.cwd(), path);
  }

  private planArticle(
    entry: Entry,
    source: Source,
    previous: Previous,
    formerly: readonly string[],
  ): Frontmatter {
    const { id } = entry;
    const before = previous.articles.get(id);
    const kept = [...new Set([...(before?.frontmatter?.formerly ?? []), ...formerly])];
    const corrected = this.corrector.apply(
      frontmatterOf(entry, source, this.classifier, kept),
      entry.read.blocks.map(({ kind, text }) => ({ kind, text })),
    );
    const unknown = corrected.frontmatter.topics.filter(
      (topic) => !this.topics.some((each) => each.id === topic),
    );
    if (unknown.length > 0)
      this.problems.push(
        problem(
          'bad-corrections',
          'error',
          this.options.corrections,
          `Article ${id} is given topics that topics.yaml does not hold: ${unknown.join(', ')}.`,
        ),
      );
    const text = writeArticle(corrected.frontmatter, corrected.blocks);
    this.written[id] = sha256(text);
    const path = this.articlePath(id);
    if (this.corrector.isWithdrawn(id)) {
      this.plan.set(path, null);
      return corrected.frontmatter;
    }
    const isForced = this.options.force.some((name) => name === id || name.endsWith(`${id}.mdx`));
    const isEdited =
      before !== undefined &&
      before.text !== text &&
      !(previous.written.get(id)?.has(before.sha256) ?? false);
    if (isEdited && !isForced) {
      const broken = before.frontmatter === undefined;
      this.problems.push(
        problem(
          broken ? 'broken-article' : 'edited-article',
          'note',
          this.shown(path),
          broken
            ? 'A person edited the article, and its frontmatter cannot be read.'
            : 'A person edited the article; it is kept as it is.',
        ),
      );
    } else this.plan.set(path, text);
    return corrected.frontmatter;
  }

  private planLedger(
    work: Work,
    ids: readonly string[],
    frontmatters: ReadonlyMap<string, Frontmatter>,
  ): SourceReport {
    const { source, page } = work;
    const spans = spansOf(source.lines, page, ids);
    const losses = linesWithLoss(source.lines, spans);
    for (const line of losses)
      this.problems.push(
        problem(
          'text-lost',
          'error',
          source.file,
          'Characters of this line have no place in the ledger.',
          line,
        ),
      );
    const seen = [...new Set(ids)].filter((id) => !this.corrector.isWithdrawn(id));
    const ledger: Ledger = {
      source: {
        file: source.file,
        sha256: source.sha256,
        bytes: source.bytes,
        encoding: source.encoding,
        lines: source.lines.length,
        arrived: work.arrived,
      },
      articles: seen.map((id) => ({ id, sha256: this.written[id] ?? '' })),
      spans,
    };
    this.plan.set(this.ledgerPath(source.file), writeLedger(ledger));
    if (page.articles.length === 0 && source.lines.some((line) => line.trim() !== ''))
      this.problems.push(problem('no-article', 'note', source.file, 'No article was found in the text.'));
    return {
      file: source.file,
      encoding: source.encoding,
      articles: page.articles.length,
      joined: page.articles.reduce(
        (sum, { blocks }) => sum + blocks.filter(({ units }) => units.length > 1).length,
        0,
      ),
      furniture: page.furniture.length,
      unplaced: page.unplaced.length,
      review: seen.filter((id) => (frontmatters.get(id)?.review.length ?? 0) > 0).length,
    };
  }

  /** Ids that this run no longer makes, by the article that took over their text. */
  private formerIds(
    previous: Previous,
    works: readonly Work[],
    idsOf: ReadonlyMap<Work, string[]>,
    entries: ReadonlyMap<string, Entry>,
  ): Map<string, string[]> {
    const formerly = new Map<string, string[]>();
    for (const work of works) {
      const ledger = previous.ledgers.get(work.source.file);
      if (!ledger || ledger.source.sha256 !== work.source.sha256) continue;
      const holders = new Map<number, string>();
      for (const [at, read] of work.page.articles.entries())
        for (const { pieces } of read.blocks)
          for (const { line } of pieces) holders.set(line, idsOf.get(work)?.[at] ?? '');
      for (const { id } of ledger.articles) {
        if (entries.has(id)) continue;
        const heir = ledger.spans
          .filter(({ article, label }) => article === id && label === 'paragraph')
          .map(({ line }) => holders.get(line))
          .find((holder) => holder !== undefined);
        if (heir !== undefined) formerly.set(heir, [...(formerly.get(heir) ?? []), id]);
      }
    }
    return formerly;
  }

  /** What an earlier run wrote and this one does not: removed, unless its dump is gone or a person edited it. */
  private planRemovals(
    previous: Previous,
    works: readonly Work[],
    entries: ReadonlyMap<string, Entry>,
  ): void {
    const present = new Set(works.map(({ source }) => source.file));
    const kept = new Set<string>();
    for (const [file, ledger] of previous.ledgers) {
      if (present.has(file)) continue;
      const orphans = ledger.articles.filter(({ id }) => !entries.has(id) && !this.corrector.isWithdrawn(id));
      if (orphans.length === 0) {
        this.plan.set(this.ledgerPath(file), null);
        continue;
      }
      for (const { id } of orphans) kept.add(id);
      this.problems.push(
        problem(
          'source-gone',
          'note',
          file,
          `The dump is gone; its articles (${orphans.map(({ id }) => id).join(', ')}) are kept.`,
        ),
      );
    }
    for (const { id, sha256: hash } of previous.articles.values()) {
      if (entries.has(id) || kept.has(id)) continue;
      const isOurs = previous.written.get(id)?.has(hash) ?? false;
      if (isOurs) this.plan.set(this.articlePath(id), null);
      else
        this.problems.push(
          problem(
            'edited-article',
            'note',
            this.shown(this.articlePath(id)),
            'No dump holds this article, and a person edited it; it is kept as it is.',
          ),
        );
    }
  }

  private reportCorrections(works: readonly Work[]): void {
    for (const each of this.corrections.lines ?? []) {
      const work = works.find(({ source }) => source.file === each.file);
      const [first] = typeof each.line === 'number' ? [each.line] : each.line;
      if ((work?.source.lines[first - 1] ?? '').trim() !== '') this.corrector.use(each);
    }
    for (const each of this.corrections.series ?? []) {
      if (
        works.some(({ page }) =>
          page.articles.some(
            ({ series }) => series !== undefined && (each.also.includes(series) || series === each.name),
          ),
        )
      )
        this.corrector.use(each);
    }
    for (const { list, correction } of this.corrector.leftovers())
      this.problems.push(
        problem(
          'unmatched-correction',
          'note',
          this.options.corrections,
          `Under ${list}: nothing matches ${JSON.stringify(correction)}.`,
        ),
      );
  }

  private doubts(
    works: readonly Work[],
    idsOf: ReadonlyMap<Work, string[]>,
    frontmatters: ReadonlyMap<string, Frontmatter>,
  ): ReportedDoubt[] {
    return works
      .flatMap((work) =>
        work.page.doubts.flatMap(({ article, ...doubt }): ReportedDoubt[] => {
          const id = idsOf.get(work)?.[article] ?? '';
          if (!(frontmatters.get(id)?.review.includes(doubt.code) ?? false)) return [];
          return [
            {
              ...doubt,
              margin: Math.round(doubt.margin * 100) / 100,
              article: id,
              correction: doubt.correction.replace('id: ID', `id: ${id}`),
            },
          ];
        }),
      )
      .sort((a, b) => a.margin - b.margin);
  }
}

/** A ledger as JSON with one span a line, so that a change shows as few lines. */
function writeLedger(ledger: Ledger): string {
  const { source, articles, spans } = ledgerSchema.parse(ledger);
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`;
  return `{\n "source": ${JSON.stringify(source)},\n "articles": ${list(articles)},\n "spans": ${list(spans)}\n}\n`;
}
