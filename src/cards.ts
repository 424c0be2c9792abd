/**
 * Whether each article has a card of its own (an image that stands for it where it is linked): an option, since each
 * card takes time to draw. `scripts/cards.ts` draws them after the build.
 */
import { pathTo } from './site.ts';
import type { Script } from './text/script.ts';

const areDrawn = Boolean(process.env.CARDS);

/** The path of the card that an article has in a script; absent where the card of the site stands for all. */
export function ownCardPath(id: string, script: Script): string | undefined {
  return areDrawn ? pathTo(script, `/articles/${id}.png`) : undefined;
}
