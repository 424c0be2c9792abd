/** Asks all volumes of an archive, the newest first, as if they were one index. */
import { byScore, type Hit, search } from '../engine.ts';
import type { Query } from '../query.ts';
import type { Volume } from './library.ts';

/** Volumes that are asked at once, after the newest. */
const atOnce = 4;

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
 * @param tell hears of each answer but the last; no further volume is asked before it has settled
 * @throws {UnreachableError} where one of the volumes cannot be read
 */
export async function searchTogether(
  query: Query,
  volumes: readonly Volume[],
  tell: (progress: Progress) => Promise<void>,
): Promise<Hit[]> {
  const parts: Hit[][] = [];
  const found = () => parts.flat().sort(byScore);
  const ask = async (volume: Volume) => {
    parts.push(await searchVolume(volume, query));
    if (parts.length < volumes.length) await tell({ answered: parts.length, found });
  };
  const waiting = [...volumes];
  const newest = waiting.shift();
  if (newest === undefined) return [];
  await ask(newest);
  const worker = async () => {
    for (let volume = waiting.shift(); volume !== undefined; volume = waiting.shift()) await ask(volume);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found();
}
