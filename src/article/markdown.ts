/**
 * Bodies in which a person wrote Markdown or MDX: their blocks as plain text, and their rendered HTML made ready
 * for a page. Paragraphs and headings are numbered in the order in which they stand, alike in both.
 */
import { mdxToJs, mdxToMdast } from 'satteri';
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

/** A place in a text, as the compiler writes it in front of what it says, and inside. */
const placeInFront = /^(\d+):\d+: /;
const placeWithin = /\((\d+):\d+\)/g;
/** The rule that was broken, by a name that only the compiler knows. */
const ruleName = / \([\w-]+:[\w-]+\)$/;
/** What a compiled body asks for that it neither imports nor defines; the framework gives every body `Fragment`. */
const missingReference = /_missingMdxReference\("([^"]+)"/g;
const ownComponents = /^export (?:const|let|var|function) components\b/m;

/**
 * What keeps a Markdown or MDX body from being compiled, or a page from being made of it: the compiler tells the first such
 * thing alone.
 *
 * @returns each with the 1-based line of the body
 */
export function mdxFaults(body: string): { line: number; message: string }[] {
  let code: string;
  try {
    ({ code } = mdxToJs(body, { features: { gfm: false } }));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = Number(placeInFront.exec(said)?.[1] ?? 1);
    const what = said
      .replace(placeInFront, '')
      .replace(ruleName, '')
      .replace(placeWithin, (_, at: string) => `(line ${at})`);
    const message = `its body is no valid MDX: ${what}; a < or { that is to be shown as it is has a \\ before it`;
    return [{ line, message }];
  }
  if (ownComponents.test(code)) return [];
  const lines = body.split('\n');
  return [...code.matchAll(missingReference)].flatMap(([, name = '']) => {
    if (name === 'Fragment') return [];
    const at = lines.findIndex((line) => line.includes(`<${name}`));
    return [{ line: at + 1 || 1, message: `its body shows <${name}>, which it does not import` }];
  });
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
