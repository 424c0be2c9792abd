import { expect, it } from 'vitest';
import { nearby } from '../../src/archive/nearby.ts';

it('takes what stands around an item, or more of one side at an end', () => {
  const list = [1, 2, 3, 4, 5, 6, 7];
  expect(nearby(list, 4, 4)).toEqual([2, 3, 5, 6]);
  expect(nearby(list, 1, 4)).toEqual([2, 3, 4, 5]);
  expect(nearby(list, 7, 4)).toEqual([3, 4, 5, 6]);
  expect(nearby([1], 1, 4)).toEqual([]);
  expect(nearby([1, 2], 2, 4)).toEqual([1]);
});
