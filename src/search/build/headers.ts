/** What article files say at their head, remembered by what the files hold: to parse them costs more than to read them. */
import path from 'node:path';
import type { Frontmatter } from '../../article/schema.ts';
import { keepFile, readRecord } from '../../cache/kept-file.ts';
import { codeDigest } from './code.ts';

export interface Header {
  data: Frontmatter;
  /** Of what is searched in the article. */
  digest: string;
}

/** The headers of one archive, in one file. */
export class Headers {
  readonly #file: string | undefined;
  readonly #code = codeDigest();
  readonly #known: Record<string, Header> = {};
  readonly #used: Record<string, Header> = {};
  #isNew = false;

  /** @param folder where they are kept; without it nothing is remembered */
  constructor(folder?: string) {
    this.#file = folder === undefined ? undefined : path.join(folder, 'headers.json');
    if (this.#file === undefined) return;
    const kept = readRecord<{ code: string; headers: Record<string, Header> }>(this.#file);
    if (kept?.code === this.#code) this.#known = kept.headers;
  }

  get(key: string): Header | undefined {
    const known = Object.hasOwn(this.#known, key) ? this.#known[key] : undefined;
    if (known !== undefined) this.#used[key] = known;
    return known;
  }

  set(key: string, header: Header): void {
    this.#used[key] = header;
    this.#isNew = true;
  }

  /** Keeps what was used; a folder that cannot be written costs time, not the run. */
  save(): void {
    if (this.#file === undefined || !this.#isNew) return;
    keepFile(this.#file, JSON.stringify({ code: this.#code, headers: this.#used }));
  }
}
