/**
 * Draws a card for each article of a built site where `CARDS` is set: node scripts/cards.ts [--out DIR]
 * Runs when the pages are built. Cards are kept in `.cache/cards` by what they show, and drawn once.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../src/cache/folder.ts';
import type { Drawing } from './cards/draw.ts';

const store = path.join(cacheFolder, 'cards');

/** The folders in which articles stand, and so their cards. */
const foldersOf = (site: string) => ['', 'zh-hans'].map((locale) => path.join(site, locale, 'articles'));

/** Takes away cards of articles that are gone, and all where none are wanted. */
function removeOthers(site: string, wanted: ReadonlySet<string>): void {
  for (const folder of foldersOf(site).filter((each) => existsSync(each))) {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      if (name.endsWith('.png') && !wanted.has(file)) rmSync(file);
    }
  }
}

/** Puts the card of each article of a site beside it. */
async function draw(site: string): Promise<void> {
  const { cardsIn } = await import('./cards/plan.ts');
  mkdirSync(store, { recursive: true });
  const started = performance.now();
  const cards = foldersOf(site).flatMap(cardsIn);
  removeOthers(site, new Set(cards.map(({ file }) => file)));
  let drawing: Drawing | undefined;
  let drawn = 0;
  for (const { file, card, key } of cards) {
    const kept = path.join(store, `${key}.png`);
    if (!existsSync(kept)) {
      drawing ??= await (await import('./cards/draw.ts')).startDrawing();
      const image = await drawing.draw(card);
      if (Array.isArray(image)) {
        copyFileSync('public/card.png', file);
        console.log(`${file}: no face has ${image.join(' ')}; the card of the site stands in its place`);
        continue;
      }
      writeFileSync(`${kept}.part`, image);
      renameSync(`${kept}.part`, kept);
      drawn++;
    }
    copyFileSync(kept, file);
  }
  await drawing?.close();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`cards: ${cards.length} in both scripts, ${drawn} drawn, ${seconds} s`);
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
try {
  if (!existsSync(path.join(values.out, 'articles'))) {
    throw new Error(`${values.out}/articles/ is missing: build the pages first (npm run build)`);
  }
  if (process.env.CARDS) await draw(values.out);
  else removeOthers(values.out, new Set());
} catch (error) {
  console.error(`The cards were not drawn. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
