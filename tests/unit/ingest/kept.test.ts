/** A page that was kept without the texts of its dump comes back as it was. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptOf, pageOfKept } from '../../../scripts/ingest/kept.ts';
import { splitLines } from '../../../scripts/ingest/lines.ts';
import { readPage } from '../../../scripts/ingest/page.ts';

const folder = join(import.meta.dirname, '../../fixtures/ingest/development/sources');

it('a kept page is made whole by its dump, controls and lines of a column included', () => {
  const dumps = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const text of [...dumps, ...dumps.map((each) => each.replace(/[，。]/gu, '$&\u0007'))]) {
    const lines = splitLines(text);
    const page = readPage('dump.txt', lines, () => false);
    const kept = JSON.stringify(keptOf(page, lines));
    expect(kept.length).toBeLessThan(JSON.stringify(page).length);
    const back = pageOfKept(JSON.parse(kept), lines);
    expect(back).toEqual(JSON.parse(JSON.stringify(page)));
  }
});
