import { describe, expect, it } from 'vitest';
import { countedIn, numberOf } from '../../../scripts/ingest/counting.ts';

describe('numbers', () => {
  it.each([
    ['7', 7],
    ['十', 10],
    ['十二', 12],
    ['三十', 30],
    ['二十四', 24],
    ['二〇二六', 2026],
  ])('%s is %d', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});

describe('counted lines', () => {
  const counted = (texts: string[]): string[] => {
    const found = countedIn(texts, (at) => (texts[at] ?? '').length < 12);
    return texts.filter((_, at) => found[at]);
  };

  it('are those with the next number, or the one before, in the file', () => {
    expect(counted(['1. 十點熄燈', '長長的一段文字，說了很多話。', '2. 數字說了甚麼', '3. 試一試'])).toEqual([
      '1. 十點熄燈',
      '2. 數字說了甚麼',
      '3. 試一試',
    ]);
    expect(counted(['一、緣起', '二、經過'])).toEqual(['一、緣起', '二、經過']);
    expect(counted(['（三）其三', '（四）其四'])).toHaveLength(2);
  });

  it('are none where a number stands alone, is set otherwise or belongs to a phrase', () => {
    expect(counted(['1. 十點熄燈', '三個理由'])).toEqual([]);
    expect(counted(['一、緣起', '2. 經過'])).toEqual([]);
    expect(counted(['一國兩制', '二十年後'])).toEqual([]);
    expect(counted(['2026年的路', '2027年的路'])).toEqual([]);
  });
});
