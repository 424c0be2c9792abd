/** An author line in the fashion of a paper. */
import type { Ways } from './ways.ts';

export type LaidAuthor = {
  name: string;
  roles: string[];
  honorific?: string | undefined;
  kind?: string | undefined;
};

function padded(name: string, ways: Ways): string {
  const characters = [...name];
  return ways.padded === 'yes' && characters.length === 2 && /^\p{Script=Han}+$/u.test(name)
    ? characters.join('　')
    : name;
}

/** Name and roles over two lines, of which the first ends before the last word of a role: 某某學會 / 副會長. */
function brokenWithin(name: string, [first, ...rest]: readonly string[]): string[] {
  const halves =
    /^(?<body>\p{Script=Han}{3,}(?:會|社|院|系|所|公司|協會|中心|大學|集團))(?<office>\p{Script=Han}{2,5})$/u.exec(
      first ?? '',
    )?.groups;
  const { body, office = '' } = halves ?? {};
  if (body === undefined || office.startsWith('員'))
    return [[name, first, ...rest].filter((each) => each !== undefined).join('　')];
  return [`${name}　${body}`, [office, ...rest].join('　')];
}

/** The lines of a byline; none for an article that names no author. */
export function bylineLines(authors: readonly LaidAuthor[], ways: Ways): string[] {
  if (authors.length === 0 || authors[0]?.name === '佚名') return [];
  const people = authors.map(({ name, roles, honorific, kind }) => ({
    name: `${kind === undefined ? padded(name, ways) : name}${honorific ?? ''}`,
    roles,
  }));
  const joined = people.flatMap(({ roles }) => roles);
  const plain = joined.every((role) => !/[、，：:（(\s]/u.test(role));
  const each = (lay: (person: (typeof people)[number]) => string, between = ' '): string =>
    people.map(lay).join(between);
  const nameRoles = each(({ name, roles }) => [name, ...roles].join(' '));
  const [only] = people;
  switch (ways.byline) {
    case 'name roles wide':
      return [each(({ name, roles }) => [name, ...roles].join('　'), '　')];
    case 'roles name':
      return [plain ? each(({ name, roles }) => `${roles.join('、')} ${name}`.trim(), '　') : nameRoles];
    case 'roles colon name':
      return [
        plain && joined.length > 0 && people.length === 1
          ? each(({ name, roles }) => `${roles.join('、')}：${name}`)
          : nameRoles,
      ];
    case 'name bracket':
      return [
        plain
          ? each(({ name, roles }) => (roles.length > 0 ? `${name}（${roles.join('、')}）` : name), '　')
          : nameRoles,
      ];
    case 'text mark':
      return [`文／${nameRoles}`];
    case 'author mark':
      return [`作者：${nameRoles}`];
    case 'circle':
      return [`◎${nameRoles}`];
    case 'roles above':
      return only && people.length === 1 && only.roles.length > 0
        ? [only.roles.join(plain ? '、' : ' '), only.name]
        : [nameRoles];
    case 'roles below':
      return only && people.length === 1 ? [only.name, ...only.roles] : [nameRoles];
    case 'within a role':
      return only && people.length === 1 ? brokenWithin(only.name, only.roles) : [nameRoles];
    case 'bracketed':
      // A bracket around the whole line is how signatures are set.
      if (!ways.order.includes('n')) return [nameRoles];
      return [`（${plain ? nameRoles : nameRoles.replace(/[（）]/gu, '')}）`];
    default:
      return [nameRoles];
  }
}
