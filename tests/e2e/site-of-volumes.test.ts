/** Two volumes, built in two processes from two folders of content, are one site. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, inject, it } from 'vitest';
import { ids } from '../support/library.ts';
import { answersTo } from '../support/search-page.ts';
import { visiting } from '../support/visit.ts';

const { content, scratch } = inject('folders');
const site = path.join(scratch, 'of-volumes');
const visit = visiting(site);

beforeAll(async () => {
  // The test runner has a base of its own in the environment, which would win.
  const { BASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_ENV: 'production', CACHE_DIR: path.join(scratch, 'of-volumes-cache') };
  const volumes = ['/=content', `/older=${content}`];
  await promisify(execFile)(process.execPath, ['scripts/volumes.ts', '--out', site, ...volumes], { env });
}, 300_000);

it('searches all volumes at the root, and results lead into each', async () => {
  await visit('/search/?show=all', async (page) => {
    const [both, older] = await answersTo(page, ['發展', '人手編修']);
    const addresses = Object.keys(both ?? {});
    expect(addresses.some((address) => address.startsWith('/articles/'))).toBe(true);
    expect(addresses.some((address) => address.startsWith('/older/articles/'))).toBe(true);
    expect(Object.keys(older ?? {})).toEqual([`/older/articles/${ids.markdown}/`]);
  });
});

it('has the pages of each where their links lead', () => {
  const page = readFileSync(path.join(site, 'older', 'articles', ids.plain, 'index.html'), 'utf8');
  const links = [...page.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(20);
  const missing = links.filter((link) => {
    const file = path.join(site, decodeURIComponent(link));
    return !existsSync(link.endsWith('/') ? path.join(file, 'index.html') : file);
  });
  expect(missing).toEqual([]);
  expect(readFileSync(path.join(site, 'robots.txt'), 'utf8')).toContain('/older/sitemap-index.xml');
});
