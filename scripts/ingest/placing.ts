/** Gives headings without an article to articles without a heading, so that the whole is worth most. */

export type Pair<Spare> = { spare: Spare; article: number; score: number };
export type Placed<Spare> = { pairs: Pair<Spare>[]; score: number };

/** What a heading costs that is left over. */
const leftOver = -7;
/** Up to so many of each every way to give them out is tried; beyond, the best pairs are taken one by one. */
const few = 7;

/**
 * Places headings.
 *
 * @param open articles without a heading
 * @param worth what it is worth to give a heading to an article
 */
export function place<Spare>(
  spares: readonly Spare[],
  open: readonly number[],
  worth: (spare: Spare, article: number) => number,
): Placed<Spare> {
  if (spares.length === 0 || open.length === 0) return { pairs: [], score: spares.length * leftOver };
  const worths = spares.map((spare) => open.map((article) => worth(spare, article)));
  const areFew = spares.length <= few && open.length <= few;
  const found = areFew ? placeFew(worths) : placeMany(worths);
  return {
    score: found.score,
    pairs: found.pairs.map(([spare, article]) => ({
      spare: spares[spare] as Spare,
      article: open[article] as number,
      score: worths[spare]?.[article] ?? 0,
    })),
  };
}

/** Pairs of places in two lists. */
type Places = { pairs: [spare: number, article: number][]; score: number };

function placeOne(row: readonly number[]): Places {
  let best: Places = { pairs: [], score: leftOver };
  for (const [article, score] of row.entries())
    if (score > best.score) best = { pairs: [[0, article]], score };
  return best;
}

/** The best of all ways, by the spares that are left and the articles that are free. */
function placeFew(worths: readonly number[][]): Places {
  if (worths.length === 1) return placeOne(worths[0] as readonly number[]);
  const known = new Map<number, Places>();
  const from = (spare: number, free: number): Places => {
    const row = worths[spare];
    if (!row) return { pairs: [], score: 0 };
    const key = spare * 2 ** few + free;
    const before = known.get(key);
    if (before) return before;
    const without = from(spare + 1, free);
    let best: Places = { pairs: without.pairs, score: without.score + leftOver };
    for (let article = 0; article < row.length; article++) {
      const score = row[article] as number;
      if ((free & (1 << article)) === 0) continue;
      const others = from(spare + 1, free & ~(1 << article));
      if (others.score + score > best.score)
        best = { pairs: [[spare, article], ...others.pairs], score: others.score + score };
    }
    known.set(key, best);
    return best;
  };
  return from(0, 2 ** (worths[0]?.length ?? 0) - 1);
}

function placeMany(worths: readonly number[][]): Places {
  const ranked = worths
    .flatMap((row, spare) => row.map((score, article) => ({ spare, article, score })))
    .sort((a, b) => b.score - a.score);
  const given = new Set<number>();
  const taken = new Set<number>();
  const pairs: Places['pairs'] = [];
  let sum = 0;
  for (const { spare, article, score } of ranked) {
    if (given.has(spare) || taken.has(article)) continue;
    given.add(spare);
    taken.add(article);
    pairs.push([spare, article]);
    sum += score;
  }
  return { pairs, score: sum + (worths.length - pairs.length) * leftOver };
}
