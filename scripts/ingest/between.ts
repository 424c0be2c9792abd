/** What stands between a unit and one above it: found in a few steps, however much furniture parts the two. */

import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';

/** Whether furniture of a kind that papers set below an article. */
function closes({ furniture }: Features): boolean {
  const kind = furniture?.kind;
  return kind === 'credit' || kind === 'schedule' || kind === 'disclaimer' || kind === 'notice';
}

export class Between {
  private readonly gaps: readonly number[];
  /** For each unit the nearest one above it that stands below a wider gap; -1 where there is none. */
  private readonly wider: Int32Array;
  /** For each unit how many before it close an article. */
  private readonly closing: Uint32Array;

  constructor(units: readonly Unit[], features: readonly Features[]) {
    this.gaps = units.map(({ gap }) => gap);
    this.wider = new Int32Array(units.length).fill(-1);
    this.closing = new Uint32Array(units.length + 1);
    for (let at = 0; at < this.gaps.length; at++) {
      const gap = this.gaps[at] as number;
      let above = at - 1;
      while (above >= 0 && (this.gaps[above] as number) <= gap) above = this.wider[above] as number;
      this.wider[at] = above;
      this.closing[at + 1] = (this.closing[at] as number) + (closes(features[at] as Features) ? 1 : 0);
    }
  }

  /** The widest gap below the unit `last` down to the one above `at`: what was left blank over a page head counts. */
  gap(last: number, at: number): number {
    let widest = at;
    // Each step leads to a wider gap, of which there are few.
    while ((this.wider[widest] as number) > last) widest = this.wider[widest] as number;
    return this.gaps[widest] ?? 0;
  }

  /** Whether furniture that closes an article stands between two units. */
  closes(last: number, at: number): boolean {
    return (this.closing[at] as number) > (this.closing[last + 1] as number);
  }
}
