/** The parsed units of a file as articles in the making. */
import { type Byline, parseByline } from './byline.ts';
import type { Heading } from './heading-parts.ts';
import { rightBelow } from './joints.ts';
import type { Unit } from './layout.ts';
import type { Constraint, ParseEdge } from './parse.ts';
import { append, goOn, type Passage, part, passage } from './passage.ts';
import type { BodyBlock, Draft, HeadLine, Sheet } from './sheet.ts';
import { signedHeadlineOf } from './signed-headline.ts';
import { joinStacked } from './stacks.ts';
import type { Label } from './state.ts';
import { endingOf, isLeftOpen, simplify, simplifyPattern } from './text.ts';
import { turnOf } from './turns.ts';

/** An author that a headline carries is as sure as the line is. */
function carried(byline: Byline, heading: Heading | undefined): Byline {
  return { ...byline, score: Math.max(byline.score, heading?.score ?? 0) };
}

/** Marks the headings of a draft over which and the rest of its header, or its text, a wide gap lies. */
function markApart(
  { heads, bylines, standfirst, blocks }: Draft,
  units: readonly Unit[],
  usual: number,
): void {
  const rest = [...bylines, ...(standfirst ? [standfirst] : []), ...blocks].flatMap(
    ({ units: [at] }) => at ?? [],
  );
  const below = rest.reduce((least, at) => Math.min(least, at), units.length - 1);
  const first = heads[0]?.units.at(-1) ?? below;
  let wide = below;
  while (wide > first && (units[wide] as Unit).gap <= usual) wide--;
  for (const head of heads) {
    const at = head.units.at(-1) ?? 0;
    if (at <= below) head.apart = wide > at;
  }
}

/** Marks the headings that are parted from the heading above them by more than others of the file are. */
function markParted(heads: readonly HeadLine[], units: readonly Unit[]): void {
  const below = heads.filter((head, at) => rightBelow(heads[at - 1], head));
  const gapOver = (head: HeadLine): number => units[head.units[0] ?? 0]?.gap ?? 0;
  // A file may have more headings than a call takes arguments.
  const closest = below.reduce((least, head) => Math.min(least, gapOver(head)), Number.POSITIVE_INFINITY);
  for (const head of below) head.parted = gapOver(head) > closest;
}

/** In a database the field of a standfirst has a label, as that of the headline has. */
const fieldLabel = simplifyPattern(/^(?:導語|導讀|摘要|提要|內容提要|引言)\s*[：:]\s*/u);

/** A text that was sent elsewhere goes on behind so many other articles at most. */
const farthestTurn = 6;
const textLabels = new Set<Label>(['paragraph', 'continuation', 'subhead', 'signature']);

/** Takes the author in brackets off a headline whose text is signed elsewhere. */
function markSigned(drafts: readonly Draft[]): void {
  const names = new Set(
    drafts.flatMap(({ bylines }) => bylines.flatMap(({ byline }) => byline.authors.map(({ name }) => name))),
  );
  for (const { heads } of drafts)
    for (const head of heads) {
      const signed = head.carried ? undefined : signedHeadlineOf(head.text);
      if (signed && names.has(signed.name))
        Object.assign(head, part(head, 0, signed.end), { signedBy: signed.name });
    }
}

const namedHeadline = /^(?<name>\p{Script=Han}{2,5})\s*[：:]\s*(?=\S{3})/u;

/** Takes the author before a colon off a headline whose text that author signs as well: 【來論】岑柏謙：標題. */
function takeAuthorsOff({ heads, bylines }: Draft): void {
  for (const head of heads) {
    const found = namedHeadline.exec(head.text);
    const name = found?.groups?.name ?? '';
    const byline = parseByline(name);
    if (!found || !byline || !bylines.some((each) => each.byline.authors[0]?.name === name)) continue;
    const by = part(head, 0, name.length);
    Object.assign(head, part(head, found[0].length, head.text.length));
    bylines.unshift({ ...by, byline, signature: false });
  }
}

