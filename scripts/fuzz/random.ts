/** Chance that comes out the same for the same seed. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  upTo(below: number): number;
  /** One of several. */
  of<T>(items: readonly T[]): T;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
};

/** The generator mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  return {
    upTo,
    of: (items) => {
      if (items.length === 0) throw new RangeError('nothing to choose from');
      return items[upTo(items.length)] as (typeof items)[number];
    },
    oneIn: (n) => upTo(n) === 0,
  };
}
