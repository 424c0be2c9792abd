/** What a word of an author line is: a name, roles, a title that goes with a name. */
import type { Author } from '../../src/article/schema.ts';
import {
  isHonorific,
  isHouseAuthor,
  isLatinName,
  isPlainlyOrganisation,
  personScore,
  splitHonorific,
  splitOffHonorific,
} from './names.ts';
import { Sieve } from './needs.ts';
import { cutRoles, goesWithName, honourBehind, roleScore, standsAlone } from './roles.ts';
import { hanCount, lastPoints, simplifyPattern, widthOf } from './text.ts';

const between = simplifyPattern(/\s*(?:[、，,；;／/∕｜|&＆]|及|與|和|\band\b)\s*/u);

export type Token =
  | { kind: 'name'; text: string; score: number; honorific?: string; is?: Author['kind'] }
  | { kind: 'roles'; texts: string[]; score: number; bracket?: boolean }
  | { kind: 'honorific'; text: string }
  | { kind: 'unknown'; text: string };

/** A word as a name, with the title behind it. */
export function nameToken(text: string): Token | undefined {
  if (isHouseAuthor(text)) return { kind: 'name', text, score: 2.6, is: 'organisation' };
  const score = personScore(text);
  if (score >= 0.5) return { kind: 'name', text, score };
  const split = splitHonorific(text);
  if (split)
    return {
      kind: 'name',
      text: split.name,
      honorific: split.honorific,
      score: Math.max(0.3, personScore(split.name)) + 1.6,
    };
  if (isLatinName(text)) return { kind: 'name', text, score: 1.6 };
  return undefined;
}

/** A name, a pause and roles. */
const nameBeforeRoles = /^(\p{Script=Han}{2,7})[、，,；;](.{4,})$/u;
const joints = new Sieve([between, nameBeforeRoles], true);
const [betweenAt, nameBeforeRolesAt] = [0, 1];

/** Several names in one token: 甲、乙, 甲及乙. */
function namesIn(text: string): Token[] | undefined {
  const parts = text.split(between).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const names = parts.map((part) => nameToken(part));
  return names.every((name) => name !== undefined) ? (names as Token[]) : undefined;
}

/** A name, a pause and the roles of the author behind it, as where several stand in a row: 某會會長 甲、某社社長 乙. */
function rolesBehindName(piece: string): Token[] | undefined {
  const [, text = '', roles = ''] = nameBeforeRoles.exec(piece) ?? [];
  const named = nameToken(text);
  const isSure =
    personScore(text) >= 1.4 ||
    (named?.kind === 'name' &&
      named.honorific !== undefined &&
      goesWithName(named.honorific) &&
      personScore(named.text) >= 1.4);
  const name = isSure ? named : undefined;
  const texts = cutRoles(roles);
  const score = Math.min(...texts.map(roleScore));
  return name && score >= 2 ? [name, { kind: 'roles', texts, score }] : undefined;
}

/**
 * Roles with the name at their end and nothing between: 立法會議員盧偉國.
 *
 * @param score how much the whole reads as a role
 */
function gluedName(text: string, score: number): Token[] | undefined {
  const titled = splitOffHonorific(text, 4);
  // The title at the end of a role belongs to the role: 某某公會前會長.
  if (titled && (score < 2 || goesWithName(titled.honorific))) {
    const glued = gluedName(titled.rest, roleScore(titled.rest));
    const name = glued?.find((token) => token.kind === 'name');
    if (name?.kind === 'name') {
      name.honorific = titled.honorific;
      return glued;
    }
  }
  if (score >= 2) return undefined;
  for (const length of [3, 4, 2]) {
    const name = lastPoints(text, length);
    if (personScore(name) < 0.9) continue;
    const roles = text.slice(0, text.length - name.length).replace(/[、，]$/u, '');
    if (roleScore(roles.split(/[、，]/u).at(-1) ?? '') >= 2.4) {
      return [
        { kind: 'roles', texts: cutRoles(roles), score: 2 },
        { kind: 'name', text: name, score: personScore(name) },
      ];
    }
  }
  return undefined;
}

/** Several authors, each with roles before the name and nothing between: 立法會議員甲、某會召集人乙. */
function gluedNames(piece: string): Token[] | undefined {
  const parts = piece.split('、');
  if (parts.length < 2) return undefined;
  const tokens = parts.map((part) => gluedName(part, roleScore(part)));
  return tokens.every((each) => each !== undefined) ? tokens.flat() : undefined;
}

/** A name with an honour right behind it: 謝以恆太平紳士. */
function honouredName(piece: string): Token[] | undefined {
  const honour = honourBehind(piece);
  const name = honour === undefined ? undefined : nameToken(piece.slice(0, -honour.length));
  return honour !== undefined && name
    ? [name, { kind: 'roles', texts: [honour], score: roleScore(honour) }]
    : undefined;
}

/** What a word is, or a bracket as a whole. */
export function tokensOf(piece: string, inBracket: boolean): Token[] {
  if (inBracket) {
    // Roles in Latin letters are one phrase, commas and all.
    const inner = hanCount(piece) === 0 ? [piece] : piece.split(/\s+/u).flatMap((part) => cutRoles(part));
    const score = Math.max(0, ...inner.map(roleScore));
    const asName = nameToken(piece);
    if (asName && score < 2) return [asName];
    return [{ kind: 'roles', texts: inner, score, bracket: true }];
  }
  if (isHonorific(piece) && !standsAlone(piece)) return [{ kind: 'honorific', text: piece }];
  joints.look(piece);
  const mayBeforeRoles = joints.may(nameBeforeRolesAt);
  const names = joints.may(betweenAt) ? namesIn(piece) : undefined;
  if (names) return names;
  const behind = mayBeforeRoles ? rolesBehindName(piece) : undefined;
  if (behind) return behind;
  const honoured = honouredName(piece);
  if (honoured) return honoured;
  const role = Math.max(...cutRoles(piece).map(roleScore));
  const name = nameToken(piece);
  if (
    name &&
    (role < 2 ||
      (name.kind === 'name' && (name.honorific !== undefined || (name.score > 2 && widthOf(piece) <= 4))))
  )
    return [name];
  if (isHonorific(piece)) return [{ kind: 'honorific', text: piece }];
  const glued = isPlainlyOrganisation(piece)
    ? undefined
    : (gluedNames(piece) ?? gluedName(piece, roleScore(piece)));
  if (glued) return glued;
  if (role >= 0.8) return [{ kind: 'roles', texts: cutRoles(piece), score: role }];
  return [{ kind: 'unknown', text: piece }];
}
