/**
 * Who is who: an article keeps its id, recognised by its lines in the ledger, then by its text; a second printing is no
 * second article.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mintId } from '../../../src/article/id.ts';
import { FingerprintIndex, fingerprintOf } from './fingerprint.ts';
import { articleIn, type Previous } from './previous.ts';

export type Candidate = {
  file: string;
  sha256: string;
  /** The text its id is minted from, and the id that it has where no other article has it. */
  start: string;
  own: string;
  fingerprint: readonly number[];
  /** Lines of its paragraphs. */
  lines: readonly number[];
  /** Where it stands in the dump. */
  ranges: readonly (readonly [number, number])[];
  /** Lines of the other articles of the dump. */
  others: () => readonly (readonly number[])[];
};

export type Identity = {
  id: string;
  /** Another article of the archive says the same: this one adds a source to it. */
  isDuplicate: boolean;
};

/** Shares of a text that two articles hold in common: to be one article in two dumps, or one article before and after. */
const sameArticle = 0.85;
const sameText = 0.6;
/** Shorter texts (some forty characters) are too little to tell a second printing by: a line to the reader is shared by many. */
const leastFingerprint = 32;

/** Every line of some ranges. */
export function linesIn(ranges: readonly (readonly [number, number])[]): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

/** Ids of the articles that held some lines before, most lines first. */
function holdersOf(lines: readonly number[], holders: ReadonlyMap<number, string>): string[] {
  const votes = new Map<string, number>();
  for (const line of lines) {
    const id = holders.get(line);
    if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

export class Registry {
  private readonly previous: Previous;
  private readonly articleFolder: string;
  private readonly accepted: FingerprintIndex<{ id: string; file: string }>;
  private readonly taken = new Set<string>();
  /** Ids that unchanged dumps hold are theirs, whatever a new dump says. */
  private readonly reserved: Set<string>;
  private earlier: FingerprintIndex<string> | undefined;

  /**
   * @param present files whose dumps are still there, with their SHA-256
   * @param room for so many numbers in fingerprints
   */
  constructor(previous: Previous, articleFolder: string, present: ReadonlyMap<string, string>, room: number) {
    this.accepted = new FingerprintIndex(room);
    this.previous = previous;
    this.articleFolder = articleFolder;
    this.reserved = new Set(
      [...previous.sources].flatMap(([file, { sha256, ids }]) => (present.get(file) === sha256 ? ids : [])),
    );
  }

  private byLines({ file, sha256, own, lines, ranges, others }: Candidate): string | undefined {
    const known = this.previous.sources.get(file);
    if (known?.sha256 !== sha256) return undefined;
    const id = holdersOf(lines, known.holders).find((each) => !this.taken.has(each));
    if (id === own) return own;
    const isOfOther = (wanted: string): boolean =>
      others().some((each) => holdersOf(each, known.holders)[0] === wanted);
    // Of two articles that were one, the one that had been taken in has its own id back.
    const isBack =
      id !== undefined && !this.taken.has(own) && this.formerlyOf(id).includes(own) && isOfOther(id);
    if (isBack) return own;
    // What was a standfirst may be paragraphs now, and the other way round: lines of any kind tell the article too.
    const around = holdersOf(linesIn(ranges), known.holders).filter(
      (each) => !this.taken.has(each) && !isOfOther(each),
    );
    // Of one article that was two, the one whose text begins as it does has the id.
    return around.includes(own) ? own : (id ?? around[0]);
  }

  /** Ids of articles that an article took in. */
  private formerlyOf(id: string): readonly string[] {
    const path = join(this.articleFolder, `${id}.mdx`);
    const inFile = existsSync(path) ? articleIn(readFileSync(path, 'utf8')).frontmatter?.formerly : undefined;
    return inFile ?? this.previous.formerly.get(id) ?? [];
  }

  private byText(fingerprint: readonly number[]): string | undefined {
    if (!this.earlier) {
      this.earlier = new FingerprintIndex();
      for (const id of this.previous.ids) {
        if (this.reserved.has(id)) continue;
        const { body } = articleIn(readFileSync(join(this.articleFolder, `${id}.mdx`), 'utf8'));
        this.earlier.add(id, fingerprintOf(body));
      }
    }
    const found = this.earlier.nearest(fingerprint, sameText)?.item;
    return found !== undefined && !this.taken.has(found) ? found : undefined;
  }

  private isFree(id: string): boolean {
    return !this.taken.has(id) && !this.reserved.has(id);
  }

  /** Gives an article its id. Articles are to be given in the order of arrival. */
  identify(candidate: Candidate): Identity {
    const { fingerprint, file, start, own } = candidate;
    const twin =
      fingerprint.length >= leastFingerprint ? this.accepted.nearest(fingerprint, sameArticle) : undefined;
    if (twin && twin.item.file !== file) return { id: twin.item.id, isDuplicate: true };
    const id =
      this.byLines(candidate) ??
      this.byText(fingerprint) ??
      (this.isFree(own) ? own : mintId(start, (wanted) => !this.isFree(wanted)));
    this.taken.add(id);
    this.accepted.add({ id, file }, fingerprint);
    return { id, isDuplicate: false };
  }
}
