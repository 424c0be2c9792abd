/** What a figure shows: the numbers behind a plot, which its table shows in words. */

/** One mark of a plot and one row of its table. */
export interface Row {
  /** What the mark stands for, in the page's script. */
  label: string;
  /** Where the mark leads. */
  href: string;
  value: number;
}

/** A row of a plot in two directions. */
export interface Cell extends Row {
  column: string;
}

/** A term that sets its group apart. */
export interface TermRow extends Row {
  /** The group, and where it is shown. */
  group: string;
  groupHref: string;
  /** 1 is the strongest of its group. */
  rank: number;
}
