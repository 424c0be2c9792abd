/** What the other units of a file say of each, beside its own looks. */
import type { Byline } from './byline.ts';
import { subjectShifts } from './cohesion.ts';
import { concordIn } from './concord.ts';
import { countedIn } from './counting.ts';
import type { Layout, Unit } from './layout.ts';
import { type Features, featuresOf } from './looks.ts';
import { markHouseLabels, markNamed, markQuoted, markRepeated } from './marks/authors.ts';
import { markCuts, markTurns } from './marks/breaks.ts';
import { markCaptions, markIntruders, markPictured, markPulled } from './marks/captions.ts';
import {
  markBoxes,
  markContacts,
  markContents,
  markEditors,
  markEntries,
  markFormLabels,
  markPolls,
  markRelated,
  markRules,
} from './marks/furniture.ts';
import { markApart, markColumns, markListAtEnd, markLists } from './marks/headings.ts';
import { markMail } from './marks/mail.ts';
import {
  markColumnIssues,
  markHeadLines,
  markMastheads,
  markNamesBelowHeads,
  markNamesBesideHeads,
  markPageNames,
  markPagesAfter,
  markRunningHeads,
  markSectionsAfter,
} from './marks/page-heads.ts';
import { markStandingNames } from './marks/series.ts';
import { markTables } from './marks/tables.ts';
import { markVerse } from './marks/verse.ts';
import { personScore } from './names.ts';
import { authorsOfNote } from './signature.ts';

/** Lines that are counted and no longer than this are headings. */
const longestHeading = 26;

function isPicture(features: Features | undefined): boolean {
  return features?.furniture?.kind === 'picture';
}

/** Whether a line may be an entry of a list in plain text. */
function isEntry(features: Features | undefined): boolean {
  return features !== undefined && (features.marked || features.literal) && features.width < 40;
}

/** Whether a line is nothing but the name of one person. */
function isBareName(features: Features | undefined): boolean {
  const authors = features?.byline?.authors;
  const author = authors?.[0];
  return (
    author !== undefined && authors?.length === 1 && author.kind === undefined && author.roles.length === 0
  );
}

/** The names of authors that lines of a file print. */
function namesIn(all: readonly Features[]): Set<string> {
  const names = new Set<string>();
  const add = (byline: Byline | undefined): void => {
    for (const { name } of byline?.authors ?? []) names.add(name);
  };
  for (const { byline, headings } of all) {
    add(byline);
    for (const heading of headings) add(heading.byline);
  }
  return names;
}

/** Features of all units of a file, in order. */
export function featuresIn(units: readonly Unit[], { usualGap }: Layout): Features[] {
  const shifts = subjectShifts(units);
  const all = units.map(featuresOf);
  const counted = countedIn(
    units.map(({ text }) => text),
    (at, hasWord) => {
      const { width, ending, asks } = all[at] as Features;
      return width <= longestHeading && (ending !== 'sentence' || (hasWord && asks)) && ending !== 'comma';
    },
  );
  for (let at = 0; at < all.length; at++) {
    const features = all[at] as Features;
    features.shift = shifts[at] ?? 0;
    features.counted = counted[at] ?? false;
  }
  markColumns(units, all);
  markStandingNames(units, all);
  markLists(units, all);
  markRelated(units, all);
  markContents(units, all);
  markEntries(units, all);
  markBoxes(units, all);
  markFormLabels(units, all);
  markContacts(units, all, usualGap);
  markPolls(units, all);
  markEditors(units, all);
  markRules(units, all);
  markMail(units, all);
  markHeadLines(units, all);
  markMastheads(units, all);
  markColumnIssues(units, all);
  markPagesAfter(units, all);
  markSectionsAfter(units, all);
  markListAtEnd(units, all, usualGap);
  markNamed(units, all);
  markHouseLabels(units, all);
  markQuoted(units, all);
  markTables(units, all);
  markVerse(units, all);
  markPageNames(units, all);
  markNamesBesideHeads(units, all);
  markNamesBelowHeads(units, all, markRunningHeads(units, all));
  markPulled(units, all);
  markPictured(units, all);
  markCuts(units, all);
  markTurns(units, all);
  for (let at = 0; at < all.length; at++) {
    const features = all[at] as Features;
    const above = all[at - 1];
    const below = all[at + 1];
    features.nearPicture = isPicture(above) || isPicture(below);
    const author = features.byline?.authors[0];
    features.bareName = author !== undefined && isBareName(features) && personScore(author.name) >= 1.5;
    features.inList = isEntry(above) || isEntry(below);
    features.rolesOfNeighbour = features.role >= 1 && (isBareName(above) || isBareName(below));
  }
  const printed = namesIn(all);
  // A note on an author whom a byline names too is no second author.
  for (let at = 0; at < all.length; at++) {
    const features = all[at] as Features;
    if (features.notedAuthor && authorsOfNote(units[at]?.text ?? '').every(({ name }) => printed.has(name)))
      features.notedAuthor = false;
  }
  markCaptions(units, all, printed);
  markIntruders(units, all, usualGap);
  markApart(units, all, usualGap);
  markRepeated(all);
  const concords = concordIn(units, all, usualGap);
  for (let at = 0; at < all.length; at++) (all[at] as Features).concord = concords[at];
  return all;
}
