/** Builds one volume of the search index. */
import { folding } from '../../text/fold.ts';
import { documentOf, type Searched } from '../document.ts';
import { type DocumentsFile, endStep, idsInFile, type VolumeFile } from '../files.ts';
import { writingOf } from './forms.ts';
import { PagefindWriter } from './pagefind.ts';
import { UnitCollector } from './units.ts';
import { type IndexFile, json, writeFiles } from './write.ts';

/** An article as a volume takes it. */
export type VolumeArticle = Searched & { id: string };

function idFiles(articles: readonly VolumeArticle[]): IndexFile[] {
  const ids = articles.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / idsInFile) }, (_, number) =>
    json(`ids-${number}.json`, ids.slice(number * idsInFile, (number + 1) * idsInFile)),
  );
}

/** Hands every article to Pagefind, and gives the files that are ours. */
async function addAll(articles: readonly VolumeArticle[], pagefind: PagefindWriter): Promise<IndexFile[]> {
  const units = new UnitCollector();
  const rareForms = new UnitCollector();
  const writing = writingOf(articles, folding);
  const rare = new Set(writing.forms.flatMap(([, ...others]) => others));
  const documents: DocumentsFile = { title: [], byline: [], end: [] };
  for (const [number, article] of articles.entries()) {
    const document = documentOf(article, folding, rare);
    units.add(number, document.units);
    rareForms.add(number, document.forms);
    documents.title.push(document.title);
    documents.byline.push(document.body - document.title);
    documents.end.push(Math.ceil(document.end / endStep));
    await pagefind.add(document.content);
  }
  await pagefind.added();
  const unitFiles = units.files();
  const formFiles = rareForms.files(folding);
  const volume: VolumeFile = {
    documents: articles.length,
    buckets: unitFiles.length,
    formBuckets: formFiles.length,
    writing,
  };
  return [
    json('volume.json', volume),
    json('documents.json', documents),
    ...idFiles(articles),
    ...unitFiles.map((file, number) => json(`units-${number}.json`, file)),
    ...formFiles.map((file, number) => json(`forms-${number}.json`, file)),
  ];
}

/**
 * Writes every file of a volume into a folder. They depend on the articles and the program alone.
 *
 * @param read gives the articles, which are numbered in their order
 * @throws where Pagefind fails
 */
export async function writeVolume(read: () => Promise<VolumeArticle[]>, folder: string): Promise<void> {
  const pagefind = await PagefindWriter.open();
  try {
    const files = await addAll(await read(), pagefind);
    // Pagefind writes for most of the time and needs much memory for it: what was collected here is given back first.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await pagefind.write(folder);
    await writeFiles(files, folder);
  } finally {
    await pagefind.close();
  }
}
