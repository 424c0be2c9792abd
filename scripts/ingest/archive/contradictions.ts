/** Corrections of which one says of a thing what another says otherwise. */
import { type Corrections, linesSaid } from '../../../src/article/corrections.ts';
import { type Problem, problem } from '../../../src/article/report.ts';
import { correctionName } from '../correct.ts';

type List = keyof Corrections;
type Entry<L extends List> = NonNullable<Corrections[L]>[number];

/** What one correction says: of what, what of it, and which of two that differ in it holds. */
type Claim = {
  of: string;
  says: unknown;
  holds: 'first' | 'last';
  /** Which of several names of the correction it is of. */
  named?: string;
  /** First and last of the lines that it says it of. */
  lines?: readonly [number, number];
};

const first = (of: string, says: unknown): Claim => ({ of, says, holds: 'first' });
const last = (of: string, says: unknown): Claim => ({ of, says, holds: 'last' });

/** What a correction of each list says. */
const claimsOf: { [L in List]: (each: Entry<L>) => Claim[] } = {
  encodings: ({ file, encoding, damaged = false }) => [
    first(`the encoding of ${file}`, encoding),
    first(`whether ${file} is damaged`, damaged),
  ],
  lines: (each) => {
    const { file, label, begins, joins } = each;
    const [from, to] = linesSaid(each);
    const claims: Claim[] = [
      { ...last(`the label of {lines} of ${file}`, label), lines: [from, to] },
      { ...last(`whether an article begins at {lines} of ${file}`, begins), lines: [from, from] },
      { ...last(`whether {lines} of ${file} goes on`, joins), lines: [from, to] },
    ];
    return claims.filter(({ says }) => says !== undefined);
  },
  fields: ({ id, set }) => Object.entries(set).map(([field, says]) => last(`${field} of ${id}`, says)),
  slips: ({ id, in: place, from, to }) => [first(`${from} in the ${place} of ${id}`, to)],
  // Withdrawn twice is withdrawn.
  withdraw: () => [],
  series: ({ name, also }) => [name, ...also].map((each) => first(`the series ${each}`, name)),
  people: ({ name, also = [], person, articles = [] }) => [
    ...also.map((each) => ({ ...first(`who ${each} is`, name), named: each })),
    // Two that are each the other's name are in the end what the later says.
    ...also.map((each) => last(`which name ${[name, each].sort().join(' and ')} have`, name)),
    ...articles.map((id) => last(`which ${name} wrote ${id}`, person)),
  ],
};

function claimsIn<L extends List>(corrections: Corrections, list: L): Claim[][] {
  return ((corrections[list] ?? []) as Entry<L>[]).map((each) => claimsOf[list](each));
}

/** The lines of which two claims say something, in words; `undefined` where there are none. */
function shared({ lines: a }: Claim, { lines: b }: Claim): string | undefined {
  if (!a || !b) return '';
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (from > to) return undefined;
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}

/** That a correction says otherwise than another. */
export type Contradiction = {
  problem: Problem;
  /** Where what is said first holds: the correction that comes too late, and the one that came before. */
  late?: { name: string; by: string };
};

/**
 * Corrections that say otherwise than one above them.
 *
 * @param file the file of corrections, as it is shown
 * @param lineOf 1-based line of a correction
 * @returns for each thing that two of them say something else of a note, with the line of the other and which of the two holds
 */
export function contradictions(
  corrections: Corrections,
  file: string,
  lineOf: (list: List, at: number) => number | undefined,
): Contradiction[] {
  return (Object.keys(corrections) as List[]).flatMap((list) => {
    /** What was said of each thing, the latest last. */
    const known = new Map<string, { claim: Claim; at: number }[]>();
    return claimsIn(corrections, list).flatMap((made, at) =>
      made.flatMap((claim) => {
        const above = known.get(claim.of) ?? [];
        if (above.length === 0) known.set(claim.of, above);
        const says = JSON.stringify(claim.says);
        const isOther = (each: { claim: Claim; at: number }): boolean =>
          each.at !== at &&
          shared(each.claim, claim) !== undefined &&
          JSON.stringify(each.claim.says) !== says;
        const other = claim.holds === 'first' ? above.slice(0, 1).find(isOther) : above.findLast(isOther);
        above.push({ claim, at });
        if (!other) return [];
        const of = claim.of.replace('{lines}', shared(other.claim, claim) ?? '');
        const line = lineOf(list, other.at);
        const there = line === undefined ? 'an entry above' : `line ${line}`;
        const what = `Under ${list}: ${there} says otherwise of ${of}; what is said ${claim.holds} holds.`;
        const told = problem('contradicted-correction', 'note', file, what, lineOf(list, at));
        if (claim.holds === 'last') return [{ problem: told }];
        const [by, name] = [other, { claim, at }].map((each) =>
          correctionName(list, each.at, each.claim.named),
        ) as [string, string];
        return [{ problem: told, late: { name, by } }];
      }),
    );
  });
}
