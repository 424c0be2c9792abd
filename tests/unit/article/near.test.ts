/** What a person may have meant. */
import { expect, it } from 'vitest';
import { namesNear } from '../../../src/article/near.ts';

it.each([
  ['titel', 'title'],
  ['feilds', 'fields'],
  ['reviewd', 'reviewed'],
  ['sllips', 'slips'],
  ['zhevyynq', 'zhevyynp'],
  ['alo', 'also'],
])('%s is one slip from %s', (name, meant) => {
  expect(namesNear(name, [meant])).toEqual([meant]);
  expect(namesNear(meant, [name])).toEqual([name]);
});

it.each([
  ['title', 'title'],
  ['tilet', 'title'],
  ['page', 'date'],
  ['ab', 'cd'],
  ['', 'ab'],
])('%s is not one slip from %s', (name, other) => {
  expect(namesNear(name, [other])).toEqual([]);
});
