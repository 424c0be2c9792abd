/** Builds one volume of the search index. */
import { folding } from '../../text/fold.ts';
import { documentOf, type Searched } from '../document.ts';
import { type DocumentsFile, endStep, idsInFile, type VolumeFile } from '../files.ts';
import { writingOf } from './forms.ts';
import { writePagefind } from './pagefind.ts';
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

/**
 * Writes every file of a volume into a folder. They depend on the articles and the program alone.
 *
 * @param articles numbered in the order given
 * @throws where Pagefind fails
 */
export async function writeVolume(articles: readonly VolumeArticle[], folder: string): Promise<void> {
  const units = new UnitCollector();
  const rareForms = new UnitCollector();
  const writing = writingOf(articles, folding);
  const rare = new Set(writing.forms.flatMap(([, ...others]) => others));
  const documents: DocumentsFile = { title: [], byline: [], end: [] };
  function* contents(): Generator<string> {
    for (const [number, article] of articles.entries()) {
      const document = documentOf(article, folding, rare);
      units.add(number, document.units);
      rareForms.add(number, document.forms);
      documents.title.push(document.title);
      documents.byline.push(document.body - document.title);
      documents.end.push(Math.ceil(document.end / endStep));
      yield document.content;
    }
  }
  await writePagefind(contents(), folder);
  const unitFiles = units.files();
  const formFiles = rareForms.files(folding);
  const volume: VolumeFile = {
    documents: articles.length,
    buckets: unitFiles.length,
    formBuckets: formFiles.length,
    writing,
  };
  const files = [
    json('volume.json', volume),
    json('documents.json', documents),
    ...idFiles(articles),
    ...unitFiles.map((file, number) => json(`units-${number}.json`, file)),
    ...formFiles.map((file, number) => json(`forms-${number}.json`, file)),
  ];
  await writeFiles(files, folder);
}
