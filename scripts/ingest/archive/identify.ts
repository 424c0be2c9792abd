/** Who is who: an article keeps its id, recognised by its lines in the ledger, then by its text; a second printing is no second article. */
import { mintId } from '../../../src/article/id.ts';
import type { ReadArticle } from '../page.ts';
import { FingerprintIndex, fingerprintOf } from './fingerprint.ts';
import type { Previous } from './previous.ts';

/** The text that makes an article what it is. */
export function bodyText(article: Pick<ReadArticle, 'blocks' | 'standfirst' | 'title'>): string {
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  return paragraphs.join('') || article.standfirst?.text || article.title;
}

export type Candidate = { file: string; sha256: string; article: ReadArticle };

export type Identity = {
  id: string;
  /** Another article of the archive says the same: this one adds a source to it. */
  duplicateOf?: string;
};

const sameArticle = 0.85;
const sameText = 0.6;

export class Registry {
  private readonly previous: Previous;
  private readonly accepted = new FingerprintIndex<{ id: string; file: string }>();
  private readonly taken = new Set<string>();
  private readonly reserved: Set<string>;
  private earlier: FingerprintIndex<string> | undefined;

  /** @param present files whose dumps are still there, with their SHA-256 */
  constructor(previous: Previous, present: ReadonlyMap<string, string>) {
    this.previous = previous;
    // Ids that unchanged dumps hold are theirs, whatever a new dump says.
    this.reserved = new Set(
      [...previous.ledgers].flatMap(([file, ledger]) =>
        present.get(file) === ledger.source.sha256 ? ledger.articles.map(({ id }) => id) : [],
      ),
    );
  }

  private byLines({ file, sha256, article }: Candidate): string | undefined {
    const ledger = this.previous.ledgers.get(file);
    if (!ledger || ledger.source.sha256 !== sha256) return undefined;
    const lines = new Set(article.blocks.flatMap(({ pieces }) => pieces.map(({ line }) => line)));
    const votes = new Map<string, number>();
    for (const { line, label, article: id } of ledger.spans)
      if (id !== undefined && label === 'paragraph' && lines.has(line))
        votes.set(id, (votes.get(id) ?? 0) + 1);
    return [...votes].sort((a, b) => b[1] - a[1]).find(([id]) => !this.taken.has(id))?.[0];
  }

  private byText(fingerprint: readonly number[]): string | undefined {
    if (!this.earlier) {
      this.earlier = new FingerprintIndex();
      for (const { id, body } of this.previous.articles.values())
        if (!this.reserved.has(id)) this.earlier.add(id, fingerprintOf(body));
    }
    const found = this.earlier.nearest(fingerprint, sameText)?.item;
    return found !== undefined && !this.taken.has(found) ? found : undefined;
  }

  /** Gives an article its id. Articles are to be given in the order of arrival. */
  identify(candidate: Candidate): Identity {
    const text = bodyText(candidate.article);
    const fingerprint = fingerprintOf(text);
    const twin = fingerprint.length >= 4 ? this.accepted.nearest(fingerprint, sameArticle) : undefined;
    if (twin && twin.item.file !== candidate.file) return { id: twin.item.id, duplicateOf: twin.item.id };
    const id =
      this.byLines(candidate) ??
      this.byText(fingerprint) ??
      mintId(text, (wanted) => this.taken.has(wanted) || this.reserved.has(wanted));
    this.taken.add(id);
    this.accepted.add({ id, file: candidate.file }, fingerprint);
    return { id };
  }
}
