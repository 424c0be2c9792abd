/**
 * Makes pages with a program that was bundled before: node render.ts PLAN
 *
 * The plan is a file that says what (`RenderPlan`). Pages of one script or of all are made, or the rest, as the environment
 * tells, and of those only what would not come out as it did in the last build.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { allEntries, keepTexts, markupRead } from '../../src/article/entries.ts';
import { saysHidden } from '../../src/build/hidden.ts';
import { type BuiltFile, isIntact, readManifest, type ShareResult } from '../../src/build/manifest.ts';
import { readProgram } from '../../src/build/program.ts';
import { buildsTheRest } from '../../src/build/told.ts';
import { placeNotFound, simplifiedNotFound } from '../../src/not-found.ts';
import { compareAll } from '../../src/related/compare.ts';
import { loadApp } from './app.ts';
import { type Place, placesOf } from './places.ts';
import { bodyOf, useWholeResponses } from './response.ts';
import type { RenderPlan, Told } from './shares.ts';

/** Ends when whoever started this process says a word; nothing is waited for where nobody can. */
function hearing(word: Told): Promise<void> {
  if (!process.connected) return Promise.resolve();
  return new Promise((resolve) => {
    process.on('message', (heard) => {
      if (heard === word) resolve();
    });
  });
}
const bundled = hearing('bundled');
const compared = hearing('compared');
process.once('disconnect', () => process.exit(1));

/** Tells whoever started this process how far it is. */
const tell = (word: Told) => process.send?.(word);

const folders = new Set<string>();

/** Makes a page or a file, and puts it into a folder. */
async function build(place: Place, out: string): Promise<BuiltFile> {
  const { file, isPage, key } = place;
  const response = await place.make();
  const body = await bodyOf(response);
  const isMoved = response.status >= 300 && response.status < 400;
  if (isMoved || body === undefined) throw new Error(`${file} was answered with ${response.status}.`);
  const full = path.join(out, file);
  const folder = path.dirname(full);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(full, body);
  const { size, mtimeMs: written } = statSync(full);
  const built = { ...(key === undefined ? {} : { key }), size, written };
  if (!isPage || !file.endsWith('index.html')) return built;
  const page = file.slice(0, -'index.html'.length);
  return { ...built, page, ...(saysHidden(body) ? { hidden: true } : {}) };
}

async function main({ part, program: folder, last, site, out }: RenderPlan): Promise<ShareResult> {
  const entries = await allEntries();
  keepTexts();
  const comparesAll = part !== undefined && buildsTheRest;
  if (comparesAll) {
    tell('read');
    compareAll(entries);
    tell('compared');
    await bundled;
  }
  const program = readProgram(folder);
  if (program === undefined) throw new Error(`${folder}/ holds no program.`);
  if (!isDeepStrictEqual(markupRead(), program.markup)) return { stale: true };
  const before = (last && readManifest(last)?.files) || {};
  const files: Record<string, BuiltFile> = {};
  for await (const places of placesOf(await loadApp(folder, program), comparesAll ? undefined : compared)) {
    for (const place of places) {
      const { file, inScript, key } = place;
      // Pages of one script are listed only where they are built. Of two places at one address the first is built.
      if ((!inScript && !buildsTheRest) || files[file] !== undefined) continue;
      const known = before[file];
      const isKept = key !== undefined && known?.key === key && isIntact(site, file, known);
      files[file] = isKept ? known : await build(place, out);
    }
  }
  placeNotFound(out);
  const notFound = statSync(path.join(out, simplifiedNotFound), { throwIfNoEntry: false });
  if (notFound) files[simplifiedNotFound] = { size: notFound.size, written: notFound.mtimeMs };
  return { files };
}

useWholeResponses();
try {
  const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RenderPlan;
  writeFileSync(plan.result, JSON.stringify(await main(plan)));
  process.removeAllListeners('disconnect');
  process.disconnect?.();
} catch (error) {
  console.error(error instanceof Error ? error.stack || error.message : error);
  process.exit(1);
}
