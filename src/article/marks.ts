/** The anchors and quiet links that stand with each block of a body. */

/** What is known of a block for its marks. */
export interface BlockMarks {
  kind: 'p' | 'h';
  n: number;
  /** Lines of the first source that get an anchor `#l<line>` here. */
  anchors: readonly number[];
  /** The first line of the block in its dump: where it is shown, and its number. */
  source?: { href: string; line: number } | undefined;
}

/** Words in the script of the page. */
export interface MarkWords {
  paragraph: (n: number) => string;
  sourceLine: (line: number) => string;
}

const escapeAttribute = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** HTML to stand at the start of a block: an anchor for each of its lines. */
export function anchorsHtml({ anchors }: BlockMarks): string {
  return anchors.map((line) => `<span id="l${line}"></span>`).join('');
}

/** HTML to stand at the end of a block: the link to itself, and the one to its source line. */
export function marksHtml({ kind, n, source }: BlockMarks, words: MarkWords): string {
  const self =
    kind === 'p'
      ? `<a class="no" href="#p${n}" aria-label="${escapeAttribute(words.paragraph(n))}">${n}</a>`
      : `<a class="no" href="#h${n}" aria-hidden="true" tabindex="-1">§</a>`;
  const origin =
    source === undefined || kind === 'h'
      ? ''
      : `<a class="src" href="${escapeAttribute(source.href)}">${escapeAttribute(words.sourceLine(source.line))}</a>`;
  return `<span class="marks">${self}${origin}</span>`;
}
