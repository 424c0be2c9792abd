/** Corrections of which one says of a thing what another says otherwise. */
import type { Corrections } from '../../../src/article/corrections.ts';
import { type Problem, problem } from '../../../src/article/report.ts';

type List = keyof Corrections;

/** What one correction says: of what, and what of it. */
type Claim = { of: string; says: unknown };

/** What the corrections of each list say, and which of two that say something of the same thing holds. */
const claims: { [L in List]: { holds: 'first' | 'last'; made: (each: Entry<L>) => Claim[] } } = {
  encodings: {
    holds: 'first',
    made: ({ file, encoding }) => [{ of: `the encoding of ${file}`, says: encoding }],
  },
  lines: {
    holds: 'last',
    made: ({ file, line, label, begins, joins }) => {
      const [first, last] = typeof line === 'number' ? [line, line] : line;
      return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((at) => [
        ...said(`the label of line ${at} of ${file}`, label),
        ...said(`whether an article begins at line ${at} of ${file}`, at > first ? undefined : begins),
        ...said(`whether line ${at} of ${file} goes on`, joins),
      ]);
    },
  },
  fields: {
    holds: 'last',
    made: ({ id, set }) => Object.entries(set).map(([field, says]) => ({ of: `${field} of ${id}`, says })),
  },
  slips: {
    holds: 'first',
    made: ({ id, in: place, from, to }) => [{ of: `${from} in the ${place} of ${id}`, says: to }],
  },
  // Withdrawn twice is withdrawn.
  withdraw: { holds: 'first', made: () => [] },
  series: {
    holds: 'first',
    made: ({ name, also }) => [name, ...also].map((each) => ({ of: `the series ${each}`, says: name })),
  },
  people: {
    holds: 'first',
    made: ({ name, also = [], person, articles = [] }) => [
      ...also.map((each) => ({ of: `who ${each} is`, says: name })),
      ...articles.map((id) => ({ of: `which ${name} wrote ${id}`, says: person })),
    ],
  },
};

type Entry<L extends List> = NonNullable<Corrections[L]>[number];

function said(of: string, says: unknown): Claim[] {
  return says === undefined ? [] : [{ of, says }];
}

function claimsIn<L extends List>(corrections: Corrections, list: L): Claim[][] {
  return ((corrections[list] ?? []) as Entry<L>[]).map((each) => claims[list].made(each));
}

/**
 * Corrections that say otherwise than one above them.
 *
 * @param file the file of corrections, as it is shown
 * @param lineOf 1-based line of a correction
 * @returns a note for each thing that two of them say something else of, with the line of the other and which of the two holds
 */
export function contradictions(
  corrections: Corrections,
  file: string,
  lineOf: (list: List, at: number) => number | undefined,
): Problem[] {
  return (Object.keys(corrections) as List[]).flatMap((list) => {
    const { holds } = claims[list];
    const known = new Map<string, { says: string; at: number }>();
    return claimsIn(corrections, list).flatMap((made, at) =>
      made.flatMap(({ of, says }) => {
        const now = JSON.stringify(says);
        const before = known.get(of);
        if (before === undefined || holds === 'last') known.set(of, { says: now, at });
        if (before === undefined || before.at === at || before.says === now) return [];
        const line = lineOf(list, before.at);
        const there = line === undefined ? 'an entry above' : `line ${line}`;
        const what = `Under ${list}: ${there} says otherwise of ${of}; what is said ${holds} holds.`;
        return [problem('contradicted-correction', 'note', file, what, lineOf(list, at))];
      }),
    );
  });
}
