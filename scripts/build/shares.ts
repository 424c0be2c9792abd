/** Runs the processes that build the pages: one a script beside each other where there is more than one core. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BuiltFile, ShareResult } from '../../src/build/manifest.ts';
import { assetsOf } from '../../src/build/program.ts';
import { type Script, scripts } from '../../src/text/script.ts';

/** What one process built, and where. */
export interface Share {
  folder: string;
  files: Record<string, BuiltFile>;
}

/** What a process is to build. */
export interface RenderPlan {
  /** The folder of the program. */
  program: string;
  /** The manifest of the last build. */
  last: string;
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

/** Below so many articles a second process costs more than it saves. */
const fewest = 500;

/** By how many processes about so many articles are built. */
export function processesFor(articles: number): number {
  return articles >= fewest ? Math.min(scripts.length, availableParallelism()) : 1;
}

/** Whether so many texts are compared by a process of their own beside those that make pages. */
export function isPrepared(articles: number): boolean {
  return processesFor(articles) > 1;
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
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
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

/** What is found of all texts beside the processes that make pages. */
export interface Preparation {
  /** Ends when the articles are read, which then costs the others little. */
  read: Promise<void>;
  /** Ends when texts are compared and words counted. */
  done: Promise<void>;
}

/** Reads all articles, compares them and counts their words, which else each process that makes pages would do. */
export function prepare(content: string): Preparation {
  const env = { BUILD_CONTENT: content };
  const { child, ended } = start('Reading the articles', ['src/related/process.ts'], env, true);
  const read = new Promise<void>((resolve) => child.once('message', () => resolve()));
  return { read: Promise.race([read, ended]), done: ended };
}

async function share(
  script: Script | undefined,
  { folder, content, ...kept }: SharePlan,
  prepared: Promise<void>,
): Promise<Share | undefined> {
  const name = script ?? 'all';
  const plan: RenderPlan = {
    ...kept,
    out: path.join(folder, name),
    result: path.join(folder, `${name}.json`),
  };
  for (const old of [plan.out, plan.result]) rmSync(old, { recursive: true, force: true });
  mkdirSync(plan.out, { recursive: true });
  const planFile = path.join(folder, `${name}.plan.json`);
  writeFileSync(planFile, JSON.stringify(plan));
  const env = { BUILD_CONTENT: content, ...(script === undefined ? {} : { BUILD_SCRIPT: script }) };
  const running = start(
    `The process that makes pages (${name})`,
    ['scripts/build/render.ts', planFile],
    env,
    true,
  );
  await Promise.race([prepared, running.ended]);
  if (running.child.connected) running.child.send('prepared');
  await running.ended;
  const result = JSON.parse(readFileSync(plan.result, 'utf8')) as ShareResult;
  return result.stale ? undefined : { folder: plan.out, files: result.files };
}

/**
 * Builds the pages of all scripts.
 *
 * @param processes one for all scripts, or more for one each
 * @param prepared what is found of all texts, for which some pages wait
 * @returns nothing where the program is to be bundled anew
 * @throws where a process fails
 */
export async function buildShares(
  processes: number,
  plan: SharePlan,
  prepared: Promise<void>,
): Promise<Share[] | undefined> {
  const shares = await Promise.all(
    (processes > 1 ? scripts : [undefined]).map((script) => share(script, plan, prepared)),
  );
  const built = shares.filter((each) => each !== undefined);
  return built.length === shares.length ? built : undefined;
}
