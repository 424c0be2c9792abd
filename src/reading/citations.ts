/** The citations of the article on the page, in every form, made from its data. */
import type { ArticleRecord } from '../article/record.ts';
import { bibtexOf } from '../citation/bibtex.ts';
import { type CslItem, itemOf } from '../citation/item.ts';
import { addStyle, referenceOf } from '../citation/reference.ts';
import { risOf } from '../citation/ris.ts';
import { say } from './words.ts';

/** One form of citation. */
export interface Citation {
  label: string;
  text: string;
  /** The name and type of the file. */
  file: string;
  type: string;
  /** A list of references shows it, rather than a program reads it. */
  reference: boolean;
}

function linkTo(selector: string): string {
  const link = document.querySelector<HTMLLinkElement>(`link${selector}`);
  if (link === null) throw new Error(`the page has no link${selector}`);
  return link.href;
}

async function read(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The day in the reader's place, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

let item: Promise<CslItem> | undefined;

/** The item of the article. */
export function itemOfPage(): Promise<CslItem> {
  item ??= read(linkTo('[rel=alternate][type="application/json"]')).then(async (response) =>
    itemOf((await response.json()) as ArticleRecord, {
      url: linkTo('[rel=canonical]'),
      siteName: document.querySelector('.wordmark')?.textContent?.trim() ?? '',
      accessed: today(),
    }),
  );
  return item;
}

/** Loads a style of the archive's own, by the address that the panel of citations names. */
export async function ownStyle(name: 'gb-t-7714-2025' | 'hong-kong'): Promise<string> {
  const folder = document.querySelector<HTMLElement>('[data-cite]')?.dataset.cite ?? '';
  addStyle(name, await (await read(`${folder}${name}.csl`)).text());
  return name;
}

/** Every form, in the order in which they are shown. */
export async function citations(): Promise<Citation[]> {
  const [article, gbt7714, hongKong] = await Promise.all([
    itemOfPage(),
    ownStyle('gb-t-7714-2025'),
    ownStyle('hong-kong'),
  ]);
  const reference = (label: string, style: string, file: string): Citation => ({
    label,
    text: referenceOf(article, style),
    file: `${article.id}-${file}.txt`,
    type: 'text/plain',
    reference: true,
  });
  const data = (label: string, text: string, end: string, type: string): Citation => ({
    label,
    text,
    file: `${article.id}.${end}`,
    type,
    reference: false,
  });
  return [
    reference(say('gbt7714'), gbt7714, 'gb-t-7714'),
    reference(say('hongKong'), hongKong, 'hong-kong'),
    reference(say('apa'), 'apa', 'apa'),
    data('BibTeX', bibtexOf(article), 'bib', 'application/x-bibtex'),
    data('RIS', risOf(article), 'ris', 'application/x-research-info-systems'),
    data(
      'CSL-JSON',
      `${JSON.stringify([article], null, 2)}\n`,
      'csl.json',
      'application/vnd.citationstyles.csl+json',
    ),
  ];
}

export { referenceOf };
