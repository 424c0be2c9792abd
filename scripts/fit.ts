/**
 * `npm run fit`: learns what cues are worth from the dumps of the fixtures and from pages laid out of their articles by
 * chance, and writes `scripts/ingest/data/weights.json`:
 * npm run fit -- [--go-on] [--pages N] [--epochs N] [--rate N] [--margin N] [--decay N] [--seed N] [--only PATTERN] [--share N]
 * With --go-on the weights that ship are moved a little, as far as the lessons ask; with --only PATTERN besides, what was
 * learnt is kept for cues alone whose names match, and all others stay as they are; with --share N, from 0 to 1, they are
 * moved that share of the way.
 * With --held-out NAME (a beginning of a folder's name; several allowed) nothing is written: each is left out of the
 * lessons in turn, and read before and after. That tells what dumps that nobody has seen are to expect.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from './fuzz/random.ts';
import { splitLines } from './ingest/lines.ts';
import { Weighing, type Weights, weightsFile } from './ingest/weights.ts';
import { type Dump, readDumps, type Tally, tally } from './score/alone.ts';
import { gentleOptions, learn, lessonOf, type Options, usualOptions } from './score/fit/learn.ts';
import { articlesToLay, layPages } from './score/laid/lay.ts';

const { values } = parseArgs({
  options: {
    'go-on': { type: 'boolean', default: false },
    pages: { type: 'string', default: '400' },
    epochs: { type: 'string' },
    rate: { type: 'string' },
    margin: { type: 'string' },
    decay: { type: 'string' },
    only: { type: 'string' },
    share: { type: 'string', default: '1' },
    seed: { type: 'string' },
    'held-out': { type: 'string', multiple: true, default: [] },
  },
});

if (values['go-on'] && values['held-out'].length > 0)
  throw new Error(
    '--go-on begins with weights that were learnt from all fixtures: nothing is held out from them',
  );
if (!values['go-on'] && (values.only !== undefined || values.share !== '1'))
  throw new Error('--only and --share move weights that are known: they go with --go-on');
const usual = values['go-on'] ? gentleOptions : usualOptions;
const said = (name: 'epochs' | 'rate' | 'margin' | 'decay' | 'seed'): number =>
  Number(values[name] ?? usual[name]);
const options: Options = {
  epochs: said('epochs'),
  rate: said('rate'),
  margin: said('margin'),
  decay: said('decay'),
  seed: said('seed'),
  ...(values['go-on'] && { from: JSON.parse(readFileSync(weightsFile, 'utf8')) as Weights }),
};
const fixtures = 'tests/fixtures/ingest';

const dumpsIn = (folder: string): Dump[] => readDumps(join(fixtures, folder));

function laidOf(folders: readonly string[], pages: number, seed: number): Dump[] {
  const pool = folders.flatMap((folder) => articlesToLay(join(fixtures, folder)));
  return layPages(pool, pages, randomFrom(seed)).map(({ file, text, gold }) => ({
    file,
    lines: splitLines(text),
    articles: gold.articles,
    furniture: gold.furniture ?? [],
  }));
}

function learnFrom(folders: readonly string[]): Weights {
  const { seed } = options;
  // A page that a person laid out says more of the pages that are to come than one that chance did.
  const real = folders.flatMap(dumpsIn);
  const dumps = [...real, ...real, ...real, ...laidOf(folders, Number(values.pages), seed)];
  const lessons = dumps.flatMap((dump) => lessonOf(dump) ?? []);
  console.log(`${folders.length} folders, ${dumps.length} dumps, ${lessons.length} of them lessons`);
  return learn(lessons, options, (epoch, readings, headings) => {
    console.log(
      `round ${epoch}: of ${lessons.length} moved weights of readings ${readings}, of headings ${headings}`,
    );
  });
}

/** What was learnt of the cues that `--only` names, as far as `--share` says, and what is known of all others. */
function keptOf(learnt: Weights): Weights {
  const known = options.from ?? {};
  const only = new RegExp(values.only ?? '', 'u');
  const share = Number(values.share);
  const names = [...new Set([...Object.keys(learnt), ...Object.keys(known)])].sort();
  const kept = names.map((name): [string, number] => {
    const before = known[name] ?? 0;
    const moved = only.test(name) ? before + share * ((learnt[name] ?? 0) - before) : before;
    return [name, Math.round(moved * 1000) / 1000];
  });
  return Object.fromEntries(kept.filter(([, weight]) => weight !== 0));
}

function row(name: string, { articles, exact, silent, flagged }: Tally): string {
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`.padStart(6);
  return `${name.padEnd(40)} ${String(articles).padStart(4)} articles  exact ${share(exact, articles)}  silent ${share(silent, articles)}  exact, yet flagged ${share(flagged, exact)}`;
}

const folders = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
for (const name of values['held-out']) {
  const [held, rest] = [true, false].map((is) => folders.filter((each) => each.startsWith(name) === is));
  const sets = { dumps: (held ?? []).flatMap(dumpsIn), 'laid pages': laidOf(held ?? [], 80, 99) };
  const learnt = new Weighing(learnFrom(rest ?? []));
  for (const [set, dumps] of Object.entries(sets)) {
    console.log(row(`${name}, ${set}, by judgement`, tally(dumps, new Weighing({}))));
    console.log(row(`${name}, ${set}, learnt from others`, tally(dumps, learnt)));
  }
}
if (values['held-out'].length === 0) {
  const weights = keptOf(learnFrom(folders));
  writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${Object.keys(weights).length} weights written`);
  const all = folders.flatMap(dumpsIn);
  console.log(row('the same dumps, by judgement', tally(all, new Weighing({}))));
  console.log(row('the same dumps, learnt', tally(all, new Weighing(weights))));
}
