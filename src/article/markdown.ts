/**
 * Bodies in which a person wrote Markdown or MDX: their blocks as plain text, and their rendered HTML made ready
 * for a page. Paragraphs and headings are numbered in the order in which they stand, alike in both.
 */
import { mdxToMdast } from 'satteri';
import { ELEMENT_NODE, type Node, parse, renderSync, TEXT_NODE, walkSync } from 'ultrahtml';
import type { Block } from './schema.ts';

interface TreeNode {
  type: string;
  value?: string;
  children?: TreeNode[];
}

/** Nodes whose value is a program and no text. */
const code = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'html', 'yaml']);

function textOf(node: TreeNode): string {
  if (code.has(node.type)) return '';
  if (node.type === 'break') return '\n';
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

function* blocksUnder(node: TreeNode): Generator<Block> {
  if (node.type === 'paragraph' || node.type === 'heading') {
    const text = textOf(node).trim();
    if (text !== '') yield { kind: node.type === 'heading' ? 'h' : 'p', text };
    return;
  }
  for (const child of node.children ?? []) yield* blocksUnder(child);
}

/**
 * The paragraphs and headings of a Markdown or MDX body as plain text; what only components hold is left out.
 *
 * @throws where the body is no valid MDX
 */
export function blocksOfMarkdown(body: string): Block[] {
  return [...blocksUnder(mdxToMdast(body, { features: { gfm: false } }) as TreeNode)];
}

const headingName = /^h[1-6]$/;

function holdsParagraph(node: Node): boolean {
  return (
    'children' in node &&
    (node.children as Node[]).some((child) => child.name === 'p' || holdsParagraph(child))
  );
}

/** An item of a tight list is a paragraph to the Markdown reader, without a `p` of its own in HTML. */
function isParagraph(node: Node): boolean {
  return node.name === 'p' || (node.name === 'li' && !holdsParagraph(node));
}

function isBlank(node: Node): boolean {
  return (
    renderSync(node)
      .replace(/<[^>]*>/g, '')
      .trim() === ''
  );
}

/**
 * Makes rendered HTML ready for a page: text in the page's script, `p<n>` and `h<n>` as ids, and what `furnish`
 * gives for a block at its start and end.
 */
export function finishHtml(
  html: string,
  convert: (text: string) => string,
  furnish: (kind: Block['kind'], n: number) => { before: string; after: string },
): string {
  const counts = { p: 0, h: 0 };
  const tree = parse(html) as Node;
  walkSync(tree, (node, parent) => {
    if (node.type === TEXT_NODE && !isProgram(parent)) node.value = convert(node.value as string);
  });
  walkSync(tree, (node) => {
    if (node.type !== ELEMENT_NODE) return;
    const kind = headingName.test(node.name as string) ? 'h' : isParagraph(node) ? 'p' : undefined;
    if (kind === undefined || isBlank(node)) return;
    const n = ++counts[kind];
    node.attributes.id = `${kind}${n}`;
    const { before, after } = furnish(kind, n);
    node.children = [raw(before, node), ...(node.children as Node[]), raw(after, node)];
  });
  return renderSync(tree);
}

/** HTML that goes into a tree as it is. */
function raw(value: string, parent: Node): Node {
  return {
    type: TEXT_NODE,
    value,
    parent,
    loc: [
      { start: 0, end: 0 },
      { start: 0, end: 0 },
    ],
  } as unknown as Node;
}

function isProgram(node: Node | undefined): boolean {
  return node?.name === 'script' || node?.name === 'style';
}
