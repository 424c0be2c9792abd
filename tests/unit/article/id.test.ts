import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintId } from '../../../src/article/id.ts';
import { articleIdSchema } from '../../../src/article/schema.ts';

const never = (): boolean => false;
const text = '香港特區政府應當把握國家發展的機遇。'.repeat(8);

describe('mintId', () => {
  it('makes eight characters that cannot be misread, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const id = mintId(body, never);
        expect(id).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{8}$/);
        expect(articleIdSchema.parse(id)).toBe(id);
        expect(mintId(body, never)).toBe(id);
      }),
    );
  });

  it('depends on the first 64 characters alone, and on no blank between them', () => {
    const [start, rest] = [text.slice(0, 64), text.slice(64)];
    expect(mintId(`${start}另一個結尾`, never)).toBe(mintId(start + rest, never));
    expect(mintId([...text].join('　\n '), never)).toBe(mintId(text, never));
    expect(mintId(`另${text}`, never)).not.toBe(mintId(text, never));
    expect(mintId(`${text.slice(0, 63)}另${rest}`, never)).not.toBe(mintId(text, never));
  });

  it('counts a character outside the first plane as one', () => {
    const rare = '𠮷'.repeat(64);
    expect(mintId(`${rare}尾`, never)).toBe(mintId(rare, never));
  });

  it('takes more characters where the id is another article’s', () => {
    const short = mintId(text, never);
    const longer = mintId(text, (id) => id === short);
    expect(longer).toHaveLength(9);
    expect(longer.startsWith(short)).toBe(true);
  });

  it('never runs out', () => {
    const ids = new Set<string>();
    for (let count = 0; count < 200; count++) ids.add(mintId(text, (id) => ids.has(id)));
    expect(ids.size).toBe(200);
    expect([...ids].every((id) => articleIdSchema.safeParse(id).success && id.length <= 12)).toBe(true);
  });

  it('stays what it was when it was minted first', () => {
    expect(mintId('香港', never)).toBe('th4d2gy4');
  });
});
