import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { correctionsSchema } from '../../src/article/corrections.ts';
import { splitArticle } from '../../src/article/file.ts';
import { recordSchema } from '../../src/article/record.ts';
import { articleSchema } from '../../src/article/schema.ts';

const { root } = inject('sites');

function filesIn(folder: string, end: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort();
}

function withdrawnIds(): string[] {
  try {
    const corrections = correctionsSchema.parse(
      parse(readFileSync('content/corrections.yaml', 'utf8')) ?? {},
    );
    return (corrections.withdraw ?? []).map(({ id }) => id);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const articles = filesIn('content/articles', '.mdx').map((name) =>
  articleSchema.parse(splitArticle(readFileSync(path.join('content/articles', name), 'utf8')).frontmatter),
);
const withdrawn = new Set(withdrawnIds());
const shown = articles.filter(({ id }) => !withdrawn.has(id));
const moved = shown.flatMap(({ formerly = [] }) => formerly);

describe.each(['', 'zh-hans/'])('articles under /%s', (locale) => {
  const folder = path.join(root, locale, 'articles');

  it('have a page for each file and no other', () => {
    const expected = new Set([...articles.map(({ id }) => id), ...moved, ...withdrawn]);
    const pages = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'page')
      .map(({ name }) => name);
    expect(pages.sort()).toEqual([...expected].sort());
    for (const { id } of shown) {
      expect(readFileSync(path.join(folder, id, 'index.html'), 'utf8')).toContain(`data-article="${id}"`);
    }
  });

  it('have data and plain text for each entry', () => {
    const ids = shown.map(({ id }) => id).sort();
    expect(filesIn(folder, '.json')).toEqual(ids.map((id) => `${id}.json`));
    expect(filesIn(folder, '.txt')).toEqual(ids.map((id) => `${id}.txt`));
    for (const id of ids) {
      const record = recordSchema.parse(JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')));
      expect(record.url).toBe(`/${locale}articles/${id}/`);
      expect(readFileSync(path.join(folder, `${id}.txt`), 'utf8')).toContain(record.title);
    }
  });
});
