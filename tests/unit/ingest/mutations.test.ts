import { describe, expect, it } from 'vitest';
import { fuzz } from '../../../scripts/fuzz/run.ts';

describe('300 mutated dumps', { timeout: 300_000 }, () => {
  it('crash nothing, lose no character, and are read alike twice', () => {
    const found = fuzz({ seed: 50_000, dumps: 300, batch: 25, topics: 'content/topics.yaml' });
    expect(found.faults).toEqual([]);
    expect(found.read + found.refused).toBe(300);
    expect(found.articles).toBeGreaterThan(300);
  });
});
