/** Runs the processes that build the pages, several beside each other where there is more than one core. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BuiltFile, ShareResult } from '../../src/build/manifest.ts';
import { assetsOf } from '../../src/build/program.ts';
import type { Part } from '../../src/build/told.ts';
import { cacheFolder } from '../../src/cache/folder.ts';
import { scripts } from '../../src/text/script.ts';

/** What one process built, and where. */
export interface Share {
  folder: string;
  files: Record<string, BuiltFile>;
}

/** What processes tell each other: the articles are read and kept, all texts are compared, the program is bundled. */
export type Told = 'read' | 'compared' | 'bundled';

/** What a process is to build. */
export interface RenderPlan {
  /** All of it, where nothing is said. */
  part: Part | undefined;
  /** The folder of the program. */
  program: string;
  /** The manifest of the last build; absent where nothing is kept of it. */
  last: string | undefined;
  /** The site, of which files may be kept. */
  site: string;
  /** Where what is built is put. */
  out: string;
  /** The file into which is written what was built. */
  result: string;
}

export type SharePlan = Pick<RenderPlan, 'program' | 'last' | 'site'> & {
  /** Where processes work. */
  folder: string;
  /** A file with the hash of each file of the content. */
  content: string;
};

/**
 * Most of what a page is made of is dropped right after: a large nursery saves the collector its rounds. What Node calls
 * experimental is pinned by version and tested; whoever builds a site need not read of it.
 */
const nodeOptions = ['--max-semi-space-size=64', '--disable-warning=ExperimentalWarning'];
const astro = 'node_modules/astro/bin/astro.mjs';
/** Where Node keeps what it compiled of programs, for the next process. */
const compiled = path.resolve(cacheFolder, 'compiled');

/** Below so many articles further processes cost more than they save. */
const fewest = 500;
/** The same where little changed: then it is reading and comparing all articles that takes time. */
const fewestKept = 2000;

/**
 * By how many processes all is built: one, one for pages and one for files and the rest, or one a script and one for the rest.
 *
 * @param articles of the archive
 * @param changed about how many of them there is work for
 */
export function processesFor(articles: number, changed: number): 1 | 2 | 3 {
  if (articles < fewest || availableParallelism() < 2) return 1;
  if (changed >= fewest) return 3;
  return articles < fewestKept ? 1 : 2;
}

/** A program of Node that was started. */
interface Running {
  child: ChildProcess;
  /** @throws where it fails */
  ended: Promise<void>;
}

function start(name: string, args: readonly string[], env: Record<string, string>, talks = false): Running {
  const child: ChildProcess = spawn(process.execPath, [...nodeOptions, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', ...(talks ? (['ipc'] as const) : [])],
    env: {
      NODE_COMPILE_CACHE: compiled,
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      ...env,
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${name} ended with ${code ?? signal}.`)),
    );
  });
  // Whoever waits for it is told; until somebody does, a failure is none that nobody handles.
  ended.catch(() => undefined);
  return { child, ended };
}

/** Bundles the program of the pages into a folder, which is replaced. */
export async function bundle(folder: string, key: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const args = [astro, 'build', '--outDir', assetsOf(folder), '--silent'];
  await start('astro build', args, { BUILD_PROGRAM: folder, BUILD_PROGRAM_KEY: key }).ended;
}

/** A process that makes pages. */
interface Maker extends Running {
  plan: RenderPlan;
}

function begin(part: Part | undefined, { folder, content, ...kept }: SharePlan): Maker {
  const name = part ?? 'all';
  const plan: RenderPlan = {
    part,
    ...kept,
    out: path.join(folder, name),
    result: path.join(folder, `${name}.json`),
  };
  for (const old of [plan.out, plan.result]) rmSync(old, { recursive: true, force: true });
  mkdirSync(plan.out, { recursive: true });
  const planFile = path.join(folder, `${name}.plan.json`);
  writeFileSync(planFile, JSON.stringify(plan));
  const env = {
    BUILD_CONTENT: content,
    BUILD_SITE: kept.site,
    ...(part === undefined ? {} : { BUILD_PART: part }),
  };
  const args = ['scripts/build/render.ts', planFile];
  return { plan, ...start(`The process that makes pages (${name})`, args, env, part !== undefined) };
}

async function resultOf({ plan, ended }: Maker): Promise<Share | undefined> {
  await ended;
  const result = JSON.parse(readFileSync(plan.result, 'utf8')) as ShareResult;
  return result.stale ? undefined : { folder: plan.out, files: result.files };
}

/** Ends when a process says a word, or with the process. */
function hearing({ child, ended }: Maker, word: Told): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (message === word) resolve();
    });
  });
  const end = Promise.race([heard, ended]);
  // As with `ended` itself.
  end.catch(() => undefined);
  return end;
}

function tell({ child }: Maker, word: Told): void {
  // One that has ended need not know.
  if (child.connected) child.send(word, () => undefined);
}

/**
 * Builds the pages of all scripts.
 *
 * @param processes as `processesFor` gives it
 * @param bundled ends when the program is there
 * @returns nothing where the program is to be bundled anew
 * @throws where a process fails
 */
export async function buildShares(
  processes: number,
  plan: SharePlan,
  bundled: Promise<void>,
): Promise<Share[] | undefined> {
  const makers: Maker[] = [];
  if (processes === 1) {
    await bundled;
    makers.push(begin(undefined, plan));
  } else {
    // While the program is bundled, one process reads the articles and compares them for all.
    const rest = begin(processes > 2 ? 'rest' : 'files', plan);
    const [read, compared] = [hearing(rest, 'read'), hearing(rest, 'compared')];
    await Promise.all([processes > 2 ? read : undefined, bundled]);
    tell(rest, 'bundled');
    const others = (processes > 2 ? scripts : (['pages'] as const)).map((part) => begin(part, plan));
    const told = compared.then(() => {
      for (const other of others) tell(other, 'compared');
    });
    told.catch(() => undefined);
    makers.push(...others, rest);
  }
  const shares = await Promise.all(makers.map(resultOf));
  const built = shares.filter((each) => each !== undefined);
  return built.length === shares.length ? built : undefined;
}
