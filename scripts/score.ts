/** `npm run score`: ingests dumps without corrections and compares the articles with a gold. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ingest } from './ingest/run.ts';
import { charactersLost, compare, type Field, fields, surplus, type Verdict } from './score/compare.ts';
import { type Gold, readGold, readTopicGold } from './score/gold.ts';

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: 'tests/fixtures/ingest/seeds/sources' },
    gold: { type: 'string', default: 'tests/fixtures/ingest/seeds/gold.json' },
    'topic-gold': { type: 'string' },
    topics: { type: 'string', default: 'content/topics.yaml' },
    quiet: { type: 'boolean', default: false },
  },
});

function topicFigures(verdicts: readonly Verdict[], file: string): string[] {
  const gold = readTopicGold(file);
  const known = verdicts.filter(({ gold: { title }, written }) => written && gold[title] !== undefined);
  const first = known.filter(({ gold: { title }, written }) =>
    gold[title]?.includes(written?.frontmatter.topics[0] ?? ''),
  ).length;
  const primary = known.filter(({ gold: { title }, written }) =>
    written?.frontmatter.topics.includes(gold[title]?.[0] ?? ''),
  ).length;
  return [
    `first topic in gold    ${first}/${known.length}`,
    `primary topic assigned ${primary}/${known.length}`,
  ];
}

function show({ file, gold, written, wrong, wrongHead }: Verdict): string {
  const head = `✗ ${file}  ${gold.title}  [${written ? written.frontmatter.review.join(' ') || 'no review code' : 'not found'}]`;
  if (!written) return head;
  const { frontmatter, blocks } = written;
  const detail: Record<Field, () => string> = {
    title: () => frontmatter.title,
    authors: () =>
      `${frontmatter.authors.map(({ name }) => name).join('、')} ≠ ${gold.authors.map(({ name }) => name).join('、')}`,
    roles: () =>
      `${JSON.stringify(frontmatter.authors.map(({ roles }) => roles))} ≠ ${JSON.stringify(gold.authors.map(({ roles }) => roles))}`,
    series: () => `${frontmatter.series} ≠ ${gold.series}`,
    standfirst: () => `${frontmatter.standfirst?.slice(0, 30)} ≠ ${gold.standfirst?.slice(0, 30)}`,
    body: () => {
      const [got, want] = [
        blocks.map(({ kind, text }) => `${kind} ${text}`),
        gold.body.map(({ kind, text }) => `${kind} ${text}`),
      ];
      const cut = (text: string): string =>
        text.length > 50 ? `${text.slice(0, 34)}…${text.slice(-12)}` : text;
      return [
        ...got.filter((block) => !want.includes(block)).map((block) => `\n      got  ${cut(block)}`),
        ...want.filter((block) => !got.includes(block)).map((block) => `\n      want ${cut(block)}`),
      ].join('');
    },
  };
  return [
    head,
    ...wrong.map((field) => `    ${field}: ${detail[field]()}`),
    ...wrongHead.map((field) => `    ${field}: not as in the gold`),
  ].join('\n');
}

function main(gold: Gold): void {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    const [articles, ledger] = [join(folder, 'articles'), join(folder, 'ledger')];
    const { report } = ingest({
      sources: values.sources,
      articles,
      ledger,
      corrections: join(folder, 'none.yaml'),
      topics: values.topics,
      check: false,
      force: [],
    });
    const verdicts = compare(gold, articles);
    const found = verdicts.filter(({ written }) => written);
    const exact = found.filter(({ wrong }) => wrong.length === 0);
    const flagged = (verdict: Verdict): boolean => (verdict.written?.frontmatter.review.length ?? 0) > 0;
    const silent = verdicts.filter((verdict) => verdict.wrong.length > 0 && !flagged(verdict)).length;
    if (!values.quiet)
      for (const verdict of verdicts)
        if (verdict.wrong.length > 0 || verdict.wrongHead.length > 0)
          process.stdout.write(`${show(verdict)}\n`);
    const right = (field: Field): number => found.filter(({ wrong }) => !wrong.includes(field)).length;
    const lines = [
      `articles in gold       ${verdicts.length}`,
      `found                  ${found.length}/${verdicts.length}   (${surplus(gold, articles)} too many)`,
      ...fields.map((field) => `${field.padEnd(22)} ${right(field)}/${verdicts.length}`),
      `date, paper and page   ${found.filter(({ wrongHead }) => wrongHead.length === 0).length}/${verdicts.length}`,
      `whole record exact     ${exact.length}/${verdicts.length}`,
      `exact, yet flagged     ${exact.filter(flagged).length}/${exact.length}`,
      `wrong, not flagged     ${silent}`,
      `characters lost        ${charactersLost(values.sources, ledger)}`,
      ...(values['topic-gold'] ? topicFigures(verdicts, values['topic-gold']) : []),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    for (const { level, code, file, message } of report.problems)
      if (level === 'error') process.stdout.write(`${file}: ${code}: ${message}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main(readGold(values.gold));
