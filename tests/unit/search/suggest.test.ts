import { expect, it } from 'vitest';
import { patternOf } from '../../../src/search/pattern.ts';
import { nameSuggester } from '../../../src/search/suggest.ts';
import { folding } from '../../../src/text/fold.ts';

const suggest = nameSuggester(
  {
    author: ['陳香港', '香港', '陳勇'],
    role: ['香港友好協進會會長', '全國政協常委'],
    topic: ['香港管治', '貿易'],
    series: ['香港'],
    source: ['香港.txt'],
    year: ['2026'],
  },
  folding,
);

it.each([
  ['香港', ['香港', '香港管治', '香港友好協進會會長', '陳香港']],
  ['陈勇', ['陳勇']],
  ['2026', []],
  ['！', []],
])('suggests names for %s, the best first', (typed, expected) => {
  expect(suggest(patternOf(typed, folding), 4).map(({ name }) => name)).toEqual(expected);
});
