import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';

const { library } = inject('sites');

describe.each(['', 'zh-hans/'])('the page of plots under /%s', (locale) => {
  const { document } = parseHTML(readFileSync(path.join(library, locale, 'glance/index.html'), 'utf8'));
  const figures = [...document.querySelectorAll('.figure')];

  it('says in its tables what its plots show', () => {
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) {
      const marks = figure.querySelectorAll('svg a');
      expect(marks.length, figure.textContent ?? '').toBe(figure.querySelectorAll('tbody tr').length);
      for (const mark of marks) expect(mark.getAttribute('aria-label') ?? mark.textContent).toMatch(/\S/);
    }
  });

  it('counts months only where the day is known', () => {
    const months = figures.find((figure) => figure.querySelector('#months'));
    expect(months?.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(months?.textContent).toMatch(/另有 3 篇日期不[詳详]/);
  });
});
