/** When to show what only some of the volumes have found. */
import type { Answer, Part } from './answer.ts';

/** How long the page waits before it shows another part of an answer. */
const patience = 250;

export interface Parts {
  /** Takes a part; settles when older volumes may be asked. */
  take(part: Part): Promise<void>;
  /** Nothing more is shown. */
  end(): void;
}

/**
 * Shows the parts of one answer: the first at once where older volumes have still to be opened, so that a reader waits
 * for the newest alone; others after a while, so that nothing flickers where all answer fast.
 */
export function partsOf(show: (answer: Answer) => Promise<void>): Parts {
  let latest: Part | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  let ended = false;
  const showPart = async (part: Part) => {
    const answer = await part.read();
    if (answer.hits.length > 0 && !ended) await show(answer);
  };
  const showLatest = () => {
    timer = undefined;
    // A part that cannot be shown is no failure: the whole answer will say what is wrong.
    if (latest !== undefined) showPart(latest).catch(() => {});
  };
  return {
    take: async (part) => {
      const isFirst = !begun;
      begun = true;
      if (isFirst && part.mustOpen) return showPart(part);
      latest = part;
      timer ??= setTimeout(showLatest, patience);
    },
    end: () => {
      clearTimeout(timer);
      ended = true;
    },
  };
}
