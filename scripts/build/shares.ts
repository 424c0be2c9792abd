/** Runs the processes that build the pages: one a script beside each other where there is more than one core. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ShareResult } from '../../src/build/manifest.ts';
import { type Script, scripts } from '../../src/text/script.ts';

/** What one process built, and where. */
export interface Share {
  folder: string;
  result: ShareResult;
}

export interface SharePlan {
  /** Where processes work. */
  folder: string;
  /** The manifest of the last build. */
  last: string;
  /** The site, of which files may be kept. */
  site: string;
}

/**
 * Most of what a page is made of is dropped right after: a large nursery saves the collector its rounds. What Node calls
 * experimental is pinned by version and tested; whoever builds a site need not read of it.
 */
const nodeOptions = ['--max-semi-space-size=64', '--disable-warning=ExperimentalWarning'];
const astro = 'node_modules/astro/bin/astro.mjs';

interface Started {
  share: Promise<Share>;
  /** Settles when the process has read the content. */
  read: Promise<void>;
}

/** Below so many articles a second process costs more than it saves. */
const fewest = 500;

/** By how many processes about so many articles are built. */
export function processesFor(articles: number): number {
  return articles >= fewest ? Math.min(scripts.length, availableParallelism()) : 1;
}

function start(script: Script | undefined, { folder, last, site }: SharePlan): Started {
  const name = script ?? 'all';
  const out = path.join(folder, name);
  const result = path.join(folder, `${name}.json`);
  for (const old of [out, result]) rmSync(old, { recursive: true, force: true });
  const child: ChildProcess = spawn(
    process.execPath,
    [...nodeOptions, astro, 'build', '--outDir', out, '--silent'],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        ...(script === undefined ? {} : { BUILD_SCRIPT: script }),
        BUILD_KEPT: last,
        BUILD_SITE: site,
        BUILD_RESULT: result,
      },
    },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`astro build (${name}) ended with ${code ?? signal}.`)),
    );
  });
  return {
    read: Promise.race([new Promise<void>((resolve) => child.once('message', () => resolve())), ended]),
    share: ended.then(() => ({
      folder: out,
      result: JSON.parse(readFileSync(result, 'utf8')) as ShareResult,
    })),
  };
}

/**
 * Builds the pages of all scripts.
 *
 * @param processes one for all scripts, or more for one each
 * @throws where a process fails
 */
export async function buildShares(processes: number, plan: SharePlan): Promise<Share[]> {
  const shares: Promise<Share>[] = [];
  for (const script of processes > 1 ? scripts : [undefined]) {
    const { share, read } = start(script, plan);
    shares.push(share);
    // A failure is told when all are waited for.
    share.catch(() => undefined);
    await read;
  }
  return Promise.all(shares);
}
