/** Makes one volume of the search index. */
import { folding } from '../../text/fold.ts';
import { documentOf, type Searched } from '../document.ts';
import { type DocumentsFile, endStep, idsInFile, type VolumeFile } from '../files.ts';
import { writingOf } from './forms.ts';
import { pagefindFiles } from './pagefind.ts';
import { PostingCollector } from './postings.ts';
import { type IndexFile, json } from './write.ts';

/** An article as a volume takes it. */
export type VolumeArticle = Searched & { id: string };

function idFiles(articles: readonly VolumeArticle[]): IndexFile[] {
  const ids = articles.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / idsInFile) }, (_, number) =>
    json(`ids-${number}.json`, ids.slice(number * idsInFile, (number + 1) * idsInFile)),
  );
}

/** Makes every file of a volume. They depend on the articles and the program alone; articles are numbered in their order. */
export function volumeFiles(articles: readonly VolumeArticle[]): IndexFile[] {
  const words = new PostingCollector();
  const units = new PostingCollector();
  const rareForms = new PostingCollector();
  const writing = writingOf(articles, folding);
  const rare = new Set(writing.forms.flatMap(([, ...others]) => others));
  const documents: DocumentsFile = { title: [], byline: [], end: [] };
  for (const [number, article] of articles.entries()) {
    const document = documentOf(article, folding, rare);
    words.add(number, document.words);
    units.add(number, document.units);
    rareForms.add(number, document.forms);
    documents.title.push(document.title);
    documents.byline.push(document.body - document.title);
    documents.end.push(Math.ceil(document.end / endStep));
  }
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
    ...pagefindFiles(words.inOrder(), articles.length),
  ];
}
