/** When to show what only some of the volumes have found. */
import type { Answer } from './answer.ts';

/** How long the page waits before it shows another part of an answer. */
const patience = 250;

export interface Parts {
  /** Takes a part; settles when older volumes may be asked. */
  take(answer: Answer): Promise<void>;
  /** Nothing more is shown. */
  end(): void;
}

/**
 * Shows the parts of one answer: the first at once where older volumes have still to be opened, so that a reader waits
 * for the newest alone; others after a while, so that nothing flickers where all answer fast.
 */
export function partsOf(show: (answer: Answer) => Promise<void>): Parts {
  let part: Answer | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    take: async (answer) => {
      if (answer.hits.length === 0) return;
      const mustOpen = answer.library.volumes.some(({ isOpen }) => !isOpen);
      if (answer.answered === 1 && mustOpen) return show(answer);
      part = answer;
      timer ??= setTimeout(() => {
        timer = undefined;
        if (part !== undefined) void show(part);
      }, patience);
    },
    end: () => {
      clearTimeout(timer);
      part = undefined;
    },
  };
}
