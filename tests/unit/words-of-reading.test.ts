import { expect, it } from 'vitest';
import { simplified, traditional } from '../../src/reading/words.ts';
import { convert } from '../../src/text/script.ts';

it('are written in their script', () => {
  for (const text of Object.values(simplified)) expect(convert(text, 'zh-Hant', 'zh-Hans')).toBe(text);
  for (const text of Object.values(traditional)) expect(convert(text, 'zh-Hans', 'zh-Hant')).toBe(text);
});
