/** Builds the whole search index of an archive. */
import { createHash } from 'node:crypto';
import { folding, hanTable } from '../../text/fold.ts';
import { foldText } from '../../text/folding.ts';
import { documentOf } from '../document.ts';
import {
  type DocumentsFile,
  endStep,
  formatVersion,
  idsInFile,
  type Manifest,
  manifestName,
} from '../files.ts';
import type { SearchArticle } from './articles.ts';
import { facetsOf } from './facets.ts';
import { writingOf } from './forms.ts';
import { type IndexFile, pagefindFiles } from './pagefind.ts';
import { UnitCollector } from './units.ts';

function json(path: string, value: unknown): IndexFile {
  return { path, content: Buffer.from(JSON.stringify(value)) };
}

function idFiles(articles: readonly SearchArticle[]): IndexFile[] {
  const ids = articles.map(({ entry }) => entry.id);
  return Array.from({ length: Math.ceil(ids.length / idsInFile) }, (_, number) =>
    json(`ids-${number}.json`, ids.slice(number * idsInFile, (number + 1) * idsInFile)),
  );
}

/**
 * Makes every file of the index.
 *
 * @param articles numbered in the order given, which is the order of results that are equally good
 * @throws where Pagefind fails
 */
export async function indexFiles(articles: readonly SearchArticle[]): Promise<IndexFile[]> {
  const units = new UnitCollector();
  const rareForms = new UnitCollector();
  const { folded, forms } = writingOf(
    articles.map(({ entry }) => entry),
    folding,
  );
  // Topics are suggested by names that need not stand in any text.
  for (const { values } of articles) {
    for (const { name } of values.topic)
      for (const character of foldText(name, folding)) folded.add(character);
  }
  const rare = new Set(forms.flatMap(([, ...others]) => others));
  const documents: DocumentsFile = { title: [], byline: [], end: [], forms };
  function* contents(): Generator<string> {
    for (const [number, { entry }] of articles.entries()) {
      const document = documentOf(entry, folding, rare);
      units.add(number, document.units);
      rareForms.add(number, document.forms);
      documents.title.push(document.title);
      documents.byline.push(document.body - document.title);
      documents.end.push(Math.ceil(document.end / endStep));
      yield document.content;
    }
  }
  const files = await pagefindFiles(contents(), articles.length);
  const unitFiles = units.files();
  const formFiles = rareForms.files(folding);
  const { facets, names } = facetsOf(articles);
  const own = [
    // What folds to a character that no article holds is found nowhere, folded or not.
    json(
      'folding.json',
      hanTable((character) => folded.has(character)),
    ),
    json('documents.json', documents),
    json('facets.json', facets),
    ...idFiles(articles),
    ...Object.entries(names).map(([script, values]) => json(`names-${script}.json`, values)),
    ...unitFiles.map((file, number) => json(`units-${number}.json`, file)),
    ...formFiles.map((file, number) => json(`forms-${number}.json`, file)),
  ];
  const hash = createHash('sha256');
  for (const { content } of own) hash.update(content);
  const data = `data-${hash.digest('hex').slice(0, 12)}`;
  const manifest: Manifest = {
    version: formatVersion,
    data,
    documents: articles.length,
    buckets: unitFiles.length,
    formBuckets: formFiles.length,
  };
  return [
    ...files,
    ...own.map(({ path, content }) => ({ path: `${data}/${path}`, content })),
    json(manifestName, manifest),
  ];
}
