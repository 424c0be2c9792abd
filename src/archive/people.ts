/** People and roles, brought together from what is printed on each article. */
import { anonymousName } from '../article/anonymous.ts';
import type { Author } from '../article/schema.ts';
import { fold } from '../text/fold.ts';
import { personSlugOf, slugOf } from '../text/slug.ts';
import type { Article, Person, Role, Signature, Written } from './model.ts';

/** One person, however the name is written: `person` parts those of one name. */
function identityOf({ name, person }: Author): string {
  return fold(name) + (person === undefined ? '' : `\u0000${fold(person)}`);
}

/** Slugs by what they are made of: a development server makes the archive anew after each edit. */
const slugs = new Map<string, string>();

function slugOfPerson({ name, person }: Author): string {
  const whole = person === undefined ? name : `${name} ${person}`;
  return obtain(slugs, whole, () => personSlugOf(whole));
}

/** Collects people and roles while articles are signed one after the other in archive order. */
export class Directory {
  readonly people = new Map<string, Person>();
  readonly roles = new Map<string, Role>();

  /** The signatures of an article, each tied to its person and roles; these come to know the article. */
  sign(article: Article): Signature[] {
    const { authors, lang } = article.data;
    return authors.map((author) => {
      const person = this.#person(author, { text: author.name, lang });
      addLast(person.articles, article);
      const roles = author.roles.map((text) => this.#role({ text, lang }));
      for (const role of roles) {
        addLast(role.articles, article);
        // Whoever has a role is among its people: of the two lists that of a person is the short one.
        if (person.roles.includes(role)) continue;
        person.roles.push(role);
        role.people.push(person);
      }
      return { author, person, roles };
    });
  }

  #person(author: Author, name: Written): Person {
    return obtain(this.people, identityOf(author), () => ({
      slug: slugOfPerson(author),
      name,
      articles: [],
      anonymous: author.name === anonymousName,
      kind: author.kind ?? 'person',
      roles: [],
    }));
  }

  #role(name: Written): Role {
    return obtain(this.roles, fold(name.text), () => ({
      slug: slugOf(name.text),
      name,
      articles: [],
      people: [],
    }));
  }
}

/** The value of a key, made at its first use. */
export function obtain<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Adds an article to the end of a list, if it does not end with it: articles come one after the other. */
function addLast(list: Article[], article: Article): void {
  if (list.at(-1) !== article) list.push(article);
}