/** Collects the edges of a parse into drafts, headlines without an article of their own, and furniture. */
export function draftsOf(
  units: readonly Unit[],
  edges: readonly ParseEdge[],
  usualGap: number,
  constraints: ReadonlyMap<number, Constraint> = new Map(),
): Sheet {
  const areLabelled = edges.some(({ heading }) => heading?.labelled);
  const drafts: Draft[] = [];
  const furniture: Passage[] = [];
  const unplaced: Passage[] = [];
  let last: Passage | undefined;
  /** Articles that the page left to go on elsewhere. */
  const left: Draft[] = [];
  /** The one of them that goes on here, between the parts of others. */
  let resumed: Draft | undefined;
  for (const edge of edges) {
    const here = passage(units, edge.begin);
    const as = constraints.get(edge.begin)?.as;
    if (edge.label === 'furniture') {
      (as === 'unplaced' ? unplaced : furniture).push(here);
      const turn = turnOf(here.text);
      const draft = resumed ?? drafts.at(-1);
      if (turn === 'away' && draft && draft.blocks.length > 0 && left.at(-1) !== draft) left.push(draft);
      const goesOn = turn === 'back' ? left.pop() : undefined;
      const isNear = goesOn !== undefined && drafts.indexOf(goesOn) >= drafts.length - farthestTurn;
      if (goesOn && isNear && goesOn !== draft) {
        resumed = goesOn;
        last = undefined;
      }
      continue;
    }
    if (edge.begins || drafts.length === 0) {
      drafts.push({ heads: [], bylines: [], blocks: [], begin: edge.begin, end: edge.end - 1 });
      last = resumed = undefined;
    }
    // A header is that of the article around.
    if (!textLabels.has(edge.label)) resumed = undefined;
    const draft = resumed ?? (drafts.at(-1) as Draft);
    if (!resumed) draft.end = edge.end - 1;
    const index = drafts.length - 1;
    if (resumed && !last && (edge.label === 'continuation' || edge.label === 'paragraph')) {
      const above = resumed.blocks.at(-1);
      resumed.resumedAt = [...(resumed.resumedAt ?? []), edge.begin];
      if (above && isLeftOpen(endingOf(above.text))) goOn(above, here, units);
      else resumed.blocks.push({ ...here, kind: 'p' });
      last = resumed.blocks.at(-1);
      continue;
    }
    switch (edge.label) {
      case 'headline':
        draft.heads.push({
          ...here,
          draft: index,
          full: units[edge.begin]?.full ?? false,
          apart: false,
          parted: false,
          ...(as === 'title' || as === 'series' ? { carried: as, said: true as const } : {}),
        });
        break;
      case 'carrier': {
        let carriedBy: Passage | undefined;
        for (let at = edge.begin + 1; at < edge.end; at++) append(here, passage(units, at));
        for (const { label, from, to } of edge.heading?.parts ?? []) {
          const piece = part(here, from, to);
          if (label === 'furniture') furniture.push(piece);
          else if (label === 'byline' && carriedBy) {
            carriedBy.text += `　${piece.text}`;
            carriedBy.pieces.push(...piece.pieces);
          } else if (label === 'byline' && edge.byline) {
            const byline = { ...piece, byline: carried(edge.byline, edge.heading), signature: false };
            draft.bylines.push(byline);
            carriedBy = byline;
          } else if (label !== 'byline')
            draft.heads.push({
              ...piece,
              carried: label,
              draft: index,
              full: false,
              apart: false,
              parted: false,
            });
        }
        break;
      }
      case 'byline':
      case 'signature': {
        const line = here;
        for (let at = edge.begin + 1; at < edge.end; at++) append(line, passage(units, at));
        if (edge.byline)
          draft.bylines.push({ ...line, byline: edge.byline, signature: edge.label === 'signature' });
        break;
      }
      case 'standfirst': {
        const label = areLabelled ? (fieldLabel.exec(simplify(here.text))?.[0].length ?? 0) : 0;
        draft.standfirst = last = label > 0 ? part(here, label, here.text.length) : here;
        break;
      }
      case 'continuation':
        if (last) goOn(last, here, units);
        break;
      case 'paragraph':
      case 'subhead': {
        const block: BodyBlock = { ...here, kind: edge.label === 'paragraph' ? 'p' : 'h' };
        draft.blocks.push(block);
        last = block;
        break;
      }
    }
  }
  markSigned(drafts);
  for (const draft of drafts) takeAuthorsOff(draft);
  for (const draft of drafts) markApart(draft, units, usualGap);
  // Headlines after the last article have none of their own.
  const strays: HeadLine[] = [];
  const whole = drafts.filter((draft) => {
    const empty = draft.blocks.length === 0 && draft.bylines.length === 0 && draft.standfirst === undefined;
    if (empty) for (const head of draft.heads) strays.push({ ...head, draft: -1 });
    return !empty;
  });
  markParted([...whole.flatMap(({ heads }) => heads), ...strays], units);
  for (const draft of whole) draft.heads = joinStacked(draft.heads);
  return { drafts: whole, strays: joinStacked(strays), furniture, unplaced };
}
