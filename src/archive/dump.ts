/** The lines of a dump as its page shows them. */
import type { Voice } from '../voice.ts';
import type { Article, Segment } from './model.ts';
import { spanLabelWords } from './words.ts';

/** A line with text, or a run of blank lines. */
export type DumpRow =
  | { kind: 'line'; number: number; segments: Segment[]; begins: Article | undefined }
  | { kind: 'blank'; from: number; to: number };

/** Brings blank lines together, and tells where the text of another article begins. */
export function rowsOf(lines: readonly Segment[][], first: number): DumpRow[] {
  const rows: DumpRow[] = [];
  let current: Article | undefined;
  for (const [index, segments] of lines.entries()) {
    const number = first + index;
    if (segments.every(({ text }) => text.trim() === '')) {
      const last = rows.at(-1);
      if (last?.kind === 'blank') last.to = number;
      else rows.push({ kind: 'blank', from: number, to: number });
      continue;
    }
    const article = segments.find((segment) => segment.article !== undefined)?.article;
    const begins = article !== undefined && article !== current ? article : undefined;
    if (article !== undefined) current = article;
    rows.push({ kind: 'line', number, segments, begins });
  }
  return rows;
}

/** What a part of a line became, in words, and the address of that. */
export function outcomeOf(segment: Segment, { t, to }: Voice): { words: string; href?: string } | undefined {
  const { label, article, withdrawn, block, joined } = segment;
  if (withdrawn !== undefined) return { words: t('文章已撤回'), href: to(`/articles/${withdrawn}/`) };
  if (label === undefined) return undefined;
  const name = t(`${joined ? '接' : ''}${spanLabelWords[label]}`);
  if (article === undefined) return { words: name };
  const page = to(`/articles/${article.data.id}/`);
  const exists = (kind: 'p' | 'h') => article.blocks.some((own) => own.kind === kind && own.n === block);
  if (label === 'paragraph' && block !== undefined) {
    return {
      words: t(`${joined ? '接' : ''}第 ${block} 段`),
      href: exists('p') ? `${page}#p${block}` : page,
    };
  }
  if (label === 'subhead' && block !== undefined)
    return { words: name, href: exists('h') ? `${page}#h${block}` : page };
  if (label === 'standfirst' && article.data.standfirst !== undefined)
    return { words: name, href: `${page}#standfirst` };
  return { words: name, href: page };
}
