/** Asks all volumes of an archive, the newest first, as if they were one index. */
import { byScore, type Hit, search } from '../engine.ts';
import type { Query } from '../query.ts';
import type { Volume } from './library.ts';

/** Volumes that are asked at once. */
const atOnce = 4;

/** Of the largest volume, how much the newest ones have together that are asked before the others. */
const firstShare = 0.5;

/**
 * The newest volumes, as many as make an answer worth showing: the last ones are small, and what they alone have found
 * would be replaced at once.
 *
 * @param volumes the newest first
 */
export function firstAsked<Asked extends Pick<Volume, 'documents'>>(volumes: readonly Asked[]): Asked[] {
  const enough = firstShare * Math.max(0, ...volumes.map(({ documents }) => documents));
  let have = 0;
  const first = volumes.findIndex(({ documents }) => {
    have += documents;
    return have >= enough;
  });
  return volumes.slice(0, first + 1);
}

/** What some of the volumes have found. */
export interface Progress {
  /** Volumes that have answered. */
  answered: number;
  /** Puts what they have found together: best first, documents numbered through the archive. */
  found(): Hit[];
}

async function searchVolume({ first, open }: Volume, query: Query): Promise<Hit[]> {
  const { source, extents } = await open();
  const hits = await search(query, source, extents);
  return first === 0 ? hits : hits.map((hit) => ({ ...hit, document: hit.document + first }));
}

/**
 * Finds what a query asks for in all volumes.
 *
 * @param volumes the newest first
 * @param tell hears of each answer but the last, and of those of the first volumes together; no further volume is asked
 * before it has settled
 * @throws {UnreachableError} where one of the volumes cannot be read
 */
export async function searchTogether(
  query: Query,
  volumes: readonly Volume[],
  tell: (progress: Progress) => Promise<void>,
): Promise<Hit[]> {
  const parts: Hit[][] = [];
  const found = () => parts.flat().sort(byScore);
  const told = async () => {
    if (parts.length < volumes.length) await tell({ answered: parts.length, found });
  };
  const ask = async (asked: readonly Volume[], then: () => Promise<void>) => {
    const waiting = [...asked];
    const worker = async () => {
      for (let volume = waiting.shift(); volume !== undefined; volume = waiting.shift()) {
        parts.push(await searchVolume(volume, query));
        await then();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
  const first = firstAsked(volumes);
  await ask(first, async () => {});
  await told();
  await ask(volumes.slice(first.length), told);
  return found();
}
