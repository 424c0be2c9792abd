/** Which cards a built site needs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ArticleRecord } from '../../src/article/record.ts';
import { type Card, cardOf, cardPage, layOut } from './card.ts';

/** A card, where it goes, and the key of everything that it depends on. */
export interface PlannedCard {
  file: string;
  card: Card;
  key: string;
}

/** How cards look now. */
const look = cardPage() + layOut;

/** The cards of a folder of articles; the name of the site is that of the manifest beside it. */
export function cardsIn(folder: string): PlannedCard[] {
  const manifest = readFileSync(path.join(folder, '..', 'manifest.webmanifest'), 'utf8');
  const { name, lang } = JSON.parse(manifest) as { name: string; lang: string };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const record = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ArticleRecord;
      const card = cardOf(record, name, lang);
      const key = createHash('sha256').update(look).update(JSON.stringify(card)).digest('hex').slice(0, 32);
      return { file: path.join(folder, `${record.id}.png`), card, key };
    });
}
