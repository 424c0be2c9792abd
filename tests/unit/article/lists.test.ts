/** The corrections as the site reads them, which is as the ingest does. */
import { describe, expect, it } from 'vitest';
import { readLists } from '../../../src/article/lists.ts';

describe('lists of a keeper', () => {
  it('may come more than once, and are one then', () => {
    expect(readLists('fields:\n  - { id: a }\nslips:\n  - { id: b }\nfields:\n  - { id: c }\n')).toEqual({
      fields: [{ id: 'a' }, { id: 'c' }],
      slips: [{ id: 'b' }],
    });
    expect(readLists('# nothing yet\n')).toBeUndefined();
  });

  it('are refused where a name comes twice that is no list', () => {
    expect(() => readLists('fields: 1\nfields: 2\n')).toThrow('fields stands twice');
    expect(() => readLists('fields:\n  - { id: a, id: b }\n')).toThrow();
    expect(() => readLists('fields: [\n')).toThrow();
  });
});
