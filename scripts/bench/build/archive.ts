/** An archive that is built for measuring, in a folder of its own, from dumps to search. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Cost, type RunOptions, runProgram } from '../search/processes.ts';
import type { MadeDump } from './dumps.ts';

/** What each command of the real road does. */
const stages = {
  ingest: (content: string) => [
    'scripts/ingest.ts',
    ...['--sources', `${content}/sources`, '--out', `${content}/articles`, '--ledger', `${content}/ledger`],
    ...['--corrections', `${content}/corrections.yaml`, '--topics', `${content}/topics.yaml`, '--json'],
  ],
  pages: (_: string, site: string) => ['scripts/build.ts', '--out', site],
  search: (_: string, site: string) => ['scripts/search-index.ts', '--out', `${site}/pagefind`],
  offline: (_: string, site: string) => ['scripts/offline.ts', '--out', site],
} as const;

export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[];

/** What one run of the whole road cost, by stage. */
export type RoadCost = Record<Stage, Cost>;

export class MadeArchive {
  readonly content: string;
  readonly site: string;
  readonly #options: RunOptions;

  /** @param folder relative to the project; replaced */
  constructor(folder: string) {
    rmSync(folder, { recursive: true, force: true });
    this.content = path.join(folder, 'content');
    this.site = path.join(folder, 'site');
    this.#options = {
      env: {
        CONTENT_DIR: this.content,
        CACHE_DIR: path.join(folder, 'cache'),
        NODE_ENV: 'production',
        NODE_NO_WARNINGS: '1',
      },
    };
    mkdirSync(path.join(this.content, 'sources'), { recursive: true });
    cpSync('content/topics.yaml', path.join(this.content, 'topics.yaml'));
  }

  add(dumps: readonly MadeDump[]): void {
    for (const { name, text } of dumps) writeFileSync(path.join(this.content, 'sources', name), text);
  }

  /** Runs the whole road, each stage in a fresh process. */
  async run(): Promise<RoadCost> {
    const cost: Partial<RoadCost> = {};
    for (const stage of stageNames)
      cost[stage] = await runProgram(process.execPath, stages[stage](this.content, this.site), this.#options);
    return cost as RoadCost;
  }

  /** How many articles the dumps turned out to hold. */
  get articles(): number {
    return readdirSync(path.join(this.content, 'articles')).length;
  }
}

/** Files and bytes under a folder, and how many of the files are pages. */
export function sizeOf(folder: string): { files: number; pages: number; bytes: number } {
  const size = { files: 0, pages: 0, bytes: 0 };
  if (!existsSync(folder)) return size;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size.files++;
    if (entry.name.endsWith('.html')) size.pages++;
    size.bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return size;
}
