/**
 * Every folder of fixtures is found by itself: `sources/` are ingested and held against `gold.json`. A `floors.json`
 * beside the gold says how good the reading is known to be, so that it cannot become worse unnoticed; without one,
 * every article must be exact.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reached, readFloors } from '../../../scripts/score/floors.ts';
import { readGold } from '../../../scripts/score/gold.ts';
import { scoreOf, showFigures, showWrong, topicScore } from '../../../scripts/score/score.ts';

const root = 'tests/fixtures/ingest';
const topicGold = path.join(root, 'topics.json');

const folders = readdirSync(root).filter((name) => existsSync(path.join(root, name, 'gold.json')));

it('finds the two real dumps and the development dumps', () => {
  expect(folders).toEqual(expect.arrayContaining(['seeds', 'development']));
});

describe.each(folders)('the dumps of %s', { timeout: 120_000 }, (name) => {
  const folder = path.join(root, name);
  const gold = readGold(path.join(folder, 'gold.json'));

  it('read as a careful person reads them', () => {
    const score = scoreOf(gold, path.join(folder, 'sources'), 'content/topics.yaml');
    const { verdicts } = score;
    const floors = readFloors(path.join(folder, 'floors.json'), verdicts.length);
    const now = reached(score);
    const shown = `\n${showWrong(verdicts)}\n${showFigures(score)}\n`;
    expect(
      score.report.problems.filter(({ level }) => level === 'error'),
      shown,
    ).toEqual([]);
    expect(score.report.sources.map(({ file }) => file).sort(), shown).toEqual(Object.keys(gold).sort());
    expect(score.charactersLost, shown).toBe(0);
    for (const what of ['found', 'title', 'authors', 'exact'] as const)
      expect(now[what], `${what}${shown}`).toBeGreaterThanOrEqual(floors[what]);
    for (const what of ['silent', 'surplus'] as const)
      expect(now[what], `${what}${shown}`).toBeLessThanOrEqual(floors[what]);
    const topics = topicScore(verdicts, topicGold);
    expect(topics.first, `first topic${shown}`).toBeGreaterThanOrEqual(topics.known * 0.9);
    expect(topics.primary, `primary topic${shown}`).toBeGreaterThanOrEqual(topics.known * 0.9);
  });
});

it('has every article of the seeds and the development dumps in the topic gold', () => {
  const known = Object.keys(JSON.parse(readFileSync(topicGold, 'utf8')));
  const titles = ['seeds', 'development'].flatMap((name) =>
    Object.values(readGold(path.join(root, name, 'gold.json'))).flatMap(({ articles }) =>
      articles.map(({ title }) => title),
    ),
  );
  expect(known).toEqual(expect.arrayContaining(titles));
});
