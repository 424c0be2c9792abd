/** Stands as the name of the author where a dump has no byline; the same in both scripts. */
export const anonymousName = '佚名';
