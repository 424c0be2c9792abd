/** Related articles, found once for an archive. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Archive, Article } from '../archive/model.ts';
import { contentChanged, isServed } from '../article/entries.ts';
import { findRelated } from './find.ts';
import { type RelatedIds, recall } from './remembered.ts';

const known = new WeakMap<Archive, RelatedIds>();

/** The share of articles of which nothing need be known for what was found last to be shown. */
const unknownShare = 0.05;

/** Whether texts are being compared; one that fails is not begun again. It outlives this module, which is loaded anew. */
const place = Symbol.for('op-ed-archive: related articles');
const holder = globalThis as { [place]?: boolean };

function findBeside(): void {
  if (holder[place]) return;
  holder[place] = true;
  const program = path.resolve('src', 'related', 'process.ts');
  const child = spawn(process.execPath, [program], { stdio: 'inherit' });
  child.once('error', () => undefined);
  child.once('exit', (code) => {
    if (code !== 0) return;
    holder[place] = false;
    contentChanged();
  });
}

/**
 * What the development server shows: what was found last. Where that is of another archive, texts are compared beside
 * the server, and nothing is related to anything until they are: neither a page nor an edit waits for it.
 */
function foundLast({ articles }: Archive): RelatedIds {
  const last = recall() ?? {};
  const unknown = articles.filter(({ data }) => last[data.id] === undefined).length;
  if (unknown > articles.length * unknownShare) findBeside();
  return last;
}

function found(library: Archive): RelatedIds {
  if (isServed()) return foundLast(library);
  return findRelated(library.articles.map(({ data, blocks, sha256 }) => ({ ...data, blocks, sha256 })));
}

/** The articles that say what is most like an article, the most alike first. */
export function relatedTo(library: Archive, article: Article): Article[] {
  let related = known.get(library);
  if (related === undefined) {
    related = found(library);
    known.set(library, related);
  }
  return (related[article.data.id] ?? []).flatMap((id) => library.byId.get(id) ?? []);
}
