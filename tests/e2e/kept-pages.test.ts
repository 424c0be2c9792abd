/** A build that keeps what did not change gives the same site, to the byte, as one that makes everything anew. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readPlainBody } from '../../src/article/body.ts';
import { splitArticle, writeArticle } from '../../src/article/file.ts';
import type { Ledger } from '../../src/article/ledger.ts';
import type { Block, Frontmatter } from '../../src/article/schema.ts';
import { cacheFolder } from '../../src/cache/folder.ts';
import { build } from '../support/build.ts';

const run = promisify(execFile);
const scratch = path.join(inject('folders').scratch, 'kept');
const content = path.join(scratch, 'content');
const site = path.join(scratch, 'site');

/** What is known of the last build of a site stands under its path. */
const known = path.join(cacheFolder, 'build', site.replace(/[^\w.-]+/g, '_'));
afterAll(() => rmSync(known, { recursive: true, force: true }));

async function keepingBuild(processes: 1 | 2 | 3): Promise<string> {
  const env = { ...process.env, NODE_ENV: 'production', CONTENT_DIR: content };
  const args = ['scripts/build.ts', '--out', site, '--processes', String(processes)];
  const { stdout } = await run(process.execPath, args, { env });
  return stdout;
}

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex');
  return new Map(files.sort().map((name) => [name, hash(name)]));
}

interface Draft {
  frontmatter: Frontmatter;
  blocks: Block[];
}

const fileOf = (id: string) => path.join(content, 'articles', `${id}.mdx`);

function readDraft(id: string): Draft {
  const { frontmatter, body } = splitArticle(readFileSync(fileOf(id), 'utf8'));
  return { frontmatter: frontmatter as Frontmatter, blocks: readPlainBody(body) ?? [] };
}

/** Writes an article as ingest does, and as its ledger then knows it. */
function write(id: string, change: (draft: Draft) => void): void {
  const draft = readDraft(id);
  change(draft);
  writeFileSync(fileOf(draft.frontmatter.id), writeArticle(draft.frontmatter, draft.blocks));
}

function inLedger(stem: string, change: (ledger: Ledger) => void): void {
  const file = path.join(content, 'ledger', `${stem}.json`);
  const ledger = JSON.parse(readFileSync(file, 'utf8')) as Ledger;
  change(ledger);
  writeFileSync(file, JSON.stringify(ledger));
}

function inYaml(name: string, change: (value: never) => unknown): void {
  const file = path.join(content, name);
  writeFileSync(file, stringify(change(parse(readFileSync(file, 'utf8')) as never)));
}

const ids = readdirSync('content/articles').map((name) => path.basename(name, '.mdx'));
const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = ids;
const stems = readdirSync('content/ledger').map((name) => path.basename(name, '.json'));
const [stem = ''] = stems;

/** What happens to an archive, one thing after the other. */
const edits: Record<string, () => void> = {
  'a paragraph changes': () =>
    write(first, ({ blocks }) => blocks.push({ kind: 'p', text: '補上一段：新的文字。' })),
  'a headline changes, an author signs with another role': () =>
    write(second, ({ frontmatter }) => {
      frontmatter.title = `${frontmatter.title} 新題`;
      frontmatter.authors[0]?.roles.push('新任委員');
    }),
  'an article comes, another goes': () => {
    write(third, ({ frontmatter, blocks }) => {
      frontmatter.id = 'zzzzzzz1';
      frontmatter.date = '2026-11-20';
      blocks[0] = { kind: 'p', text: '全新一篇文章的第一段。' };
    });
    rmSync(fileOf(fourth));
  },
  'a person writes Markdown': () =>
    writeFileSync(fileOf(sixth), `${readFileSync(fileOf(sixth), 'utf8')}\n一段**手寫**的話，{1 + 1} 句。\n`),
  'a line moves, a dump and its ledger change': () => {
    inLedger(stem, (ledger) => {
      const span = ledger.spans.find(({ label }) => label === 'paragraph');
      if (span) span.line++;
    });
    const dump = path.join(content, 'sources', `${stem}.txt`);
    writeFileSync(dump, readFileSync(dump, 'utf8').replace('香港', '香 港'));
  },
  'a person decides': () => {
    writeFileSync(
      path.join(content, 'corrections.yaml'),
      stringify({
        withdraw: [{ id: fifth, reason: '應作者要求' }],
        slips: [{ id: first, in: 'paragraph', from: '補下', to: '補上', reason: '試改' }],
      }),
    );
    inYaml('topics.yaml', (topics: { label: string }[]) =>
      topics.map((topic, at) => (at === 0 ? { ...topic, label: `${topic.label}類` } : topic)),
    );
  },
};

it('keeps what did not change, and no page that would have come out otherwise', {
  timeout: 300_000,
}, async () => {
  cpSync('content', content, { recursive: true });
  await keepingBuild(3);
  expect(await keepingBuild(3)).toContain('nothing new');
  const timeOf = (name: string) => statSync(path.join(site, name), { throwIfNoEntry: false })?.mtimeMs;
  const times = new Map([...filesOf(site).keys()].map((name) => [name, timeOf(name)]));
  // Much work is done by three processes, little by two, and all of it by one where the archive is small.
  const [little, more, ...much] = Object.values(edits);
  little?.();
  expect(await keepingBuild(1)).not.toContain('nothing new');
  more?.();
  expect(await keepingBuild(2)).not.toContain('nothing new');
  for (const edit of much) edit();
  const kept = [...filesOf(site).keys()].filter((name) => name.endsWith('.html'));
  rmSync(path.join(site, kept[0] ?? ''));
  await keepingBuild(3);
  expect([...times].filter(([name, time]) => timeOf(name) === time).length).toBeGreaterThan(20);
  const cold = filesOf(await build({ outDir: path.join(scratch, 'cold'), content }));
  const warm = filesOf(site);
  expect([...warm].filter(([name, hash]) => cold.get(name) !== hash).map(([name]) => name)).toEqual([]);
  expect([...cold.keys()].filter((name) => !warm.has(name))).toEqual([]);
});

it('leaves the site as it was where it fails', { timeout: 120_000 }, async () => {
  const before = filesOf(site);
  const file = fileOf(first);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^title:/m, 'titel:'));
  await expect(keepingBuild(3)).rejects.toThrow();
  expect(existsSync(site)).toBe(true);
  expect(filesOf(site)).toEqual(before);
});
