/** What of `content/` decides the index; what articles say is read only where something of it changed. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readTopics, readWithdrawn } from '../../archive/files.ts';
import { FileDigests } from '../../cache/digests.ts';
import { contentFolder } from '../../content-folder.ts';
import { readArrivals } from './arrivals.ts';

const folder = path.join(contentFolder, 'articles');

export interface Content {
  /** Article files, each with a hash of its bytes. */
  files: { file: string; hash: string }[];
  withdrawn: ReadonlySet<string>;
  /** Labels of topics by id. */
  topics: ReadonlyMap<string, string>;
  /** By dump, the run of the ingest that first read it. */
  arrivals: ReadonlyMap<string, number>;
}

/** @throws where there are no articles, or what stands beside them cannot be read */
export function readContent(): Content {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    throw new Error(`${folder} is missing: run npm run ingest`);
  }
  const digests = new FileDigests();
  const files = names
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      return { file, hash: Buffer.from(digests.of(file), 'base64url').toString('hex') };
    });
  digests.add();
  return {
    files,
    withdrawn: readWithdrawn(),
    topics: new Map(readTopics().map(({ id, label }) => [id, label])),
    arrivals: readArrivals(),
  };
}

/** A hash of all that decides the index. */
export function contentKey({ files, withdrawn, topics, arrivals }: Content): string {
  const all = [files.map(({ hash }) => hash), [...withdrawn], [...topics], [...arrivals]];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
