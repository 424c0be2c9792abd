/** Series across the archive: near-equal names are one, under the spelling whose characters make words. */
import type { Corrections } from '../../../src/article/corrections.ts';
import { bare, nearEqual } from '../similarity.ts';
import { strangeness } from '../words.ts';

type Cluster = { name: string; spellings: Map<string, number>; fixed: boolean };

/** Adjacent characters and single ones at both ends: two near-equal names share at least one. */
function keysOf(text: string): string[] {
  const chars = [...bare(text)];
  return chars.length < 4 ? [chars.join('')] : chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}

/** The names of series that the archive knows, each with its printed spellings. */
export class SeriesIndex {
  private readonly clusters: Cluster[] = [];
  private readonly byKey = new Map<string, Set<Cluster>>();

  constructor(corrections: Corrections['series'] = []) {
    for (const { name, also } of corrections) {
      const cluster = this.create(name, true);
      for (const spelling of also) this.file(spelling, cluster);
    }
  }

  private create(name: string, fixed: boolean): Cluster {
    const cluster: Cluster = { name, spellings: new Map(), fixed };
    this.clusters.push(cluster);
    this.file(name, cluster);
    return cluster;
  }

  private file(spelling: string, cluster: Cluster): void {
    cluster.spellings.set(spelling, cluster.spellings.get(spelling) ?? 0);
    for (const key of keysOf(spelling)) {
      const clusters = this.byKey.get(key) ?? new Set();
      clusters.add(cluster);
      this.byKey.set(key, clusters);
    }
  }

  private find(name: string): Cluster | undefined {
    if (this.clusters.length === 0) return undefined;
    const near = new Set(keysOf(name).flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    let found: Cluster | undefined;
    for (const cluster of near) {
      if (cluster.spellings.has(name)) return cluster;
      if (!found && [...cluster.spellings.keys()].some((spelling) => nearEqual(spelling, name)))
        found = cluster;
    }
    return found;
  }

  /** Notes a printed series line. */
  add(name: string): void {
    const cluster = this.find(name) ?? this.create(name, false);
    if (!cluster.spellings.has(name)) this.file(name, cluster);
    cluster.spellings.set(name, (cluster.spellings.get(name) ?? 0) + 1);
  }

  /** Chooses the spelling of every series that has none yet; later additions do not change it. */
  settle(): void {
    for (const cluster of this.clusters) {
      if (cluster.fixed) continue;
      const spellings = [...cluster.spellings].sort(([, a], [, b]) => b - a);
      const most = spellings[0]?.[1] ?? 0;
      // One slip among several right ones is told by number, one against one by the words the characters make.
      const ranked = spellings
        .filter(([, count]) => count * 2 > most)
        .sort(([a], [b]) => strangeness(a) - strangeness(b));
      cluster.name = ranked[0]?.[0] ?? cluster.name;
      cluster.fixed = true;
    }
  }

  has(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /** How many articles print the series, in whatever spelling. */
  printings(name: string): number {
    let sum = 0;
    for (const count of this.find(name)?.spellings.values() ?? []) sum += count;
    return sum;
  }

  /** Whether an article prints this very spelling. */
  isPrinted(spelling: string): boolean {
    return (this.find(spelling)?.spellings.get(spelling) ?? 0) > 0;
  }

  /** The one spelling of a series. */
  nameOf(printed: string): string {
    return this.find(printed)?.name ?? printed;
  }
}
