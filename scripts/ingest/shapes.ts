/** What a unit looks like at a glance: cues of those that stand beside it. */
import type { Features } from './looks.ts';
import { numbersOf } from './state.ts';

export const shapes = [
  'none',
  'furniture',
  'note',
  'byline',
  'carrier',
  'role',
  'prose',
  'torn',
  'sentence',
  'middling',
  'call',
  'name',
  'short',
  'line',
] as const;
export type Shape = (typeof shapes)[number];

/** The place of each shape in their list. */
export const shapeNumbers = numbersOf(shapes);

/** What a unit looks like at a glance, for those who stand beside it. */
export function shapeOf(features: Features | undefined): Shape {
  if (!features) return 'none';
  const { furniture, byline, headings, role, width, ending, bareName, authorNote } = features;
  if ((furniture?.score ?? 0) >= 3) return 'furniture';
  if (authorNote) return 'note';
  if ((byline?.score ?? 0) >= 2.5) return 'byline';
  if (headings[0]?.byline && headings[0].score >= 4) return 'carrier';
  if (role >= 1) return 'role';
  if (width >= 35) return ending === 'sentence' ? 'prose' : 'torn';
  if (width >= 24) return ending === 'sentence' ? 'sentence' : 'middling';
  if (ending === 'sentence') return 'call';
  if (bareName) return 'name';
  return width <= 10 ? 'short' : 'line';
}
