/** The files of one dump as they are to be when the run is over; what differs from the disk is staged beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { stage } from '../write.ts';
import type { RenderResult } from './rendered.ts';

export class DumpFiles {
  /** Every file that there is to be, with its SHA-256. */
  readonly all: RenderResult['files'] = [];
  /** Which of them are to change, as places among them. */
  readonly changed: number[] = [];
  /** Paths of files that are to go. */
  readonly gone: string[] = [];
  private readonly isNew: boolean;
  private readonly check: boolean;

  /**
   * @param isNew whether none of them is on the disk
   * @param check whether nothing is to be staged
   */
  constructor(isNew: boolean, check: boolean) {
    this.isNew = isNew;
    this.check = check;
  }

  /** What a file holds now. */
  before(path: string): Buffer | undefined {
    return this.isNew || !existsSync(path) ? undefined : readFileSync(path);
  }

  /** A file that stays as it is on the disk. */
  keep(path: string, sha256: string): void {
    this.all.push([path, sha256]);
  }

  /** A file that is to be, or to become, what it is not yet. */
  change(path: string, content: Uint8Array, sha256: string): void {
    if (!this.check) stage(path, content);
    this.changed.push(this.all.length);
    this.all.push([path, sha256]);
  }

  remove(path: string): void {
    this.gone.push(path);
  }
}
